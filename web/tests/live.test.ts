import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connection } from '../src/sync/connection.svelte'
import { leadInTurn } from '../src/sync/records/leading'
import { Listening, type Timing } from '../src/sync/records/listening'
import { live } from '../src/sync/records/live.svelte'
import { looks } from '../src/sync/records/looks'
import { records } from '../src/sync/records/records.svelte'
import { progress, startAnew } from '../src/sync/records/rows'
import { useCredentials } from '../src/sync/transport'
import { Feed, streamOf } from './feed/feed'
import { Locks } from './feed/locks'

const octets = (text: string): Uint8Array => new TextEncoder().encode(text)
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
const quick: Timing = { firstMs: 20, longestMs: 80, pollMs: 60, goodMs: 1_000 }

interface Line {
  say: (text: string) => void
  end: () => void
  given: boolean
}

/** A small server: streams that the test speaks on, and pulls out of a feed. */
let feed: Feed
let streams: Line[] = []
let pulls = 0
let proofs: (string | null)[] = []
/** Status of the next streams; empty: 200. */
let refusals: number[] = []
/** As the server does: the first it says is that one should look. */
let greets = true
let listeningTerm = new AbortController()

beforeEach(async () => {
  feed = new Feed()
  streams = []
  refusals = []
  greets = true
  proofs = []
  pulls = 0
  listeningTerm = new AbortController()
  connection.online = true
  vi.stubGlobal('document', { documentElement: { lang: 'nl' }, visibilityState: 'visible' })
  vi.stubGlobal('navigator', { locks: new Locks(), onLine: true })
  vi.stubGlobal('fetch', served)
  const signer = { header: 'h', sign: async () => new ArrayBuffer(8) }
  useCredentials({ authorization: 'DPoP token', ath: 'hash', signer, fallback: signer })
  await startAnew()
})

afterEach(() => {
  live.stop()
  listeningTerm.abort()
  vi.restoreAllMocks()
})

async function served(path: string, init: { headers: Headers; body?: BufferSource; signal?: AbortSignal }): Promise<Response> {
  proofs.push(init.headers?.get('DPoP') ?? null)
  if (path === '/api/sync/pull') {
    pulls += 1
    const { state } = JSON.parse(new TextDecoder().decode(init.body)) as { state: unknown }
    return new Response(streamOf(feed.pull(state)))
  }
  if (path !== '/api/sync/stream') return new Response('{}')
  const status = refusals.shift() ?? 200
  const line = { given: status !== 200 } as Line
  streams.push(line)
  if (status !== 200) return new Response('{"code":"server.unavailable"}', { status })
  return new Response(new ReadableStream<Uint8Array>({
    start(controller) {
      line.say = (text) => controller.enqueue(octets(text))
      if (greets) line.say('event: look\ndata: 0\n\n')
      line.end = () => { if (!line.given) controller.close(); line.given = true }
      init.signal?.addEventListener('abort', () => { if (!line.given) controller.error(new DOMException('gone', 'AbortError')); line.given = true })
    },
  }))
}

function listening(pull: () => Promise<boolean>, timing = quick): Listening {
  const made = new Listening(listeningTerm.signal, pull, timing)
  void made.run()
  return made
}

async function spreads(...parts: string[]): Promise<number[]> {
  const found: number[] = []
  for await (const spread of looks(new ReadableStream({ start(c) { parts.forEach((part) => c.enqueue(octets(part))); c.close() } }), () => undefined)) found.push(spread)
  return found
}

test('a look is read however the network cuts it; beats and other events are none', async () => {
  expect(await spreads('event: lo', 'ok\ndata: 4', '0\n\n: here\n\n', 'event: other\ndata: 7\n\nevent: look\ndata: 0\n\n')).toEqual([40, 0])
  expect(await spreads('event: look\ndata: 40\n')).toEqual([])
})

test('with the session open it listens under a proof, pulls, and is up to date when somebody writes', async () => {
  feed.write('notes.note', '1', ['a'], { text: 'one' })
  live.start()
  const notes = records.of<{ text: string }>('notes.note')
  await vi.waitFor(() => expect(notes.rows.map(({ body }) => body.text)).toEqual(['one']))
  expect(proofs.every(Boolean)).toBe(true)
  await vi.waitFor(() => expect(live.lastWhole).not.toBeNull())
  feed.write('notes.note', '1', ['a'], { text: 'two' })
  streams[0]?.say('event: look\ndata: 0\n\n')
  await vi.waitFor(() => expect(notes.rows.map(({ body }) => body.text)).toEqual(['two']))
  expect(streams).toHaveLength(1)
})

test('when everything was last here is known again after a reload', async () => {
  live.start()
  await vi.waitFor(() => expect(live.lastWhole).not.toBeNull())
  expect((await progress()).whole).toBe(live.lastWhole?.getTime())
})

test('at lock the stream ends, nothing more is fetched and nothing stays in memory', async () => {
  feed.write('notes.note', '1', ['a'], { text: 'one' })
  live.start()
  const notes = records.of('notes.note')
  await vi.waitFor(() => expect(notes.rows).toHaveLength(1))
  await vi.waitFor(() => expect(live.lastWhole).not.toBeNull())
  live.stop()
  expect([notes.rows, live.lastWhole]).toEqual([[], null])
  await vi.waitFor(() => expect(streams[0]?.given).toBe(true))
  const before = [pulls, streams.length]
  await pause(80)
  expect([pulls, streams.length]).toEqual(before)
})

test('unlocked again, what is on the device is shown before the network answers', async () => {
  feed.write('notes.note', '1', ['a'], { text: 'one' })
  live.start()
  const notes = records.of('notes.note')
  await vi.waitFor(() => expect(live.lastWhole).not.toBeNull())
  live.stop()
  vi.stubGlobal('fetch', () => new Promise(() => undefined))
  live.start()
  await vi.waitFor(() => expect(notes.rows).toHaveLength(1))
})

test('each looks at a moment of its own within the spread, and one pull does for several looks', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  listening(async () => { pulls += 1; return true })
  await vi.waitFor(() => expect(pulls).toBe(1))
  for (let i = 0; i < 3; i += 1) streams[0]?.say('event: look\ndata: 300\n\n')
  await pause(100)
  expect(pulls).toBe(1)
  await vi.waitFor(() => expect(pulls).toBe(2))
  await pause(200)
  expect(pulls).toBe(2)
})

test('a look that comes during a pull is followed by another pull', async () => {
  let finish: () => void = () => undefined
  listening(() => { pulls += 1; return new Promise((done) => { finish = () => done(true) }) })
  await vi.waitFor(() => expect(pulls).toBe(1))
  streams[0]?.say('event: look\ndata: 0\n\n')
  await pause(20)
  expect(pulls).toBe(1)
  finish()
  await vi.waitFor(() => expect(pulls).toBe(2))
})

test('a stream that ends is opened again, after pauses that grow', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(1)
  const at: number[] = []
  listening(async () => true)
  for (let i = 0; i < 4; i += 1) {
    await vi.waitFor(() => expect(streams.length).toBe(i + 1), { interval: 2 })
    at.push(Date.now())
    streams[i]?.end()
  }
  const gaps = at.slice(1).map((moment, i) => moment - (at[i] ?? 0))
  for (const [i, least] of [15, 35, 70].entries()) expect(gaps[i]).toBeGreaterThanOrEqual(least)
})

test('where no stream can be held it polls', async () => {
  refusals = Array.from({ length: 50 }, () => 503)
  listening(async () => { pulls += 1; return true })
  await vi.waitFor(() => expect(pulls).toBeGreaterThanOrEqual(3), { timeout: 2_000 })
  expect(streams.length).toBeGreaterThanOrEqual(3)
})

test('back on the network, or at the front, no pause is waited out', async () => {
  refusals = [503]
  const slow = listening(async () => { pulls += 1; return true }, { ...quick, firstMs: 60_000, longestMs: 60_000 })
  await vi.waitFor(() => expect(streams).toHaveLength(1))
  await pause(20)
  expect(streams).toHaveLength(1)
  slow.wake()
  await vi.waitFor(() => expect(streams).toHaveLength(2))
})

test('where something on the way holds the stream back, it pulls all the same', async () => {
  greets = false
  listening(async () => { pulls += 1; return true })
  await vi.waitFor(() => expect(pulls).toBe(1), { timeout: 7_000 })
}, 10_000)

test('a stream that opens costs one pull', async () => {
  listening(async () => { pulls += 1; return true })
  await vi.waitFor(() => expect(pulls).toBe(1))
  await pause(60)
  expect(pulls).toBe(1)
})

test('a pull that failed is tried again by itself', async () => {
  listening(async () => { pulls += 1; return pulls > 2 })
  await vi.waitFor(() => expect(pulls).toBe(3), { timeout: 2_000 })
  await pause(120)
  expect(pulls).toBe(3)
})

/** A tab that wants to lead: whether it does, and how to close it. */
function tab(): { leads: boolean; close: () => void } {
  const closing = new AbortController()
  const found = { leads: false, close: () => closing.abort() }
  void leadInTurn((signal) => new Promise((over) => {
    found.leads = true
    signal.addEventListener('abort', () => { found.leads = false; over() })
  }), closing.signal)
  return found
}

test('one tab leads; when it closes another does', async () => {
  const [one, two] = [tab(), tab()]
  await vi.waitFor(() => expect(one.leads).toBe(true))
  await pause(20)
  expect(two.leads).toBe(false)
  one.close()
  await vi.waitFor(() => expect([one.leads, two.leads]).toEqual([false, true]))
  two.close()
})

test('a leader that says nothing for fifteen seconds is replaced, one that beats is not', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    const silent = (await navigator.locks.request('none', () => 1)) // the locks answer
    expect(silent).toBe(1)
    let stolen = false
    void navigator.locks.request('focus-sync-lead', () => new Promise(() => undefined)).catch(() => { stolen = true })
    const two = tab()
    await pause(5)
    await vi.advanceTimersByTimeAsync(14_000)
    expect([stolen, two.leads]).toEqual([false, false])
    await vi.advanceTimersByTimeAsync(2_000)
    await pause(20)
    expect([stolen, two.leads]).toEqual([true, true])
    const three = tab()
    for (let second = 0; second < 40; second += 1) {
      await vi.advanceTimersByTimeAsync(1_000)
      await pause(2)
      expect([two.leads, three.leads]).toEqual([true, false])
    }
    three.close()
    two.close()
  } finally {
    vi.useRealTimers()
  }
})
