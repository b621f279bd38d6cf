/** The app on one device, with a server that takes what is delivered or refuses it. */
import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { vi } from 'vitest'
import type { DeliveryKey, Item } from '../../src/sync/outbox/wire'
import { brought, freshKeys } from '../keys'
import { Locks } from './locks'

const { key } = JSON.parse(readFileSync(new URL('../../../tests/sync/vectors.json', import.meta.url), 'utf8')) as { key: DeliveryKey }
const me = { organisation: { id: key.organisation }, person: { id: 'p1', name: 'Ann Peeters', function: 'intervention' } }

export const server = {
  online: true,
  /** What it says of an item. */
  answer: (_: Item): object => ({}),
  delivered: [] as Item[],
  /** What it answers to anything else. */
  others: {} as Record<string, unknown>,
}

export interface App {
  outbox: typeof import('../../src/sync/outbox/outbox.svelte').outbox
  records: typeof import('../../src/sync/records/records.svelte').records
  session: typeof import('../../src/sync/session.svelte').session
  vault: typeof import('../../src/store/vault').vault
  ring: typeof import('../../src/store/ring').ring
  toasts: typeof import('../../src/kit/toasts.svelte').toasts
  leave: typeof import('../../src/sync/leaving').leave
}

/** A device on which nothing lies, and a server that takes everything. */
export function newDevice(): void {
  const page = { documentElement: { lang: 'nl' }, addEventListener: () => undefined }
  Object.assign(globalThis, { indexedDB: new IDBFactory(), document: page, addEventListener: () => undefined })
  Object.assign(server, { online: true, answer: () => ({ status: 200, final: true }), delivered: [], others: {} })
}

/** The app opened anew on this device; what a test imports after it belongs to it. */
export async function opened(): Promise<App> {
  vi.resetModules()
  vi.stubGlobal('navigator', { locks: new Locks(), onLine: true, languages: ['nl'] })
  vi.stubGlobal('fetch', answered)
  const app: App = {
    ...(await import('../../src/sync/outbox/outbox.svelte')),
    ...(await import('../../src/sync/records/records.svelte')),
    ...(await import('../../src/sync/session.svelte')),
    ...(await import('../../src/store/vault')),
    ...(await import('../../src/store/ring')),
    ...(await import('../../src/kit/toasts.svelte')),
    ...(await import('../../src/sync/leaving')),
  }
  const device = await import('../../src/sync/device')
  if (!(await device.knownDevice())) await device.newDevice()
  signIn(app)
  const { useCredentials } = await import('../../src/sync/transport')
  const signer = { header: 'h', sign: async () => new ArrayBuffer(8) }
  useCredentials({ authorization: 'DPoP token', ath: 'hash', signer, fallback: signer })
  await app.outbox.resume()
  return app
}

export function signIn(app: App): void {
  app.ring.hold(brought.keys)
  Object.assign(app.session, { status: 'open', token: 'token', me, endsAt: Infinity })
}

/** As the app does at lock and at sign-out. */
export async function left(app: App, status: 'locked' | 'out'): Promise<void> {
  app.session.status = status
  ;(app.session as unknown as { empty(): void }).empty()
  if (status === 'locked') return
  await app.vault.destroy()
  brought.keys = await freshKeys()
}

/** Nothing of it is planned any more. */
export function closed(app: App): void {
  clearTimeout((app.outbox as unknown as { timer: NodeJS.Timeout }).timer)
  app.toasts.clear()
}

async function answered(path: string, init: { body?: BufferSource }): Promise<Response> {
  if (!server.online) throw new TypeError('no network')
  if (path === '/api/sync/key') return new Response(JSON.stringify(key))
  if (path !== '/api/sync/deliver') return new Response(JSON.stringify(server.others[path] ?? []))
  const { items } = JSON.parse(new TextDecoder().decode(init.body)) as { items: Item[] }
  server.delivered.push(...items)
  return new Response(JSON.stringify({ at: '', skew_s: 0, outcomes: items.map((item) => ({ id: item.id, ...server.answer(item) })) }))
}
