import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

vi.stubGlobal('BroadcastChannel', class { postMessage(): void {} })
const { session } = await import('../src/sync/session.svelte')
const { live } = await import('../src/sync/records/live.svelte')
const { outbox } = await import('../src/sync/outbox/outbox.svelte')
const { records } = await import('../src/sync/records/records.svelte')
const { told, sightingKey } = await import('../src/modules/briefing/behind/told.svelte')
const { looking, lookedKey } = await import('../src/modules/briefing/behind/looking.svelte')
const { board } = await import('../src/modules/briefing/behind/board.svelte')
import type { Kept } from '../src/sync/outbox/outbox.svelte'
import { item } from './briefing-builders'

interface Command { action: string; body: Record<string, unknown> }
const kept: { command: Command; shown: { module: string; title: { key: string; args?: Record<string, unknown> } } }[] = []
let refuses = false

beforeEach(() => {
  kept.length = 0
  refuses = false
  session.status = 'open'
  session.me = { permissions: ['briefing.read'], organisation: { id: 'o1' }, person: { name: 'Lotte Maes' } } as never
  records.resume()
  vi.spyOn(outbox, 'keep').mockImplementation(async (command, shown) => {
    if (refuses) throw new Error('full')
    kept.push({ command, shown: shown as never })
    return 'kept'
  })
})

afterEach(() => {
  outbox.items = []
  looking.answer = null
  live.lastWhole = null
  records.empty()
  vi.restoreAllMocks()
})

function waiting(at: number, state: Kept['state'] = 'waiting'): Kept {
  const { shown } = kept[at] ?? {}
  return { id: `k${at}`, n: at, at: new Date('2026-11-24T12:00:00Z'), state, title: shown?.title as never, module: 'briefing', problem: state === 'refused' ? { code: 'briefing.version_unknown' } : null }
}

function held(type: string, ...bodies: { id: string }[]): void {
  records.of(type)
  records.changed({ put: bodies.map((body) => ({ type, id: body.id, version: 1, body })), gone: [] }, false)
}

/** The first change of a type makes its collection read the device, which takes a moment. */
async function holding(...bodies: { id: string }[]): Promise<void> {
  await vi.waitFor(() => expect(records.of('briefing.item').loaded).toBe(true))
  held('briefing.item', ...bodies)
}

test('reading keeps the version that was read, and counts at once', async () => {
  const one = item({}, { version: 3, asks: 2 })
  await told.acknowledge(one)
  expect(kept[0]?.command).toEqual({ action: 'briefing.acknowledge', body: { item: one.id, version: 3 } })
  expect(told.reads.get(one.id)?.version).toBe(3)
  outbox.items = [waiting(0)]
  expect(told.reads.get(one.id)?.waiting).toBe(true)
  outbox.items = [] // confirmed, and the receipt is still on its way
  expect(told.reads.get(one.id)?.waiting).toBe(false)
})

test('what the server refused is not read, and is told of that item alone', async () => {
  const one = item()
  await told.acknowledge(one)
  outbox.items = [waiting(0, 'refused')]
  expect(told.reads.has(one.id)).toBe(false)
  expect(told.refusedOf(one.id).map(({ problem }) => problem?.code)).toEqual(['briefing.version_unknown'])
  expect(told.refusedOf('another')).toEqual([])
})

test('one that was refused does not look read again when it is let go', async () => {
  const one = item()
  await told.acknowledge(one)
  outbox.items = [waiting(0, 'refused')]
  told.forgetRefused()
  outbox.items = []
  expect(told.reads.has(one.id)).toBe(false)
})

test('where the device cannot keep it, it is not read', async () => {
  const one = item()
  refuses = true
  await expect(told.acknowledge(one)).rejects.toThrow('full')
  expect(told.reads.has(one.id)).toBe(false)
})

test('a sighting goes with its own moment and without a position that was not given', async () => {
  const one = item()
  await told.sighting(one, { text: 'richting Heikant', place: 'sluis', spot: null })
  const { id, at, ...rest } = kept[0]?.command.body ?? {}
  expect(rest).toEqual({ item: one.id, text: 'richting Heikant', place: 'sluis' })
  expect(id).toMatch(/^[0-9a-f-]{36}$/)
  expect(Math.abs(Date.parse(String(at)) - Date.now())).toBeLessThan(5_000)
  expect(kept[0]?.shown.title.key).toBe(sightingKey)
  outbox.items = [waiting(0)]
  expect(told.sightingsOf(one.id).map(({ place, refused }) => [place, refused])).toEqual([['sluis', false]])
})

test('nothing of it stays in memory once nothing may be shown', async () => {
  const one = item()
  await told.acknowledge(one)
  expect(told.reads.has(one.id)).toBe(true)
  await session.lock()
  await vi.waitFor(() => expect(told.reads.has(one.id)).toBe(false))
})

test('a question without network is answered from the phone and kept for the log with what was found', async () => {
  const one = item({ subjects: [{ kind: 'vehicle', plate: '1-ABC-123' }], valid_from: null, valid_to: null })
  await holding(one)
  live.lastWhole = new Date('2026-11-24T11:00:00Z')
  await looking.ask({ id: 'q', question: '1abc123', purpose: { code: 'traffic', reference: 'C-1' } })
  expect(looking.answer?.hits.map((hit) => hit.item.id)).toEqual([one.id])
  expect(looking.answer?.asOf).toEqual(new Date('2026-11-24T11:00:00Z'))
  const { id, at, ...rest } = kept[0]?.command.body ?? {}
  expect(kept[0]?.command.action).toBe('briefing.look_offline')
  expect(rest).toEqual({ question: '1abc123', kind: 'plate', items: [one.id], purpose: { code: 'traffic', reference: 'C-1' } })
  expect([typeof id, typeof at]).toEqual(['string', 'string'])
  expect(kept[0]?.shown.title.key).toBe(lookedKey)
})

test('a question that found nothing is kept for the log too', async () => {
  await holding(item())
  await looking.ask({ id: 'q', question: 'Jan Peeters' })
  expect(looking.answer?.hits).toEqual([])
  expect(kept[0]?.command.body).toMatchObject({ kind: 'name', items: [], purpose: null })
})

test('without its entry for the log nothing is shown', async () => {
  await holding(item({ subjects: [{ kind: 'vehicle', plate: '1-ABC-123' }], valid_from: null, valid_to: null }))
  refuses = true
  await looking.ask({ id: 'q', question: '1abc123' })
  expect(looking.answer).toMatchObject({ hits: [], logged: false })
})

test('whoever may not read the briefing is answered nothing, and nothing is entered', async () => {
  session.me = { permissions: [], organisation: { id: 'o1' } } as never
  await looking.ask({ id: 'q', question: '1abc123' })
  expect(looking.answer).toBe(null)
  expect(kept).toEqual([])
})

test('a receipt from another of his devices clears an item here', async () => {
  const one = item({ must_read: true, valid_from: null, valid_to: null })
  await holding(one)
  expect(board.find(one.id)?.read).toBe(null)
  await vi.waitFor(() => expect(records.of('briefing.receipt').loaded).toBe(true))
  held('briefing.receipt', { id: 'r', item: one.id, version: 1, at: '2026-11-24T12:00:00Z' } as never)
  expect(board.find(one.id)?.read?.waiting).toBe(false)
})

