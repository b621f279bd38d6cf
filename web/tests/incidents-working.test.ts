import { afterEach, beforeEach, expect, test, vi } from 'vitest'

vi.stubGlobal('BroadcastChannel', class { postMessage(): void {} })
const { connection } = await import('../src/sync/connection.svelte')
const { session } = await import('../src/sync/session.svelte')
const { tasks } = await import('../src/modules/purposes/public')
const { Lookup, lookups } = await import('../src/modules/search/public')
const { safety } = await import('../src/modules/incidents/behind/safety.svelte')
const { working } = await import('../src/modules/incidents/behind/working.svelte')
import { incident } from './incidents-builders'

const place = { street: 'Kapelstraat', number: '41', town: 'Lindebeek' }
const empty = (): void => (session as unknown as { empty(): void }).empty()
let started: unknown[]
let network = true

beforeEach(() => {
  started = []
  network = true
  vi.spyOn(connection, 'online', 'get').mockImplementation(() => network)
  vi.spyOn(tasks, 'start').mockImplementation(async (task) => { started.push(task) })
  vi.spyOn(lookups, 'take').mockImplementation(() => undefined)
  vi.spyOn(Lookup.prototype, 'run').mockResolvedValue()
})

afterEach(() => {
  tasks.current = null
  empty()
  vi.restoreAllMocks()
})

test('accepting an incident starts its task, with its number as the reference of every question', () => {
  const one = incident({ title: 'Inbraak', place })
  working.on(one)
  expect(started).toEqual([{ kind: 'incident', purpose: 'incident', title: 'Inbraak', reference: one.number, place: 'Kapelstraat 41, Lindebeek' }])
})

test('the next status starts no second one', () => {
  const one = incident()
  tasks.current = { reference: one.number, issuer: 'incident' } as never
  working.on(one)
  expect(started).toEqual([])
})

test('a number that he had typed himself becomes the incident’s once he accepts it', () => {
  const one = incident()
  tasks.current = { reference: one.number, issuer: 'self' } as never
  working.on(one)
  expect(started).toMatchObject([{ kind: 'incident', reference: one.number }])
})

test('accepted without network, the task begins once when it is back', async () => {
  network = false
  working.on(incident())
  expect(started).toHaveLength(0)
  network = true
  await working.begin()
  await working.begin()
  expect(started).toHaveLength(1)
})

test('after a lock nothing of it begins', async () => {
  network = false
  working.on(incident())
  empty()
  network = true
  await working.begin()
  expect(started).toHaveLength(0)
})

test('the strip asks under the purpose of incidents with the incident’s number', () => {
  const one = incident({ place })
  safety.ask(one)
  expect(safety.of(one.id).map(({ asked }) => [asked.question, asked.purpose])).toEqual([['Kapelstraat 41, Lindebeek', { code: 'incident', reference: one.number }]])
})

test('it asks once, and after a change only what is new', () => {
  const one = incident({ place })
  safety.ask(one)
  safety.ask({ ...one, title: 'Anders' })
  safety.ask({ ...one, linked: [{ kind: 'vehicle', question: '2-ZKV-318', caution: true }] })
  expect(safety.of(one.id).map(({ asked }) => asked.question)).toEqual(['Kapelstraat 41, Lindebeek', '2-ZKV-318'])
})

test('what failed is asked again when the officer says so, and not by itself', () => {
  const one = incident({ place })
  safety.ask(one)
  const [first] = safety.of(one.id)
  if (first) first.phase = 'failed'
  safety.ask(one)
  expect(safety.of(one.id)).toEqual([first])
  safety.again(one)
  expect(safety.of(one.id)).toHaveLength(1)
  expect(safety.of(one.id)[0]).not.toBe(first)
})

test('again is asked only whoever did not answer', () => {
  const one = incident({ place })
  safety.ask(one)
  const [first] = safety.of(one.id)
  if (!first) throw new Error('nothing was asked')
  first.phase = 'closed'
  first.verdict = { ...first.verdict, missing: [{ source: 'cwr', why: 'silent' }] }
  const retry = vi.spyOn(first, 'retry').mockResolvedValue()
  safety.again(one)
  expect([retry.mock.calls, safety.of(one.id)]).toEqual([[[['cwr']]], [first]])
})

test('without network nothing is asked, and at a lock what runs is stopped', () => {
  const one = incident({ place })
  network = false
  safety.ask(one)
  expect(safety.of(one.id)).toEqual([])
  network = true
  safety.ask(one)
  const stop = vi.spyOn(Lookup.prototype, 'stop')
  empty()
  expect([stop.mock.calls.length, safety.of(one.id)]).toEqual([1, []])
})
