import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { vector } from './feed/delivery'
import { Locks } from './feed/locks'
import type { Item } from '../src/sync/outbox/wire'

interface App {
  stops: typeof import('../src/modules/followup/behind/stops.svelte').stops
  outbox: typeof import('../src/sync/outbox/outbox.svelte').outbox
  session: typeof import('../src/sync/session.svelte').session
  vault: typeof import('../src/store/vault').vault
  toasts: typeof import('../src/kit/toasts.svelte').toasts
  leave: typeof import('../src/sync/leaving').leave
}

const stop = { ground: 'traffic', described: 'PLANTED MAN' }
let app: App
let online = true
/** What the server says of an item. */
let answer: (item: Item) => object
let delivered: Item[] = []

/** The app opened anew on the same device. */
async function opened(): Promise<void> {
  vi.resetModules()
  vi.stubGlobal('navigator', { locks: new Locks(), onLine: true, languages: ['nl'] })
  vi.stubGlobal('fetch', async (path: string, init: { body?: BufferSource }) => {
    if (!online) throw new TypeError('no network')
    if (path === '/api/sync/key') return new Response(JSON.stringify(vector.key))
    if (path !== '/api/sync/deliver') return new Response('[]')
    const { items } = JSON.parse(new TextDecoder().decode(init.body)) as { items: Item[] }
    delivered.push(...items)
    return new Response(JSON.stringify({ at: '', skew_s: 0, outcomes: items.map((item) => ({ id: item.id, ...answer(item) })) }))
  })
  app = {
    ...(await import('../src/modules/followup/behind/stops.svelte')),
    ...(await import('../src/sync/outbox/outbox.svelte')),
    ...(await import('../src/sync/session.svelte')),
    ...(await import('../src/store/vault')),
    ...(await import('../src/kit/toasts.svelte')),
    ...(await import('../src/sync/leaving')),
  }
  const { knownDevice, newDevice } = await import('../src/sync/device')
  if (!(await knownDevice())) await newDevice()
  signIn()
  const { useCredentials } = await import('../src/sync/transport')
  const signer = { header: 'h', sign: async () => new ArrayBuffer(8) }
  useCredentials({ token: 'token', signer, fallback: signer })
  await app.outbox.resume()
}

function signIn(): void {
  Object.assign(app.session, { status: 'open', token: 'token', me: { organisation: { id: vector.key.organisation } } })
}

/** As the app does at lock and at sign-out. */
async function left(status: 'locked' | 'out'): Promise<void> {
  app.session.status = status
  ;(app.session as unknown as { empty(): void }).empty()
  if (status === 'out') await app.vault.destroy()
}

/** Registered, and past the moment in which it could be taken back. */
async function registered(): Promise<void> {
  await app.stops.register(stop, 'Geregistreerd')
  await app.leave()
  await app.outbox.deliver()
}

const states = (): unknown[] => app.stops.kept.map(({ state, problem }) => problem?.code ?? state)

beforeEach(async () => {
  const page = { documentElement: { lang: 'nl' }, addEventListener: () => undefined }
  Object.assign(globalThis, { indexedDB: new IDBFactory(), document: page, addEventListener: () => undefined })
  online = true
  answer = () => ({ status: 200, final: true })
  delivered = []
  await opened()
})

afterEach(() => {
  clearTimeout((app.outbox as unknown as { timer: NodeJS.Timeout }).timer)
  app.toasts.clear()
})

test('a stop leaves when its officer leaves, locks, or has thought for six seconds, and once', async () => {
  await registered()
  await app.leave()
  await app.outbox.deliver()
  expect([delivered.length, app.stops.drafts.items.length, states()]).toEqual([1, 0, []])
})

test('until then it is kept on the device, sealed, and no round sends it', async () => {
  await app.stops.register(stop, 'Geregistreerd')
  await app.stops.move()
  await app.outbox.deliver()
  expect([delivered.length, app.stops.drafts.items.length]).toEqual([0, 1])
  await app.leave()
})

test('a stop that is taken back is never sent', async () => {
  await app.stops.register(stop, 'Geregistreerd')
  app.toasts.current?.undo?.()
  await app.stops.drafts.load()
  await app.leave()
  await app.outbox.deliver()
  expect([delivered.length, app.stops.drafts.items, app.outbox.count]).toEqual([0, [], 0])
})

test('without network it waits, and is delivered under the id of the draft', async () => {
  online = false
  await app.stops.register(stop, 'Geregistreerd')
  const [draft] = app.stops.drafts.items
  await app.leave()
  expect(states()).toEqual(['waiting'])
  online = true
  await app.outbox.deliver()
  expect([delivered.map(({ id }) => id), states()]).toEqual([[draft?.id], []])
})

test('signing out with a stop that waits loses nothing: it is delivered without a session', async () => {
  online = false
  await app.stops.register(stop, 'Geregistreerd')
  await app.leave()
  await left('out')
  online = true
  await app.outbox.deliver()
  expect([delivered.length, app.outbox.count]).toEqual([1, 0])
})

test('a lock within the six seconds leaves it sealed; unlocked, it goes on its way, once', async () => {
  await app.stops.register(stop, 'Geregistreerd')
  await left('locked')
  expect(app.stops.drafts.items).toEqual([])
  signIn()
  await app.leave()
  await app.outbox.deliver()
  expect([delivered.length, app.stops.drafts.items]).toEqual([1, []])
})

test('what an earlier app had queued is moved over once, refused ones too, under the commands they had', async () => {
  const c1 = '01a00000-0000-7000-8000-000000000001'
  const c2 = '01a00000-0000-7000-8000-000000000002'
  await app.vault.write('stops', [{ id: c1, stop, until: Date.now() - 1 }, { id: c2, stop, problem: { code: 'followup.ground_unknown', title: 'nee' } }])
  await opened()
  await app.stops.move()
  await app.outbox.deliver()
  await opened()
  await app.stops.move()
  await app.outbox.deliver()
  expect([delivered.map(({ id }) => id), await app.vault.read('stops')]).toEqual([[c1, c2], null])
})

test('interrupted between the outbox and the end of the draft, it is one stop', async () => {
  online = false
  const [id, draft] = ['01a00000-0000-7000-8000-000000000003', { stop, until: 0 }]
  await app.vault.write('stops', [{ id, ...draft }])
  await app.stops.move()
  await app.vault.write('stops', [{ id, ...draft }]) // as if it had stopped here
  await app.stops.move()
  expect([app.outbox.count, app.stops.drafts.items]).toEqual([1, []])
})

test('a stop that the server refuses stays, with its reason and what was typed, and is put right', async () => {
  answer = () => ({ status: 422, final: true, problem: { code: 'followup.ground_unexplained' } })
  await registered()
  const [refused] = app.stops.kept
  expect([states(), app.stops.refused]).toEqual([['followup.ground_unexplained'], 1])
  expect((await app.outbox.mine(refused?.id ?? ''))?.command.body).toMatchObject(stop)
  answer = () => ({ status: 200, final: true })
  await app.stops.registerAnew({ ...stop, why: 'keek weg' }, refused?.id ?? '')
  await app.outbox.deliver()
  expect([delivered.length, states()]).toEqual([2, []])
})

test('a correction and a withdrawal without network wait in their order', async () => {
  online = false
  const known = { id: 's1', ground: 'traffic' } as Parameters<typeof app.stops.withdraw>[0]
  await app.stops.correct(known, { reason: 'verkeerde rij', place: 'Ringlaan 4' })
  await app.stops.withdraw(known, 'vergissing')
  const commands = await Promise.all(app.stops.kept.map(async ({ id }) => (await app.outbox.mine(id))?.command))
  expect(commands.map((command) => [command?.action, command?.body])).toEqual([
    ['followup.correct_stop', { stop: 's1', reason: 'verkeerde rij', place: 'Ringlaan 4' }],
    ['followup.withdraw_stop', { stop: 's1', reason: 'vergissing' }],
  ])
})
