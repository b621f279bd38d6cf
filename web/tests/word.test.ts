import { beforeAll, expect, test } from 'vitest'
import { useLanguage } from '../src/base/i18n.svelte'
import { Lookup, type SourceState } from '../src/modules/search/lookup.svelte'
import { counts } from '../src/modules/search/missing'
import { strip, type Shown } from '../src/modules/search/strip'
import type { Check, Line, MissingAnswer, Verdict } from '../src/modules/search/wire'
import { checkWhy, verdictWord } from '../src/modules/search/words'

const check = (id: string, more: Partial<Check> = {}): Check =>
  ({ kind: 'check', id, role: 'owed', pivot: 'holder', card: 'c', title: 'Goossens, Sofie', question: '90.04.12-902.74', asks: 'national_number', ...more })
const verdict = (more: Partial<Verdict> = {}): Verdict =>
  ({ kind: 'verdict', level: 'pending', word: 'not_all', reasons: [], answered: 3, expected: 3, missing: [], ...more })
const reason = (code: string, more: { check?: string; card?: string } = {}): Verdict['reasons'][number] =>
  ({ code, word: 'wanted', tone: 'red', source: 's', card: 'c', ...more })
const source = (name: string, state: SourceState['state'], matters = true): SourceState =>
  ({ name, short: name, title: name, matters, state, ms: null, records: 0 })

function lines(given: Partial<Verdict>, more: Partial<Shown> = {}): string[] {
  const one = verdict(given)
  return strip({ verdict: one, checks: [], awaiting: false, stopped: false, holder: false, counts: counts(one), ...more }).lines
}

function streaming(...said: Line[]): Lookup {
  const lookup = new Lookup({ id: 'l', question: '1abc123' })
  lookup.phase = 'streaming'
  lookup.take(said)
  return lookup
}

beforeAll(() => useLanguage('nl'))

test.each([
  ['who', 'Wie?'], ['not_found', 'Niet gevonden'], ['not_all', 'Niet alles nagegaan'], ['nothing', 'Niets'], ['wanted', 'Gezocht'], ['incomplete', 'Onvolledig'],
])('the word %s is %s', (word, shown) => {
  expect(verdictWord({ word }, false)).toBe(shown)
})

test('while answers may come the word is only not yet all', () => {
  expect(verdictWord({ word: 'not_all' }, true)).toBe('Nog niet alles')
  expect(verdictWord({ word: 'who' }, true)).toBe('Wie?')
})

test('of several who fit one must be chosen', () => {
  expect(lines({ word: 'who', subjects: 3 })).toEqual(['3 passen: kies er een.'])
})

test('what no register knows is looked at once more', () => {
  expect(lines({ word: 'not_found' })).toEqual(['Geen register kent dit.', 'Kijk cijfers en letters na.'])
})

test('not all says how many are missing and of which kind', () => {
  const missing: MissingAnswer[] = [
    { source: 'a', why: 'silent' }, { check: 'h', source: 'a', why: 'failed' }, { source: 'b', why: 'closed' }, { check: 'address', why: 'reading' }, { check: 'h', why: 'unknown' },
  ]
  expect(lines({ missing })).toEqual(['2 antwoorden bleven uit, 2 niet gevraagd, 1 niet nagegaan: geen groen.'])
})

test('stopped says so first', () => {
  expect(lines({ missing: [{ source: 'a', why: 'cancelled' }] }, { stopped: true })[0]).toBe('Gestopt vóór alles binnen was: geen groen.')
})

test('green names who was checked with it', () => {
  expect(lines({ level: 'green', word: 'nothing' }, { checks: [check('h')] })).toEqual(['Elke bron die telt, antwoordde.', 'Ook nagegaan: Goossens, Sofie'])
})

test('a warning on one of several says on how many', () => {
  expect(lines({ level: 'red', word: 'wanted', subjects: 3, reasons: [reason('wanted_arrest')] })[0]).toMatch(/^1 van 3: /)
})

test('a warning on the holder is called the holder’s', () => {
  expect(lines({ level: 'red', word: 'wanted', reasons: [reason('wanted_arrest', { check: 'h' })] }, { checks: [check('h')] })[0]).toMatch(/^Titularis: \p{Ll}/u)
})

test('of several who live there the one is named', () => {
  const checks = [check('a', { pivot: 'resident', title: 'Verlinden, Jeroen' }), check('b', { pivot: 'resident' })]
  expect(lines({ level: 'red', word: 'wanted', reasons: [reason('wanted_arrest', { check: 'a' })] }, { checks })[0]).toMatch(/^Bewoner Verlinden, Jeroen: \p{Ll}/u)
})

test('too many residents are said by their number', () => {
  expect(checkWhy(check('m', { pivot: 'residents', title: '14', question: '', why: 'many' }))).toBe('14 bewoners niet nagegaan')
})

test('where nobody is known as holder the row says so', () => {
  expect(checkWhy(check('n', { title: '', question: '', why: 'unknown' }))).toBe('Niemand bekend')
})

test('a cut names what was still out, and adds up', () => {
  const lookup = streaming(verdict({ answered: 1, expected: 4 }), check('h'))
  lookup.sources = [source('a', 'answered'), source('b', 'asked'), source('c', 'slow'), source('d', 'asked', false)]
  lookup.stop()
  const { answered, expected, silent, unrun } = counts(lookup.verdict)
  expect([answered, silent, unrun, expected]).toEqual([1, 2, 1, 4])
  expect(lookup.verdict.level).toBe('pending')
})

test('a check that ran anew takes the place of the one that was lost', () => {
  const lookup = streaming(check('old', { final: true }), verdict({ missing: [{ check: 'old', source: 'custody', why: 'silent' }] }))
  lookup.take([check('new'), verdict()])
  expect(lookup.checks.map((one) => one.id)).toEqual(['new'])
})

test('nobody is unknown any more once a holder was found', () => {
  const lookup = streaming(check('nobody', { title: '', question: '', why: 'unknown', final: true }), verdict({ missing: [{ check: 'nobody', why: 'unknown' }] }))
  lookup.take([check('h'), verdict()])
  expect(lookup.checks.map((one) => one.id)).toEqual(['h'])
})

test('the newest line of a check counts, in its place', () => {
  const lookup = streaming(check('a'), check('b', { pivot: 'driver', question: 'x' }), check('a', { level: 'green', word: 'nothing', final: true }), verdict())
  expect(lookup.checks.map((one) => [one.id, one.level ?? 'pending'])).toEqual([['a', 'green'], ['b', 'pending']])
})

test('a check that ended green stays on its card', () => {
  const lookup = streaming(check('h', { level: 'green', word: 'nothing', final: true }), verdict({ level: 'green', word: 'nothing', final: true }))
  expect(lookup.checks.map((one) => one.id)).toEqual(['h'])
})
