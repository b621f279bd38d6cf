import { afterEach, expect, test, vi } from 'vitest'
import { Lookup } from '../src/modules/search/lookup.svelte'
import type { Check, Line } from '../src/modules/search/wire'

const posted: [string, unknown][] = []
let answers: (() => Promise<Response>)[] = []
vi.mock('../src/sync/transport', async (original) => ({
  ...(await original<typeof import('../src/sync/transport')>()),
  send: async (_: string, path: string, body: unknown) => {
    posted.push([path, body])
    return (answers.shift() ?? (() => Promise.reject(new Error('no answer'))))()
  },
}))

const check = (id: string, more: Partial<Check>): Check => ({ kind: 'check', id, role: 'owed', pivot: 'resident', card: 'a', title: '', question: '', asks: 'address', ...more })
const many = check('m', { pivot: 'residents', title: '12', why: 'many', final: true })
const verdict = (...missing: string[]): Line => ({
  kind: 'verdict', level: missing.length ? 'pending' : 'green', word: 'nothing', reasons: [], answered: 1, expected: 1 + missing.length,
  missing: missing.map((id) => ({ check: id, why: 'cancelled' })), final: true,
})
const said = (...lines: Line[]) => () => Promise.resolve(new Response(lines.map((line) => `${JSON.stringify(line)}\n`).join('')))

/** An address that was answered, with too many residents to be checked unasked. */
function address(): Lookup {
  const lookup = new Lookup({ id: 'l', question: 'Ringlaan 4' })
  lookup.phase = 'streaming'
  lookup.take([many, verdict('m'), { kind: 'closed', ms: 3, answered: 1, empty: 0, silent: 0, failed: 0, closed: 0 }])
  return lookup
}

afterEach(() => {
  posted.length = 0
  answers = []
})

test('all residents are asked for once, and their checks stand where it said that they were too many', async () => {
  const lookup = address()
  expect(lookup.checks.map(({ id }) => id)).toEqual(['m'])
  answers = [said(check('r1', { title: 'Peeters, Jan', level: 'green', final: true }), check('r2', { title: 'Peeters, An', level: 'red', word: 'wanted', final: true }), verdict('r2'))]
  await Promise.all([lookup.residents(), lookup.residents()])
  expect(posted).toEqual([['/api/search/lookups/l/residents', {}]])
  expect(lookup.checks.map(({ id }) => id)).toEqual(['r1', 'r2'])
  expect([lookup.checking, lookup.awaiting]).toEqual([false, false])
})

test('while they run the answer is not over', async () => {
  const lookup = address()
  let give: (response: Response) => void = () => undefined
  answers = [() => new Promise((done) => { give = done })]
  const running = lookup.residents()
  expect([lookup.checking, lookup.awaiting]).toEqual([true, true])
  give(new Response(''))
  await running
  expect(lookup.awaiting).toBe(false)
})

test('a connection that breaks leaves no check running, and what was said stays', async () => {
  const lookup = address()
  answers = [said(check('r1', { title: 'Peeters, Jan', level: 'pending' }))]
  await lookup.residents()
  expect(lookup.checks.map(({ id, final }) => [id, final])).toEqual([['m', true], ['r1', true]])
  expect(lookup.verdict.level).toBe('pending')
})

test('refused, it says so and can be asked again', async () => {
  const lookup = address()
  await lookup.residents()
  expect([lookup.error instanceof Error, lookup.checking]).toEqual([true, false])
  answers = [said(verdict())]
  await lookup.residents()
  expect([lookup.error, lookup.checks]).toEqual([null, []])
})
