import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { vault } from '../src/store/vault'
import { syncDatabase } from '../src/sync/records/database'
import { LineUnreadable, pieces } from '../src/sync/records/pieces'
import { pull } from '../src/sync/records/pull'
import { records } from '../src/sync/records/records.svelte'
import { apply, dropOverdue, heldOf, Overtaken, progress, startAnew } from '../src/sync/records/rows'
import { useCredentials } from '../src/sync/transport'
import { dice, Feed, streamOf } from './feed/feed'

const open = new AbortController().signal
const types = ['notes.note', 'notes.tag', 'notes.old']
let answer: () => ReadableStream<Uint8Array> = () => streamOf([])

beforeEach(async () => {
  await startAnew()
  Object.assign(globalThis, { document: { documentElement: { lang: 'nl' } } })
  vi.stubGlobal('fetch', async () => new Response(answer()))
  const signer = { header: 'h', sign: async () => new ArrayBuffer(8) }
  useCredentials({ authorization: 'DPoP token', ath: 'hash', signer, fallback: signer })
})

afterEach(() => {
  records.empty()
  vi.restoreAllMocks()
})

/** What lies on the device: version, body, buckets. */
async function onDevice(): Promise<Map<string, unknown>> {
  const rows = await (await syncDatabase()).getAll('rows')
  const bodies = new Map((await Promise.all(types.map(heldOf))).flat().map(({ type, id, body }) => [`${type}/${id}`, body]))
  return new Map(rows.map(({ k, v, b }) => [k, [v, bodies.get(k), b]]))
}

/** One pull, of which `cut` lines arrive. */
async function pulled(feed: Feed, cut = Infinity, between?: () => void): Promise<void> {
  let { state, turn } = await progress()
  for await (const piece of pieces(streamOf(feed.pull(state, between), cut))) {
    await apply(piece, turn, open)
    turn += 1
  }
}

/** Until there is nothing more: after a pull that was cut one more is needed. */
async function completed(feed: Feed): Promise<void> {
  do await pulled(feed)
  while ((await progress()).resumed)
}

/** Somebody writes, moves or deletes, or the device gains and loses buckets, types or the whole history. */
function something(feed: Feed, roll: (sides: number) => number): void {
  const buckets = ['a', 'b', 'c', 'd'].filter(() => roll(2))
  const what = roll(10)
  if (what < 6) feed.write(types[roll(3)] ?? '', `0000${roll(7)}`, buckets, roll(5) ? { text: roll(1000) } : null)
  else if (what < 8) feed.mine = buckets
  else if (what < 9) feed.types = types.filter(() => roll(3))
  else if (!roll(3)) feed.epoch = `e${roll(1000)}`
}

test('whatever happens and wherever pulls are cut, what lies here is what may lie here', async () => {
  for (let seed = 1; seed <= 1_000; seed += 1) {
    const roll = dice(seed)
    const feed = new Feed()
    feed.epoch = `e${seed}`
    await startAnew()
    for (let round = roll(4) + 1; round > 0; round -= 1) {
      for (let times = roll(8); times > 0; times -= 1) something(feed, roll)
      const cut = roll(12) + 1
      await pulled(feed, cut, () => { if (!roll(4)) feed.write(types[roll(3)] ?? '', `0000${roll(7)}`, ['a', 'b', 'c'].filter(() => roll(2)), { text: roll(1000) }) })
      if ((await progress()).sweep) continue // after a restart what is not named goes at the end
      for (const [key, [, , buckets]] of (await onDevice()) as Map<string, [number, unknown, string[]]>) {
        const allowed = feed.types.includes(key.slice(0, key.indexOf('/'))) && buckets.every((bucket) => feed.mine.includes(bucket))
        expect(allowed, `history ${seed}: ${key} after a lost bucket or type`).toBe(true)
      }
    }
    await completed(feed)
    expect(await onDevice(), `history ${seed}`).toEqual(feed.expected())
  }
}, 300_000)

test('cut after each line, the next pull completes it', async () => {
  const feed = new Feed()
  const change = (from: number, buckets: string[]): void => {
    for (let i = from; i < from + 5; i += 1) feed.write(i % 2 ? 'notes.note' : 'notes.tag', `0000${i}`, buckets, { text: i })
  }
  change(0, ['a'])
  change(5, ['b'])
  for (let cut = 0; cut < 40; cut += 1) {
    await startAnew()
    feed.mine = ['a', 'b']
    await pulled(feed, cut)
    change(cut % 8, cut % 2 ? ['b', 'c'] : ['c'])
    feed.mine = ['b', 'c']
    await pulled(feed, cut)
    await completed(feed)
    expect(await onDevice(), `cut after ${cut} lines`).toEqual(feed.expected())
  }
})

test('a new history erases what it does not name, and only once everything is there', async () => {
  const feed = new Feed()
  feed.write('notes.note', '1', ['a'], { text: 'old' })
  await pulled(feed)
  feed.records.clear()
  feed.epoch = 'e2'
  feed.write('notes.note', '2', ['a'], { text: 'new' })
  const lines = [...feed.pull((await progress()).state)]
  await pulled(feed, lines.length - 1)
  expect([...(await onDevice()).keys()]).toEqual(['notes.note/1', 'notes.note/2'])
  await pulled(feed)
  expect([...(await onDevice()).keys()]).toEqual(['notes.note/2'])
})

test('nothing that a record says stands in clear on the device', async () => {
  const feed = new Feed()
  feed.write('notes.note', '1', ['a'], { name: 'PLANTED NAME' })
  await pulled(feed)
  const [row] = await (await syncDatabase()).getAll('rows')
  const octets = Buffer.from(row?.box ?? new ArrayBuffer(0)).toString('latin1') + JSON.stringify(row)
  expect(octets.length).toBeGreaterThan(40)
  expect(octets).not.toContain('PLANTED')
})

test('a row in the place of another is not believed: everything is fetched anew, and that is said', async () => {
  const feed = new Feed()
  feed.write('notes.note', '1', ['a'], { text: 'one' })
  await pulled(feed)
  const db = await syncDatabase()
  const [row] = await db.getAll('rows')
  if (row) await db.put('rows', { ...row, k: 'notes.note/2' })
  const asked = vi.fn()
  records.onDamaged = asked
  records.resume()
  await records.of('notes.note').load()
  expect([records.trouble, asked.mock.calls.length > 0, await db.count('rows'), (await progress()).state]).toEqual(['damaged', true, 0, null])
})

test('who was overtaken by another tab writes nothing', async () => {
  const feed = new Feed()
  feed.write('notes.note', '1', ['a'], { text: 'one' })
  const { turn } = await progress()
  const late = []
  for await (const piece of pieces(streamOf(feed.pull(null)))) late.push(piece)
  await pulled(feed)
  const before = await progress()
  for (const piece of late) await expect(apply(piece, turn, open)).rejects.toBeInstanceOf(Overtaken)
  expect(await progress()).toEqual(before)
})

test('a type that may not be kept for so long goes, the others stay, and the server brings it again', async () => {
  const feed = new Feed()
  feed.hours = { 'notes.note': 24, 'notes.tag': 72 }
  feed.write('notes.note', '1', ['a'], { text: 'one' })
  feed.write('notes.tag', '1', ['a'], { text: 'tag' })
  await completed(feed)
  const whole = (await progress()).whole ?? 0
  expect(await dropOverdue(whole + 23 * 3_600_000)).toEqual([])
  expect(await dropOverdue(whole + 25 * 3_600_000)).toEqual(['notes.note'])
  expect([...(await onDevice()).keys()]).toEqual(['notes.tag/1'])
  await completed(feed)
  expect(await onDevice()).toEqual(feed.expected())
})

test('sign-out erases rows, state and key', async () => {
  const feed = new Feed()
  feed.write('notes.note', '1', ['a'], { text: 'one' })
  await pulled(feed)
  await vault.destroy()
  expect([await heldOf('notes.note'), (await progress()).state]).toEqual([[], null])
})

test('what comes after sign-out is not written', async () => {
  const feed = new Feed()
  feed.write('notes.note', '1', ['a'], { text: 'one' })
  const over = new AbortController()
  const held = []
  for await (const piece of pieces(streamOf(feed.pull(null)))) held.push(piece)
  over.abort()
  const { turn } = await progress()
  for (const piece of held) await expect(apply(piece, turn, over.signal)).rejects.toThrow()
  expect((await progress()).state).toBeNull()
})

test('a line that cannot be read ends the pull, and what is behind it does not count', async () => {
  const feed = new Feed()
  const lines = [...feed.pull(null)]
  await expect((async () => {
    for await (const piece of pieces(streamOf([{ nonsense: true }, ...lines]))) await apply(piece, (await progress()).turn, open)
  })()).rejects.toBeInstanceOf(LineUnreadable)
  expect((await progress()).state).toBeNull()
})

test('a collection is read when it is asked for, follows what comes, and is empty while locked', async () => {
  const feed = new Feed()
  feed.write('notes.note', '1', ['a'], { text: 'one' })
  await pulled(feed)
  records.resume()
  const notes = records.of<{ text: string }>('notes.note')
  await vi.waitFor(() => expect(notes.loaded).toBe(true))
  feed.write('notes.note', '1', ['a'], { text: 'changed' })
  feed.write('notes.note', '2', ['b'], { text: 'two' })
  const { state } = await progress()
  answer = () => streamOf(feed.pull(state))
  expect(await pull(open)).toBe(true)
  expect(notes.rows.map(({ id, version, body }) => [id, version, body.text])).toEqual([['1', 2, 'changed'], ['2', 1, 'two']])
  records.empty()
  expect([notes.rows, notes.loaded, records.get('notes.note', '1')]).toEqual([[], false, null])
  records.resume()
  await vi.waitFor(() => expect(records.get<{ text: string }>('notes.note', '2')?.body.text).toBe('two'))
})

test('a record that leaves is no longer shown', async () => {
  const feed = new Feed()
  feed.write('notes.note', '1', ['a'], { text: 'one' })
  feed.write('notes.note', '2', ['b'], { text: 'two' })
  answer = () => streamOf(feed.pull(null))
  await pull(open)
  records.resume()
  const notes = records.of('notes.note')
  await vi.waitFor(() => expect(notes.rows).toHaveLength(2))
  feed.mine = ['b']
  const { state } = await progress()
  answer = () => streamOf(feed.pull(state))
  await pull(open)
  expect(notes.rows.map(({ id }) => id)).toEqual(['2'])
})

test.each([['QuotaExceededError', 'full'], ['UnknownError', 'unwritten']])('a device that cannot write (%s) says so, shows the newest and counts nothing', async (name, trouble) => {
  const feed = new Feed()
  feed.write('notes.note', '1', ['a'], { text: 'one' })
  answer = () => streamOf(feed.pull(null))
  await pull(open)
  records.resume()
  const notes = records.of<{ text: string }>('notes.note')
  await vi.waitFor(() => expect(notes.loaded).toBe(true))
  const before = await progress()
  feed.write('notes.note', '1', ['a'], { text: 'newest' })
  answer = () => streamOf(feed.pull(before.state))
  const put = IDBObjectStore.prototype.put
  const refusing = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function refuse(this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
    if ('box' in (value as object)) throw new DOMException('no', name)
    return put.call(this, value, key)
  })
  await expect(pull(open)).rejects.toThrow()
  refusing.mockRestore()
  expect([records.trouble, notes.rows[0]?.body.text]).toEqual([trouble, 'newest'])
  expect((await heldOf('notes.note'))[0]?.body).toEqual({ text: 'one' })
  const { state } = await progress()
  answer = () => streamOf(feed.pull(state))
  expect(await pull(open)).toBe(true)
  expect([records.trouble, await onDevice()]).toEqual([null, feed.expected()])
})

test('a device that cannot write anything at all shows the newest too', async () => {
  const feed = new Feed()
  feed.write('notes.note', '1', ['a'], { text: 'one' })
  answer = () => streamOf(feed.pull(null))
  await pull(open)
  records.resume()
  const notes = records.of<{ text: string }>('notes.note')
  await vi.waitFor(() => expect(notes.loaded).toBe(true))
  const before = await progress()
  feed.write('notes.note', '1', ['a'], { text: 'newest' })
  answer = () => streamOf(feed.pull(before.state))
  const refusing = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => { throw new DOMException('no', 'QuotaExceededError') })
  await expect(pull(open)).rejects.toMatchObject({ name: 'QuotaExceededError' })
  refusing.mockRestore()
  expect([records.trouble, notes.rows[0]?.body.text]).toEqual(['full', 'newest'])
  expect(await progress()).toEqual(before)
})

test('after a pull that goes on where another was cut, what changed between the two is fetched too', async () => {
  const feed = new Feed()
  await pulled(feed)
  for (let i = 1; i < 6; i += 1) feed.write('notes.note', `0000${i}`, ['a'], { text: i })
  await pulled(feed, 4)
  feed.write('notes.note', '00001', ['a'], { text: 'between' })
  vi.stubGlobal('fetch', async (_: string, { body }: { body: BufferSource }) => (
    new Response(streamOf(feed.pull((JSON.parse(new TextDecoder().decode(body)) as { state: unknown }).state)))
  ))
  expect(await pull(open)).toBe(true)
  expect(await onDevice()).toEqual(feed.expected())
})
