import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fromBase64url } from '../src/base/encoding'
import { Problem, Unreachable } from '../src/base/errors'
import { get, listeners, post, useCredentials } from '../src/sync/transport'

type Answer = { status: number; body: unknown }
let server: Server
let answers: Answer[] = []
let seen: { claims: Record<string, unknown>; signature: string; header: string; body: string }[] = []

function decoded(part: string): Record<string, unknown> {
  return JSON.parse(new TextDecoder().decode(fromBase64url(part)))
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

const named = (header: string) => ({ header, sign: async () => new TextEncoder().encode(header).buffer as ArrayBuffer })

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const [header = '', claims = '', signature = ''] = String(request.headers['dpop'] ?? '..').split('.')
    seen.push({ header, claims: claims ? decoded(claims) : {}, signature, body: await read(request) })
    const { status, body } = answers.shift() ?? { status: 200, body: {} }
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  // A page resolves paths against its origin; node has none.
  const real = globalThis.fetch
  globalThis.fetch = (path, init) => real(`${base}${String(path)}`, init)
  Object.assign(globalThis, { document: { documentElement: { lang: 'nl' } } })
})

afterAll(() => server.close())

beforeEach(() => {
  answers = []
  seen = []
  useCredentials({ authorization: 'DPoP token', ath: 'hash', signer: named('agreed'), fallback: named('device') })
})

test('a proof refused for the clock is made again, once, by the server’s clock', async () => {
  const serverTime = Math.round(Date.now() / 1000) + 7200
  answers = [{ status: 401, body: { code: 'identity.proof_refused', params: { reason: 'time', server_time: serverTime } } }]
  await get('/api/identity/me')
  expect(seen).toHaveLength(2)
  expect(Math.abs(Number(seen[1]?.claims['iat']) - serverTime)).toBeLessThan(5)
  expect(seen[0]?.claims['jti']).not.toBe(seen[1]?.claims['jti'])
})

test('a server that lost the agreed key is answered with the device key', async () => {
  answers = [{ status: 401, body: { code: 'identity.proof_refused', params: { reason: 'key' } } }]
  await get('/api/identity/me')
  expect(seen.map((one) => one.header)).toEqual(['agreed', 'device'])
})

test('a proof refused for anything else is not sent again', async () => {
  let out = 0
  listeners.signedOut = () => { out += 1 }
  answers = [{ status: 401, body: { code: 'identity.proof_replayed' } }]
  await expect(get('/api/identity/me')).rejects.toMatchObject({ code: 'identity.proof_replayed', status: 401 })
  expect([seen.length, out]).toEqual([1, 0])
})

test('a session that has ended signs the app out', async () => {
  let out = 0
  listeners.signedOut = () => { out += 1 }
  answers = [{ status: 401, body: { code: 'identity.signed_out' } }]
  await expect(get('/api/identity/me')).rejects.toMatchObject({ status: 401 })
  expect(out).toBe(1)
})

test('an act that needs fresh verification is repeated after it, with a new proof', async () => {
  listeners.stepUp = async () => true
  answers = [{ status: 403, body: { code: 'identity.step_up_needed' } }]
  await post('/api/identity/issue-code', { person: 'p' })
  expect(seen.map((one) => one.body)).toEqual(['{"person":"p"}', '{"person":"p"}'])
  expect(seen[0]?.claims['jti']).not.toBe(seen[1]?.claims['jti'])
})

test('a locked session locks the app', async () => {
  let locked = 0
  listeners.locked = () => { locked += 1 }
  answers = [{ status: 423, body: { code: 'identity.locked' } }]
  await expect(get('/api/identity/me')).rejects.toBeInstanceOf(Problem)
  expect(locked).toBe(1)
})

test('without session nothing leaves the device', async () => {
  useCredentials(null)
  await expect(get('/api/identity/me')).rejects.toMatchObject({ status: 401 })
  expect(seen).toHaveLength(0)
})

test('no answer at all is unreachable, not a failure of the question', async () => {
  const kept = globalThis.fetch
  globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'))
  await expect(get('/api/identity/me')).rejects.toBeInstanceOf(Unreachable)
  globalThis.fetch = kept
})
