import 'fake-indexeddb/auto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fromBase64url, utf8 } from '../src/base/encoding'
import { router } from '../src/base/router.svelte'
import { forgetDevice, newDevice } from '../src/sync/device'
import { fromProvider, toProvider } from '../src/sync/behind/oidc'
import { takeReturned } from '../src/sync/returned'

class Kept {
  private readonly items = new Map<string, string>()
  getItem = (name: string): string | null => this.items.get(name) ?? null
  setItem = (name: string, value: string): void => void this.items.set(name, value)
  removeItem = (name: string): void => void this.items.delete(name)
  get length(): number { return this.items.size }
}

const begun = { ceremony: 'c-1', challenge: 'Y2hhbGxlbmdl', url: 'https://id.example/authorize?state=c-1' }
const choice = { ceremony: 'c-2', challenge: 'Y2hvb3Nl', choose: [{ post: 'p', title: 'Interventie' }] }
let server: Server
let seen: { path: string; body: Record<string, string> }[] = []
let answers: Record<string, unknown> = {}
let left: string[] = []
let shown: string[] = []

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

/** The browser stands at this address. */
function at(address: string): void {
  const url = new URL(address, 'https://focus.example')
  Object.assign(globalThis, { location: { pathname: url.pathname, search: url.search, assign: (to: URL) => left.push(String(to)) } })
}

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const path = request.url ?? ''
    seen.push({ path, body: JSON.parse(await read(request)) as Record<string, string> })
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answers[path]))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const real = globalThis.fetch
  globalThis.fetch = (path, init) => real(`${base}${String(path)}`, init)
  Object.assign(globalThis, {
    document: { documentElement: { lang: 'nl' } },
    history: { state: null, replaceState: (_: unknown, __: string, to: string) => shown.push(to) },
  })
})

afterAll(() => server.close())

beforeEach(async () => {
  answers = { '/api/identity/oidc/begin': begun, '/api/identity/oidc/finish': choice }
  seen = []
  left = []
  shown = []
  Object.assign(globalThis, { sessionStorage: new Kept(), localStorage: new Kept() })
  at('/')
  await newDevice()
})

const returned = (more = {}) => ({ code: 'the-code', state: 'c-1', iss: 'https://idp.example', refused: null, ...more })

test('elsewhere there is nothing to take', () => {
  at('/search?code=x&state=y')
  expect(takeReturned()).toBeNull()
  expect(shown).toEqual([])
})

test('what the provider sent is read, and taken out of the address', () => {
  at('/sign-in/return?code=the-code&state=c-1&iss=https%3A%2F%2Fidp.example')
  expect(takeReturned()).toEqual(returned())
  expect([shown, router.path]).toEqual([['/'], '/'])
})

test('a return without a code counts as refused', () => {
  at('/sign-in/return?state=c-1')
  expect(takeReturned()?.refused).toBe('no_code')
})

test('the browser leaves for the provider that the server names', async () => {
  await toProvider('5301')
  expect(left).toEqual([begun.url])
  expect(seen[0]?.body['organisation']).toBe('5301')
})

test('an address that is no page is never opened', async () => {
  answers['/api/identity/oidc/begin'] = { ...begun, url: 'javascript:alert(1)' }
  await expect(toProvider('5301')).rejects.toMatchObject({ code: 'identity.provider_refused' })
  expect([left, sessionStorage.length]).toEqual([[], 0])
})

test('a device that is not enrolled does not leave', async () => {
  await forgetDevice()
  await expect(toProvider('5301')).rejects.toMatchObject({ code: 'identity.device_unknown' })
  expect([left, seen]).toEqual([[], []])
})

test('back from the provider the device signs the ceremony that it began', async () => {
  const device = await newDevice()
  await toProvider('5301')
  const choosing = await fromProvider(returned())
  expect(choosing?.posts).toEqual(choice.choose)
  const { body } = seen[1] ?? { body: {} as Record<string, string> }
  expect([body['code'], body['iss'], body['ceremony'], body['device']]).toEqual(['the-code', 'https://idp.example', 'c-1', device.thumbprint])
  const key = await crypto.subtle.importKey('jwk', { ...device.jwk }, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify'])
  const stated = ['focus-oidc-v1', 'c-1', begun.challenge, device.thumbprint, body['agree']].join('\n')
  const signature = fromBase64url(body['signature'] ?? '')
  expect(await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, utf8(stated))).toBe(true)
})

test('an answer to another ceremony never reaches the server', async () => {
  await toProvider('5301')
  await expect(fromProvider(returned({ state: 'c-9' }))).rejects.toMatchObject({ code: 'sign_in.not_from_here' })
  expect(seen).toHaveLength(1)
})

test('an answer that this tab did not ask for never reaches the server', async () => {
  await expect(fromProvider(returned())).rejects.toMatchObject({ code: 'sign_in.not_from_here' })
  expect(seen).toEqual([])
})

test('an answer is good once', async () => {
  await toProvider('5301')
  await fromProvider(returned())
  await expect(fromProvider(returned())).rejects.toMatchObject({ code: 'sign_in.not_from_here' })
  expect(seen).toHaveLength(2)
})

test.each([['access_denied', 'sign_in.turned_back'], ['server_error', 'identity.provider_refused'], ['no_code', 'identity.provider_refused']])(
  '%s of the provider is told as %s', async (refused, code) => {
    await toProvider('5301')
    await expect(fromProvider(returned({ refused }))).rejects.toMatchObject({ code })
    expect(seen).toHaveLength(1)
  })
