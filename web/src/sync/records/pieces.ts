import type { GoneLine, LeftLine, Piece, ProgressLine, RecordLine } from './wire'

/** A line that this app cannot read: what it holds would be missing for good, so nothing after it counts. */
export class LineUnreadable extends Error {}

/**
 * The pieces of a pull, each with all its lines; what comes after the last state is no piece and is left out.
 * Throws LineUnreadable, and whatever the network throws.
 */
export async function* pieces(stream: ReadableStream<Uint8Array>): AsyncGenerator<Piece> {
  let records: RecordLine[] = []
  let gone: GoneLine[] = []
  for await (const line of lines(stream)) {
    const told = parsed(line)
    if ('state' in told) {
      yield { records, gone, end: told as unknown as LeftLine | ProgressLine }
      records = []
      gone = []
    } else if (typeof told['t'] !== 'string' || typeof told['i'] !== 'string') throw new LineUnreadable()
    else if (told['gone']) gone.push(told as unknown as GoneLine)
    else records.push(told as unknown as RecordLine)
  }
}

/** Whole lines only: one without its end was cut. */
export async function* lines(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const found = (rest + decoder.decode(value, { stream: true })).split('\n')
      rest = found.pop() ?? ''
      yield* found
    }
  } finally {
    reader.cancel().catch(() => undefined)
  }
}

function parsed(line: string): Record<string, unknown> {
  try {
    const told: unknown = JSON.parse(line)
    if (typeof told === 'object' && told !== null) return told as Record<string, unknown>
  } catch {
    // told below
  }
  throw new LineUnreadable()
}
