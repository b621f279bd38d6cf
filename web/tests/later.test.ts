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
import { useLanguage } from '../src/base/i18n.svelte'
import { preferences } from '../src/store/preferences.svelte'
import { ring } from '../src/store/ring'
import { vault } from '../src/store/vault'
import { brought } from './keys'
import { connection } from '../src/sync/connection.svelte'
import { session } from '../src/sync/session.svelte'
import { expiresAfterMs, later } from '../src/modules/followup/later.svelte'
import module from '../src/modules/followup/module'
import { lostAtSignOut } from '../src/modules/me/public'
import { toasts } from '../src/kit/toasts.svelte'

const why = { title: 'Verkeerscontrole', basis: 'WPA art. 16', reference: 'C-1109' }
const question = (id: string): { id: string; question: string; purpose: { code: string; reference: string } } =>
  ({ id, question: '1-HKL-407', purpose: { code: 'traffic_check', reference: 'C-1109' } })
const lines = (id: string): string => [
  { kind: 'opened', lookup: id, at: '2026-11-23T14:00:00Z', deadline_ms: 8000, reading: { kind: 'plate', normal: '1-HKL-407' }, readings: [], purpose: { code: 'traffic_check', ...why }, sources: [] },
  { kind: 'verdict', level: 'green', word: 'nothing', reasons: [], answered: 1, expected: 1, missing: [], subjects: 1, final: true },
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
  ring.hold(brought.keys)
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

test('a red answer that comes after waiting is felt, and its question and verdict are told', async () => {
  const felt = vi.fn()
  await useLanguage('nl')
  vi.stubGlobal('navigator', { vibrate: felt })
  await later.put(question('a'), why)
  answers.push(() => new Response(lines('a').replace('"level":"green","word":"nothing"', '"level":"red","word":"wanted"')))
  await later.run()
  vi.unstubAllGlobals()
  expect(felt).toHaveBeenCalledWith([300, 120, 300])
  expect(toasts.current?.text).toBe('Beantwoord na wachten: 1-HKL-407: Gezocht')
})

test.each([[403, 'gate.not_permitted'], [404, 'gate.module_off'], [422, 'search.task_ended']])(
  'what may not run any more is counted as not asked, and is not sent again: %i %s', async (status, code) => {
    await later.put(question('a'), why)
    answers.push(refused(status, code))
    await later.run()
    await later.run()
    expect(sent).toHaveLength(1)
    expect([later.notAsked, later.queue.items[0]?.problem?.code]).toEqual([1, code])
  })

test('a device that is revoked loses what waits when it meets the server', async () => {
  await later.put(question('a'), why)
  answers.push(() => {
    emptied('out')
    return refused(401, 'identity.signed_out')()
  })
  await later.run()
  await vault.destroy()
  expect(await vault.read('later')).toBeNull()
  expect(later.queue.items).toEqual([])
  expect(preferences.allWaiting).toBe(1)
  preferences.forgetWaiting()
})

test('while another tab runs what waits, this one does not', async () => {
  const request = vi.fn((name: string, given: unknown, work?: (held: unknown) => unknown) =>
    Promise.resolve(name === 'focus-later-run' ? work?.(null) : (given as () => unknown)()))
  vi.stubGlobal('navigator', { locks: { request } })
  await later.put(question('a'), why)
  await later.run()
  vi.unstubAllGlobals()
  expect(sent).toEqual([])
  expect(later.queue.items[0]?.state).toBe('waiting')
})

test('what another tab ran meanwhile is not run again', async () => {
  await later.put(question('a'), why)
  await vault.remove('later') // as the other tab does
  preferences.keepWaiting('later', 0)
  await later.run()
  expect(sent).toEqual([])
  expect(later.queue.items).toEqual([])
})

test('a change in one tab is heard in the others', async () => {
  const other = new BroadcastChannel('focus-queue-later')
  const heard = new Promise((done) => { other.onmessage = done })
  await later.put(question('a'), why)
  await heard
  other.close()
})

test('a device whose clock is wrong dates by the server’s, also after a restart', async () => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => kept.set(name, value) })
  preferences.clockOffset = 7200
  vi.resetModules()
  const anew = await vi.importActual<typeof import('../src/sync/transport')>('../src/sync/transport')
  expect(Math.round((anew.serverNow().getTime() - Date.now()) / 1000)).toBe(7200)
  vi.unstubAllGlobals()
})

test('each writing of a record has a key of its own, and none of it is legible', async () => {
  await later.put(question('a'), why)
  const first = await (await database()).get('records', 'later')
  await later.put(question('b'), why)
  const second = await (await database()).get('records', 'later')
  const opens = async (key: typeof first, of: typeof first): Promise<boolean> => {
    if (!key || !of) return false
    await (await database()).put('records', { ...of, key: key.key, keyIv: key.keyIv }, 'later')
    return (await vault.read('later')) !== null
  }
  expect(await opens(first, second)).toBe(false)
  expect(await opens(second, second)).toBe(true)
})

test('before signing out it is said how many questions will not be asked, and nothing where none waits', async () => {
  await useLanguage('nl')
  const said = module.adds.find(({ slot }) => slot === lostAtSignOut.name)?.what as () => string | null
  expect(said()).toBeNull()
  await later.put(question('a'), why)
  await later.put(question('b'), why)
  answers.push(refused(422, 'purposes.unknown'))
  await later.run()
  expect([later.queue.items.length, said()]).toEqual([2, 'Nog vragen in wacht: 1. Als u afmeldt of overgaat, worden ze niet meer gesteld.'])
})
