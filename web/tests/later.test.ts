import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const answers: (() => Response)[] = []
const sent: { path: string; body: Record<string, unknown>; command: string | undefined }[] = []
vi.mock('../src/sync/transport', async (original) => {
  const real = await original<typeof import('../src/sync/transport')>()
  const { Problem, Unreachable } = await import('../src/base/errors')
  const send = async (_: string, path: string, body: unknown, options: { command?: string } = {}): Promise<Response> => {
    sent.push({ path, body: body as Record<string, unknown>, command: options.command })
    const response = answers.shift()?.()
    if (!response) throw new Unreachable()
    if (!response.ok) throw await Problem.of(response)
    return response
  }
  return { ...real, send, post: async (path: string, body: unknown, options = {}) => (await send('POST', path, body, options)).json() }
})

import { database } from '../src/store/database'
import { preferences } from '../src/store/preferences.svelte'
import { vault } from '../src/store/vault'
import { connection } from '../src/sync/connection.svelte'
import { session } from '../src/sync/session.svelte'
import { expiresAfterMs, later } from '../src/modules/search/follow/later.svelte'
import { stops } from '../src/modules/search/follow/stops.svelte'

const why = { title: 'Verkeerscontrole', basis: 'WPA art. 16', reference: 'C-1109' }
const question = (id: string): { id: string; question: string; purpose: { code: string; reference: string } } =>
  ({ id, question: '1-HKL-407', purpose: { code: 'traffic_check', reference: 'C-1109' } })
const lines = (id: string): string => [
  { kind: 'opened', lookup: id, at: '2026-11-23T14:00:00Z', deadline_ms: 8000, reading: { kind: 'plate', normal: '1-HKL-407' }, readings: [], purpose: { code: 'traffic_check', ...why }, sources: [] },
  { kind: 'verdict', level: 'green', word: 'nothing', reasons: [], answered: 1, expected: 1, silent: [], final: true },
  { kind: 'closed', ms: 3, answered: 1, empty: 0, silent: 0, failed: 0, closed: 0 },
].map((line) => `${JSON.stringify(line)}\n`).join('')
const answered = (id = 'a') => (): Response => new Response(lines(id))
const refused = (status: number, code: string) => (): Response => new Response(JSON.stringify({ code, title: 'nee' }), { status })

beforeEach(() => {
  session.status = 'open'
  connection.online = true
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no network in this test')))
})

afterEach(async () => {
  vi.useRealTimers()
  session.status = 'open'
  await later.queue.change(() => [])
  await stops.queue.change(() => [])
  later.answered = []
  answers.length = sent.length = 0
})

/** As locking and signing out do: memory is emptied. */
function emptied(status: 'locked' | 'out'): void {
  session.status = status
  ;(session as unknown as { empty(): void }).empty()
}

test('a question that waits does not stand in clear on the device', async () => {
  await later.put({ ...question('a'), question: 'PLANTED NAME' }, why)
  const record = await (await database()).get('records', 'later')
  const bytes = Buffer.from(record?.sealed ?? new ArrayBuffer(0)).toString('latin1')
  expect(bytes.length).toBeGreaterThan(100)
  expect(bytes).not.toContain('PLANTED')
})

test('it runs with the purpose and the moment at which it was asked', async () => {
  await later.put(question('a'), why)
  const { askedAt } = later.queue.items[0] as { askedAt: string }
  answers.push(answered())
  await later.run()
  expect(sent).toHaveLength(1)
  expect(sent[0]?.body).toMatchObject({ id: 'a', asked_at: askedAt, purpose: { code: 'traffic_check', reference: 'C-1109' } })
})

test('once answered it waits no more and is announced until it is looked at', async () => {
  await later.put(question('a'), why)
  answers.push(answered())
  await later.run()
  expect(later.queue.items).toEqual([])
  expect(later.answered).toEqual(['a'])
  later.seen('a')
  expect(later.answered).toEqual([])
})

test('without network it stays', async () => {
  await later.put(question('a'), why)
  await later.run()
  expect(later.queue.items.map((item) => [item.id, item.state])).toEqual([['a', 'waiting']])
})

test('the oldest runs first', async () => {
  await later.put(question('a'), why)
  await later.put(question('b'), why)
  answers.push(answered('a'), answered('b'))
  await later.run()
  expect(sent.map((one) => one.body['id'])).toEqual(['a', 'b'])
})

test('what the server refuses is shown with its reason and is not dropped', async () => {
  await later.put(question('a'), why)
  answers.push(refused(422, 'purposes.unknown'))
  await later.run()
  expect(later.queue.items[0]).toMatchObject({ state: 'refused', problem: { code: 'purposes.unknown' } })
})

test('a server that is not well refuses nothing', async () => {
  await later.put(question('a'), why)
  answers.push(refused(503, 'log.unavailable'))
  await later.run()
  expect(later.queue.items[0]?.state).toBe('waiting')
})

test('an answer lost on the way is asked anew under another id', async () => {
  await later.put(question('a'), why)
  answers.push(refused(409, 'search.already_answered'))
  await later.run()
  const [item] = later.queue.items
  expect(item?.state).toBe('waiting')
  expect(item?.asked.id).not.toBe('a')
  expect(item?.id).toBe(item?.asked.id)
})

test('past its expiry it is never asked, and stays to be seen', async () => {
  await later.put(question('a'), why)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + expiresAfterMs + 1 })
  await later.run()
  expect(sent).toEqual([])
  expect(later.queue.items[0]?.state).toBe('expired')
})

test('a withdrawn question is never asked', async () => {
  await later.put(question('a'), why)
  await later.withdraw('a')
  await later.run()
  expect(sent).toEqual([])
  expect(await vault.read('later')).toBeNull()
})

test('locked, it leaves the memory and stays sealed; unlocked, it is there again', async () => {
  await later.put(question('a'), why)
  emptied('locked')
  expect(later.queue.items).toEqual([])
  await later.run()
  expect(sent).toEqual([])
  session.status = 'open'
  await later.queue.load()
  expect(later.queue.items.map((item) => item.id)).toEqual(['a'])
})

test('signed out, it is erased, and the device knows how many to speak of', async () => {
  await later.put(question('a'), why)
  await later.put(question('b'), why)
  emptied('out')
  await vault.destroy()
  expect(await vault.read('later')).toBeNull()
  expect(preferences.allWaiting).toBe(2)
  preferences.forgetWaiting()
  expect(preferences.allWaiting).toBe(0)
})

test('what the device can no longer read is counted, not forgotten', async () => {
  await later.put(question('a'), why)
  await vault.destroy()
  await later.queue.load()
  expect(later.queue.lost).toBe(1)
})

const stop = { ground: 'traffic', described: 'man in rood' }

test('a stop without network waits and is registered once, under the same command', async () => {
  expect(await stops.register(stop)).toBe('waits')
  const [first] = sent
  answers.push(() => new Response('{}'))
  await stops.flush()
  expect(stops.queue.items).toEqual([])
  expect(sent).toHaveLength(2)
  expect(first?.command).toBeTruthy()
  expect(sent[1]?.command).toBe(first?.command)
  expect(sent[1]?.body).toEqual(first?.body)
})

test('a stop with network is registered at once', async () => {
  answers.push(() => new Response('{}'))
  expect(await stops.register(stop)).toBe('registered')
})

test('a stop that the server refuses says why and does not wait', async () => {
  answers.push(refused(422, 'search.ground_unexplained'))
  await expect(stops.register(stop)).rejects.toMatchObject({ code: 'search.ground_unexplained' })
  expect(stops.queue.items).toEqual([])
})
