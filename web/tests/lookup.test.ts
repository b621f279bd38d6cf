import { expect, test } from 'vitest'
import type { Card, Line, Opened } from '../src/modules/search/wire'
import { factId, inOrder } from '../src/modules/search/facts'
import { Lookup } from '../src/modules/search/lookup.svelte'
import { counts } from '../src/modules/search/missing'
import { strip } from '../src/modules/search/strip'
import { factLabel, warningText } from '../src/modules/search/words'

const source = (name: string, state: 'asked' | 'closed' | 'unsuited' = 'asked') => ({ name, short: name, title: name, matters: true, state })
const opened = (...sources: Opened['sources']): Line => ({
  kind: 'opened', lookup: 'l', at: '2026-11-23T14:00:00Z', deadline_ms: 8000, reading: { kind: 'plate', normal: '1-ABC-123' }, readings: [],
  purpose: { code: 'c', title: 'Controle', basis: 'art. 34' }, sources,
})
const card = (id: string, title = id, tone: Card['tone'] = null): Line => ({ kind: 'card', card: { id, type: 'person', title, tone } as Card })
const verdict = (level: 'green' | 'red'): Line => ({ kind: 'verdict', level, word: 'nothing', reasons: [], answered: 1, expected: 2, missing: [] })

function streaming(...lines: Line[]): Lookup {
  const lookup = new Lookup({ id: 'l', question: '1abc123' })
  lookup.phase = 'streaming'
  lookup.take(lines)
  return lookup
}

test('a new card stands below the ones already there', () => {
  const lookup = streaming(card('a'), card('b'))
  lookup.take([card('c')])
  expect(lookup.cards.map((one) => one.id)).toEqual(['a', 'b', 'c'])
})

test('what a source calls its own facts and warnings is shown as the lookup brings it', () => {
  const words = { facts: { pit_bull_permit: 'Vergunning pitbull' }, warnings: { violent_dog: 'Agressieve hond' } }
  const reason = { code: 'violent_dog', word: 'danger', tone: 'red', source: 'dogs', card: 'a', params: {} } as const
  const lookup = streaming({ ...opened(source('dogs')), words } as Line, { ...verdict('red'), reasons: [reason] } as Line)
  expect([factLabel('pit_bull_permit'), warningText('violent_dog')]).toEqual(['Vergunning pitbull', 'Agressieve hond'])
  const shown = strip({ verdict: lookup.verdict, checks: [], awaiting: false, stopped: false, holder: false, counts: counts(lookup.verdict) })
  expect(shown.lines[0]).toBe('Agressieve hond')
  streaming(opened(source('other')))
  expect(warningText('violent_dog')).toBe('violent dog')
})

test('a card that grew stays in its place', () => {
  const lookup = streaming(card('a'), card('b'))
  lookup.take([card('a', 'more')])
  expect(lookup.cards.map((one) => one.title)).toEqual(['more', 'b'])
})

test('a card that was merged into another is gone', () => {
  const lookup = streaming(card('a'), card('b'))
  lookup.take([{ kind: 'gone', card: 'b', into: 'a' }])
  expect(lookup.cards.map((one) => one.id)).toEqual(['a'])
})

test('stopping never leaves a green verdict while sources are out', () => {
  const lookup = streaming(opened(source('a'), source('b')), { kind: 'source', name: 'a', state: 'empty', ms: 5 }, verdict('green'))
  lookup.stop()
  expect(lookup.verdict.level).toBe('pending')
  expect(counts(lookup.verdict)).toMatchObject({ answered: 1, silent: 1, expected: 2 })
})

test('stopping does not take back a red verdict', () => {
  const lookup = streaming(opened(source('a'), source('b')), verdict('red'))
  lookup.stop()
  expect(lookup.verdict.level).toBe('red')
})

test('what is tapped right after asking was meant for the button that asked, and later it is not', () => {
  const lookup = streaming()
  const made = (after: number): Event => ({ timeStamp: performance.now() + after }) as Event
  expect([0, 300, 1000].map((after) => lookup.isSecondTap(made(after)))).toEqual([true, true, false])
})

test('before anything was touched the gravest card comes first', () => {
  const lookup = streaming(card('a'), card('b', 'b', 'amber'))
  lookup.take([card('c', 'c', 'red')])
  expect(lookup.cards.map((one) => one.id)).toEqual(['c', 'b', 'a'])
})

test('once the officer has touched the answer even a red card comes below', () => {
  const lookup = streaming(card('a'), card('b'))
  lookup.settle()
  lookup.take([card('c', 'c', 'red')])
  expect(lookup.cards.map((one) => one.id)).toEqual(['a', 'b', 'c'])
})

test('a fact that comes later stands below those already on the screen', () => {
  const fact = (key: string) => ({ key, value: 'x', source: 's', at: '2026-11-23T14:00:00Z' })
  const before = inOrder([fact('colour'), fact('insured')])
  expect(before.map((one) => one.key)).toEqual(['insured', 'colour'])
  const after = inOrder([fact('vehicle_status'), fact('colour'), fact('insured')], before.map(factId))
  expect(after.map((one) => one.key)).toEqual(['insured', 'colour', 'vehicle_status'])
})
