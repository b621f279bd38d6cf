import { utf8 } from '../base/encoding'
import { isAbort, Problem, Unreachable } from '../base/errors'
import { preferences } from '../store/preferences.svelte'
import { connection } from './connection.svelte'
import { makeProof, type Signer } from './proof'

export interface Credentials {
  /** The header: a token, or from a locked device its hash. */
  authorization: string
  /** The token's hash, base64url. */
  ath: string
  signer: Signer
  /** Signs when the server no longer knows the agreed key (after its restart). */
  fallback: Signer
}

export interface CallOptions {
  signal?: AbortSignal
  background?: boolean
  /** Idempotency key of an action: sent again, it is done once. */
  command?: string
  /** Arrives also when the page is left before the answer. */
  keepalive?: boolean
  /** Without session: sign-in, enrolment. */
  anonymous?: boolean
}

/** What the session wants to hear; set once by it, so that transport knows no session. */
export const listeners = {
  signedOut: (_revoked: boolean): void => undefined,
  locked: (): void => undefined,
  /** Asks the officer to show himself again; true when he did. */
  stepUp: async (): Promise<boolean> => false,
}

let credentials: Credentials | null = null
/** In seconds; kept on the device, so that what is done without network after a restart is dated right too. */
let clockOffset = preferences.clockOffset

export function useCredentials(next: Credentials | null): void {
  credentials = next
}

/** The server told its time (unix seconds): proofs are dated by its clock, not by ours. */
export function setServerTime(unix: number): void {
  preferences.clockOffset = clockOffset = unix - Math.round(Date.now() / 1000)
}

/** Now by the server's clock, as far as it told. */
export function serverNow(): Date {
  return new Date(Date.now() + clockOffset * 1000)
}

export function get<T>(path: string, query: Record<string, string | undefined> = {}, options: CallOptions = {}): Promise<T> {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined)
  const search = given.length ? `?${new URLSearchParams(given)}` : ''
  return json<T>('GET', path + search, undefined, options)
}

export function post<T>(path: string, body: unknown = {}, options: CallOptions = {}): Promise<T> {
  return json<T>('POST', path, body, options)
}

async function json<T>(method: string, path: string, body: unknown, options: CallOptions): Promise<T> {
  const response = await send(method, path, body, options)
  if (response.status === 204) return undefined as T
  return (await response.json()) as T
}

/** One JPEG as it is: base64 in JSON would be a third more over a weak network. */
export function postPicture<T>(path: string, jpeg: Uint8Array<ArrayBuffer>, options: CallOptions = {}): Promise<T> {
  return json<T>('POST', path, jpeg, options)
}

/** The response of a call that succeeded; failures are thrown as Problem or Unreachable. */
export async function send(method: string, path: string, body: unknown, options: CallOptions = {}): Promise<Response> {
  const asWhom = credentials?.authorization
  let response = await attempt(method, path, body, options, false)
  if (response.ok) return response
  let problem = await Problem.of(response)
  if (mayRetry(problem)) {
    response = await attempt(method, path, body, options, problem.params['reason'] === 'key')
    if (response.ok) return response
    problem = await Problem.of(response)
  }
  if (isStepUp(problem) && (await listeners.stepUp())) {
    response = await attempt(method, path, body, options, false)
    if (response.ok) return response
    problem = await Problem.of(response)
  }
  // What was asked under a session that is no longer this one says nothing of this one.
  if (asWhom === credentials?.authorization) tell(problem, options)
  throw problem
}

function isStepUp(problem: Problem): boolean {
  return problem.status === 403 && problem.code.endsWith('.step_up_needed')
}

/** One more try when the clocks differ or the server lost the agreed key; nothing else is repeated. */
function mayRetry(problem: Problem): boolean {
  if (problem.code !== 'identity.proof_refused') return false
  const { reason, server_time: serverTime } = problem.params
  if (reason === 'time' && typeof serverTime === 'number') {
    setServerTime(serverTime)
    return true
  }
  return reason === 'key'
}

function tell(problem: Problem, options: CallOptions): void {
  if (options.anonymous) return
  if (problem.status === 423) listeners.locked()
  else if (problem.code === 'identity.signed_out') listeners.signedOut(problem.params['reason'] === 'revoked')
}

async function attempt(method: string, path: string, body: unknown, options: CallOptions, fallback: boolean): Promise<Response> {
  const picture = body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : null
  const bytes = picture ?? utf8(body === undefined ? '' : JSON.stringify(body))
  const headers = new Headers({ Accept: 'application/json, application/x-ndjson' })
  headers.set('Accept-Language', document.documentElement.lang)
  if (body !== undefined) headers.set('Content-Type', picture ? 'image/jpeg' : 'application/json')
  if (options.command) headers.set('Focus-Command', options.command)
  if (!options.anonymous) await prove(headers, method, path, bytes, options, fallback)
  const kept = path.startsWith('/api/demo/') ? 'same-origin' : 'omit' // there alone a cookie says who was let in
  const init: RequestInit = { method, headers, cache: 'no-store', credentials: kept, referrerPolicy: 'no-referrer' }
  if (body !== undefined) init.body = bytes
  if (options.keepalive) init.keepalive = true
  if (options.signal) init.signal = options.signal
  try {
    const response = await fetch(path, init)
    connection.answered()
    return response
  } catch (error) {
    if (isAbort(error)) throw error
    connection.silent()
    throw new Unreachable(error)
  }
}

async function prove(
  headers: Headers, method: string, path: string, body: Uint8Array<ArrayBuffer>, options: CallOptions, fallback: boolean,
): Promise<void> {
  if (!credentials) throw new Problem({ code: 'identity.signed_out' }, 401)
  const signer = fallback ? credentials.fallback : credentials.signer
  if (fallback) credentials = { ...credentials, signer: credentials.fallback }
  const request = { method, path, body, background: options.background ?? false }
  headers.set('Authorization', credentials.authorization)
  headers.set('DPoP', await makeProof(signer, credentials.ath, request, clockOffset))
}
