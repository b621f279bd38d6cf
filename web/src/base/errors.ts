/** One field that the server refused: where it stands and the code of what is wrong. */
export interface FieldProblem {
  path: string
  code: string
  message?: string
}

/** An expected failure (RFC 9457): `code` is `module.name`, `title` is in the officer's language. */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly params: Record<string, unknown>
  readonly fields: FieldProblem[]

  constructor(body: Record<string, unknown>, status: number) {
    const code = typeof body['code'] === 'string' ? body['code'] : 'core.unexpected'
    super(code)
    this.code = code
    this.status = status
    this.title = typeof body['title'] === 'string' ? body['title'] : ''
    this.params = { ...body, ...((body['params'] as Record<string, unknown> | undefined) ?? {}) }
    this.fields = Array.isArray(body['fields']) ? (body['fields'] as FieldProblem[]) : []
  }

  static async of(response: Response): Promise<Problem> {
    let body: unknown
    try {
      body = await response.json()
    } catch {
      body = {}
    }
    return new Problem((body ?? {}) as Record<string, unknown>, response.status)
  }
}

/** The server could not be reached at all: no network, or it is down. */
export class Unreachable extends Error {
  constructor(cause?: unknown) {
    super('unreachable', { cause })
  }
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}
