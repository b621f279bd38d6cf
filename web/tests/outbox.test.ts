import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { dice } from './feed/feed'
import { Locks } from './feed/locks'
import { brought, freshKeys } from './keys'
import type { Command, DeliveryKey, Item, Shown } from '../src/sync/outbox/wire'

type Answer = { id: string; status: number; final: boolean; problem?: Record<string, unknown> }
type Delivery = { device: string; sent_ms: number; waiting: number[]; items: Item[]; signature: string }

const vector = JSON.parse(readFileSync(new URL('../../tests/sync/vectors.json', import.meta.url), 'utf8')) as {
  half: JsonWebKey; key: DeliveryKey; plain: string; item: Item
  delivery: { device: string; sent_ms: number; waiting: number[]; statement: string }
}
const organisation = vector.key.organisation
const me = { organisation: { id: organisation, name: 'Zone' } }
const shown: Shown = { module: 'notes', title: { key: 'note', args: { street: 'PLANTED STREET' } } }
const note = (text: string, more: Partial<Command> = {}): Command => ({ action: 'notes.write_note', body: { text }, ...more })

/** One life of the app in one tab: its modules, and whether it still runs. */
interface Life {
  alive: boolean
  outbox: typeof import('../src/sync/outbox/outbox.svelte').outbox
  session: typeof import('../src/sync/session.svelte').session
  vault: typeof import('../src/store/vault').vault
  stored: typeof import('../src/sync/outbox/database').storedItems
}

let now: Life
/** What the server does with a delivery; the default takes everything. */
let server: (delivery: Delivery) => Answer[] | Promise<Answer[]>
let deliveries: Delivery[] = []
const taken = (items: Item[]): Answer[] => items.map(({ id }) => ({ id, status: 200, final: true }))

/** Nothing of it answers or is planned any more. */
function kill(life: Life): void {
  life.alive = false
  const held = life.outbox as unknown as { otherTabs: BroadcastChannel; timer: NodeJS.Timeout }
  held.otherTabs.onmessage = null
  clearTimeout(held.timer)
  Object.assign(life.outbox, { deliver: async () => undefined, sleep: () => undefined })
}

/** The tab is killed, if there is one, and the app opened again on the same device. */
async function opened(): Promise<Life> {
  if (now) kill(now)
  vi.resetModules()
  const life = { alive: true } as Life
  vi.stubGlobal('navigator', { locks: new Locks(), onLine: true })
  vi.stubGlobal('fetch', async (path: string, init: { body?: BufferSource }) => {
    if (!life.alive) return new Promise(() => undefined)
    if (path === '/api/sync/key') return new Response(JSON.stringify(vector.key))
    if (path === '/api/health') return new Response('{}')
    const delivery = JSON.parse(new TextDecoder().decode(init.body)) as Delivery
    deliveries.push(delivery)
    const outcomes = await server(delivery)
    return life.alive ? new Response(JSON.stringify({ at: '', skew_s: 0, outcomes })) : new Promise(() => undefined)
  })
  life.outbox = (await import('../src/sync/outbox/outbox.svelte')).outbox
  life.session = (await import('../src/sync/session.svelte')).session
  life.vault = (await import('../src/store/vault')).vault
  ;(await import('../src/store/ring')).ring.hold(brought.keys)
  life.stored = (await import('../src/sync/outbox/database')).storedItems
  const { useCredentials } = await import('../src/sync/transport')
  const signer = { header: 'h', sign: async () => new ArrayBuffer(8) }
  useCredentials({ authorization: 'DPoP PLANTED-TOKEN', ath: 'hash', signer, fallback: signer })
  Object.assign(life.session, { status: 'open', token: 'PLANTED-TOKEN', me, endsAt: Infinity })
  now = life
  return life
}

/** As the app does at lock and at sign-out. */
async function left(status: 'locked' | 'out'): Promise<void> {
  now.session.status = status
  ;(now.session as unknown as { empty(): void }).empty()
  if (status === 'locked') return
  await now.vault.destroy()
  brought.keys = await freshKeys()
}

const offline = (): never => { throw new TypeError('no network') }

beforeAll(async () => {
  Object.assign(globalThis, { document: { documentElement: { lang: 'nl' } } })
  const { newDevice } = await import('../src/sync/device')
  await newDevice()
})

beforeEach(async () => {
  server = ({ items }) => taken(items)
  deliveries = []
  await opened()
  await now.outbox.resume()
})

afterEach(async () => {
  vi.restoreAllMocks()
  server = ({ items }) => items.map(({ id }) => ({ id, status: 200, final: true }))
  await opened()
  for (const { id } of await now.stored()) await now.outbox.letGo(id)
  await now.outbox.wake()
  expect(await now.stored()).toEqual([])
})

test('an item and a delivery are, octet for octet, what the server reads', async () => {
  const { sealedItem, statementOf } = await import('../src/sync/outbox/sealing')
  const ecdh = { name: 'ECDH', namedCurve: 'P-256' }
  const { d: _, ...half } = vector.half
  const pair = {
    privateKey: await crypto.subtle.importKey('jwk', vector.half, ecdh, false, ['deriveBits']),
    publicKey: await crypto.subtle.importKey('jwk', half, ecdh, true, []),
  }
  expect(await sealedItem(vector.item.id, vector.item.n, vector.key, vector.plain, pair)).toEqual(vector.item)
  const { device, sent_ms: sent, waiting, statement } = vector.delivery
  expect(await statementOf(device, sent, waiting, [vector.item])).toBe(statement)
})

test('no two items have one key: the nonce is always the same', async () => {
  server = offline
  await now.outbox.keep(note('one'), shown)
  await now.outbox.keep(note('one'), shown)
  const items = await now.stored()
  expect(new Set(items.map(({ eph }) => eph)).size).toBe(2)
})

test('what is kept is there before the promise says so, and nothing of it is legible', async () => {
  server = offline
  const id = await now.outbox.keep(note('PLANTED TEXT'), shown)
  const [item] = await now.stored()
  expect([item?.id, item?.state]).toEqual([id, 'waiting'])
  const octets = JSON.stringify(item) + Buffer.from(item?.copy.box ?? new ArrayBuffer(0)).toString('latin1')
  expect(octets).not.toContain('PLANTED')
})

test('a device that cannot write says so: nothing is said to be kept', async () => {
  const before = await lastNumber()
  const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => { throw new DOMException('full', 'QuotaExceededError') })
  await expect(now.outbox.keep(note('one'), shown)).rejects.toMatchObject({ name: 'QuotaExceededError' })
  add.mockRestore()
  expect([now.outbox.count, await now.stored(), deliveries, await lastNumber()]).toEqual([0, [], [], before])
})

test('items are numbered one after the other, also when kept together and after the app was killed', async () => {
  server = offline
  const before = await lastNumber()
  await Promise.all([now.outbox.keep(note('a'), shown), now.outbox.keep(note('b'), shown)])
  await opened()
  await now.outbox.keep(note('c'), shown)
  expect((await now.stored()).map(({ n }) => n)).toEqual([before + 1, before + 2, before + 3])
})

test('without locks two tabs do not give one number twice', async () => {
  server = offline
  const before = await lastNumber()
  vi.stubGlobal('navigator', { onLine: true })
  await Promise.all(['a', 'b', 'c'].map((text) => now.outbox.keep(note(text), shown)))
  expect((await now.stored()).map(({ n }) => n)).toEqual([before + 1, before + 2, before + 3])
})

test('a number is not given again once its item is gone', async () => {
  await now.outbox.keep(note('a'), shown)
  await vi.waitFor(async () => expect(await now.stored()).toEqual([]))
  const before = await lastNumber()
  server = offline
  await now.outbox.keep(note('b'), shown)
  expect((await now.stored()).map(({ n }) => n)).toEqual([before + 1])
})

async function lastNumber(): Promise<number> {
  const [{ lastNumber: last }, { knownDevice }] = await Promise.all([import('../src/sync/outbox/database'), import('../src/sync/device')])
  return last((await knownDevice())?.thumbprint ?? '')
}

test('the delivery is signed by the device over what it holds and what waits besides', async () => {
  const { statementOf } = await import('../src/sync/outbox/sealing')
  const { knownDevice } = await import('../src/sync/device')
  await now.outbox.keep(note('a'), shown)
  await vi.waitFor(() => expect(deliveries).toHaveLength(1))
  const [{ device, sent_ms: sent, waiting, items, signature }] = deliveries as [Delivery]
  const jwk = (await knownDevice())?.jwk as JsonWebKey
  const key = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify'])
  const statement = new TextEncoder().encode(await statementOf(device, sent, waiting, items))
  const octets = Buffer.from(signature, 'base64url')
  expect(await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, octets, statement)).toBe(true)
})

test('what is done after the end of the session is not kept, since the server would refuse it', async () => {
  now.session.endsAt = Date.now() - 1
  await expect(now.outbox.keep(note('a'), shown)).rejects.toMatchObject({ code: 'identity.signed_out' })
  expect(await now.stored()).toEqual([])
})

test('it survives lock, reload and sign-out, and is delivered without any session', async () => {
  server = offline
  const id = await now.outbox.keep(note('a'), shown)
  await now.outbox.deliver()
  await left('locked')
  expect([now.outbox.items, now.outbox.count]).toEqual([[], 1])
  await left('out')
  await opened()
  Object.assign(now.session, { status: 'out', token: '', me: null })
  server = ({ items }) => taken(items)
  deliveries = []
  await now.outbox.start()
  expect(deliveries.map(({ items }) => items.map((item) => item.id))).toEqual([[id]])
  expect(now.outbox.count).toBe(0)
})

test('who signs in after another reads nothing of what that one did', async () => {
  server = ({ items }) => items.map(({ id }) => ({ id, status: 409, final: true, problem: { code: 'feed.stale', theirs: { text: 'SECRET' } } }))
  const gate = new Promise<void>((open) => { server = (({ items }) => { open(); return items.map(({ id }) => ({ id, status: 503, final: false })) }) })
  await now.outbox.keep(note('a'), shown)
  await gate
  await left('out')
  server = ({ items }) => items.map(({ id }) => ({ id, status: 409, final: true, problem: { code: 'feed.stale', theirs: { text: 'SECRET' } } }))
  await now.outbox.wake()
  await opened()
  await now.outbox.resume()
  expect(now.outbox.items.map(({ state, title, problem }) => [state, title, problem])).toEqual([['refused', null, { code: 'feed.stale' }]])
})

test.each([401, 423, 425, 429, 500, 503])('an answer that is not the last word (%i) leaves it waiting', async (status) => {
  server = ({ items }) => items.map(({ id }) => ({ id, status, final: false, problem: { code: 'x.y' } }))
  await now.outbox.keep(note('a'), shown)
  await now.outbox.wake()
  expect(now.outbox.items.map(({ state }) => state)).toEqual(['waiting'])
  server = ({ items }) => taken(items)
  await now.outbox.wake()
  expect(now.outbox.count).toBe(0)
})

test('a refused item stays with its reason until its officer lets it go, holds up no other and is not sent again', async () => {
  server = ({ items }) => items.map(({ id, n }) => (
    n % 2 ? { id, status: 200, final: true } : { id, status: 422, final: true, problem: { code: 'notes.too_long', params: { most: 9 } } }))
  const both = await Promise.all([now.outbox.keep(note('a'), shown), now.outbox.keep(note('b'), shown)])
  await now.outbox.wake()
  const sent = deliveries.length
  await now.outbox.wake()
  expect(deliveries).toHaveLength(sent)
  const [kept] = now.outbox.items
  expect([now.outbox.items.length, kept?.state, kept?.problem]).toEqual([1, 'refused', { code: 'notes.too_long', params: { most: 9 } }])
  expect(kept?.title).toEqual(shown.title)
  expect((await now.outbox.mine(kept?.id ?? ''))?.command.body).toEqual({ text: kept?.id === both[0] ? 'a' : 'b' })
  await now.outbox.letGo(kept?.id ?? '')
  expect(now.outbox.count).toBe(0)
})

test('what waits cannot be let go', async () => {
  server = offline
  const id = await now.outbox.keep(note('a'), shown)
  await now.outbox.letGo(id)
  expect((await now.stored()).map((item) => item.id)).toEqual([id])
})

test('over a version that moved the officer may insist: a new item with the version that is there', async () => {
  const record = 'notes.note/0190b8a0-0000-7000-8000-00000000000b'
  const stale = { code: 'feed.stale', record, expected: 3, version: 5, theirs: { text: 'theirs' } }
  server = ({ items }) => items.map(({ id }) => ({ id, status: 409, final: true, problem: stale }))
  const first = await now.outbox.keep(note('mine', { expects: { [record]: 3 } }), shown)
  await now.outbox.wake()
  expect(now.outbox.items[0]?.problem).toEqual(stale)
  server = offline
  const second = await now.outbox.insist(first)
  expect((await now.stored()).map(({ id, state }) => [id, state])).toEqual([[second, 'waiting']])
  expect(second).not.toBe(first)
  expect((await now.outbox.mine(second ?? ''))?.command).toEqual(note('mine', { expects: { [record]: 5 } }))
})

test('a delivery that the server cannot read for one item does not hold up the others', async () => {
  server = offline
  const ids: string[] = []
  for (const text of ['a', 'b', 'c']) ids.push(await now.outbox.keep(note(text), shown))
  const real = fetch
  vi.stubGlobal('fetch', async (path: string, init: { body: BufferSource }) => {
    if (!String(new TextDecoder().decode(init.body)).includes(ids[1] ?? '')) return real(path, init)
    const { items } = JSON.parse(new TextDecoder().decode(init.body)) as Delivery
    return items.some(({ id }) => id === ids[1]) ? new Response('{"code":"core.invalid_input"}', { status: 422 }) : real(path, init)
  })
  server = ({ items }) => taken(items)
  await now.outbox.wake()
  expect((await now.stored()).map(({ id, state }) => [id, state])).toEqual([[ids[1], 'waiting']])
  expect(now.outbox.failure).toMatchObject({ code: 'core.invalid_input' })
})

test('fifty at most in one delivery, oldest first, and the others are said to wait', async () => {
  server = offline
  for (let i = 0; i < 60; i += 1) await now.outbox.keep(note(String(i)), shown)
  await now.outbox.deliver()
  server = ({ items }) => taken(items)
  deliveries = []
  await now.outbox.wake()
  expect(deliveries.map(({ items, waiting }) => [items.length, waiting.length])).toEqual([[50, 10], [10, 0]])
  const order = deliveries.flatMap(({ items }) => items.map(({ n }) => n))
  expect(order).toEqual([...order].sort((a, b) => a - b))
}, 30_000)

test('after a failure it is tried again by itself, after a pause that grows', async () => {
  const pauses: number[] = []
  const real = setTimeout
  vi.stubGlobal('setTimeout', (work: () => void, ms = 0) => {
    if (ms < 900) return real(work, ms)
    pauses.push(ms)
    return real(work, pauses.length > 12 ? 1e6 : 0)
  })
  server = ({ items }) => items.map(({ id }) => ({ id, status: 503, final: false }))
  await now.outbox.keep(note('a'), shown)
  await vi.waitFor(() => expect(pauses.length).toBeGreaterThan(12), 5_000)
  vi.stubGlobal('setTimeout', real)
  const own = pauses.filter((ms) => ms <= 300_000)
  expect(own[0]).toBeLessThanOrEqual(2_000)
  for (const [i, ms] of own.entries()) expect(ms).toBeLessThanOrEqual(Math.min(2_000 * 2 ** i, 300_000))
  expect(own.at(-1)).toBeGreaterThanOrEqual(150_000)
})

test('a line that breaks under each delivery and comes back is not tried without end', async () => {
  let tries = 0
  server = () => { tries += 1; return offline() }
  await now.outbox.keep(note('a'), shown)
  await now.outbox.deliver()
  const before = tries
  now.outbox.back()
  now.outbox.back()
  await new Promise((later) => setTimeout(later, 50))
  expect(tries).toBe(before)
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 11_000)
  now.outbox.back()
  await vi.waitFor(() => expect(tries).toBe(before + 1))
})

test('whatever is lost, doubled, late or killed: each item arrives under its id, none goes before it did', async () => {
  let kept = 0
  for (let seed = 1; seed <= 40; seed += 1) {
    const roll = dice(seed)
    const done = new Map<string, number>()
    const mine: string[] = []
    const take = (items: Item[]): Answer[] => items.map(({ id }) => {
      if (!roll(4)) return { id, status: [401, 425, 429, 503][roll(4)] ?? 503, final: false }
      done.set(id, (done.get(id) ?? 0) + 1)
      return { id, status: 200, final: true }
    })
    server = async ({ items }) => {
      const what = roll(6)
      if (what === 0) return offline()
      if (what === 1) { take(items); return offline() } // it arrived, the answer did not
      if (what === 2) take(items) // twice
      if (what === 3) await new Promise((later) => setTimeout(later, roll(5)))
      return what === 4 ? take(items).slice(1) : take(items)
    }
    for (let step = 0; step < 12; step += 1) {
      const what = roll(6)
      if (what < 3) mine.push(await now.outbox.keep(note(`${seed}.${step}`), shown))
      else if (what === 3) await Promise.race([now.outbox.wake(), new Promise((later) => setTimeout(later, roll(4)))])
      else if (what === 4) await now.outbox.wake()
      else await opened() // killed, wherever it just was
      const there = new Set((await now.stored()).map(({ id }) => id))
      for (const id of mine) expect(there.has(id) || done.has(id), `history ${seed}: ${id} is lost`).toBe(true)
      if (now.outbox.count === 0) expect(mine.every((id) => done.has(id)), `history ${seed}: said to be sent too early`).toBe(true)
    }
    server = ({ items }) => { for (const { id } of items) done.set(id, (done.get(id) ?? 0) + 1); return taken(items) }
    await opened()
    await now.outbox.start()
    await vi.waitFor(() => expect(now.outbox.count, `history ${seed}`).toBe(0))
    expect(mine.filter((id) => !done.has(id)), `history ${seed}`).toEqual([])
    expect([...done.keys()].filter((id) => !mine.includes(id)), `history ${seed}: an id that was never kept`).toEqual([])
    kept += mine.length
  }
  expect(kept).toBeGreaterThan(150)
}, 120_000)
