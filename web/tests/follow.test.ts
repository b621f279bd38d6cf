import { expect, test } from 'vitest'
import type { Card, Fact, Pivot } from '../src/modules/search/public'
import type { StopFigure } from '../src/modules/followup/wire'
import { asCsv, byGround } from '../src/modules/followup/later/figures'
import { compared, lastDigits, namesakes } from '../src/modules/followup/namesakes'
import { frameOf, relationsOf } from '../src/modules/followup/later/relations'
import { Lookup } from '../src/modules/search/lookup.svelte'

const fact = (key: string, value: string): Fact => ({ key, value, source: 's', at: '2026-11-23T14:00:00Z' }) as Fact
const person = (id: string, more: Partial<Card> = {}): Card => ({ id, type: 'person', title: 'Peeters, Jan', ...more }) as Card
const pivot = (key: string, question: string, kind: Pivot['kind'] = 'plate'): Pivot => ({ key, question, kind, title: question })

test('only persons stand side by side, eight at most', () => {
  const cards = [...Array.from({ length: 12 }, (_, i) => person(`c${i}`)), { ...person('v'), type: 'vehicle' } as Card]
  expect(namesakes(cards)).toHaveLength(8)
  expect(namesakes([{ ...person('v'), type: 'vehicle' } as Card])).toEqual([])
})

test('what differs is marked, what is equal is not', () => {
  const rows = compared([person('a', { born: '1985-07-30', sex: 'M' }), person('b', { born: '1958-07-30', sex: 'M' })])
  expect(rows.map((row) => [row.key, row.differs])).toEqual([['born', true], ['sex', false]])
})

test('what tells them apart stands first', () => {
  const rows = compared([person('a', { sex: 'M', facts: [fact('address', 'Dorp 1')] }), person('b', { sex: 'M', facts: [fact('address', 'Dorp 2')] })])
  expect(rows.map((row) => row.key)).toEqual(['address', 'sex'])
})

test('what one source does not say is no difference', () => {
  const [row] = compared([person('a', { facts: [fact('address', 'Ringlaan 4')] }), person('b')])
  expect(row).toMatchObject({ key: 'address', values: [['Ringlaan 4'], []], differs: false })
})

test('of a national number only the last digits are shown', () => {
  expect(lastDigits('85.07.30-033.28')).toBe('…033.28')
})

function asked(id: string, cards: Card[], from?: [string, string, Pivot]): Lookup {
  const step = from ? { from_card: { lookup: from[0], card: from[1], pivot: from[2].key } } : {}
  const lookup = new Lookup({ id, question: from ? from[2].question : 'jan peeters', ...step })
  lookup.take(cards.map((card) => ({ kind: 'card', card })))
  return lookup
}

test('what a card names hangs on it and is not asked', () => {
  const car = pivot('vehicles', '85.07.30-033.28', 'national_number')
  const { nodes } = relationsOf(asked('l', [person('a', { pivots: [car] })]), [])
  expect(nodes.map((node) => [node.parent, node.step?.pivot ?? null])).toEqual([[null, null], ['l/a', car]])
})

test('a step that was tapped hangs where it was tapped', () => {
  const car = pivot('vehicle', '1-ABC-123')
  const first = asked('l', [person('a', { pivots: [car, pivot('vehicle', '1-XYZ-999')] })])
  const second = asked('m', [{ ...person('v'), type: 'vehicle', title: '1-ABC-123' } as Card], ['l', 'a', car])
  const { nodes } = relationsOf(second, [second, first])
  const shown = nodes.find((node) => node.id === 'm/v')
  expect(nodes.find((node) => node.id === shown?.parent)?.step?.pivot).toEqual(car)
})

test('the same person shown twice is one node', () => {
  const back = pivot('holder', 'Jan Peeters 1985-07-30', 'name_birth')
  const first = asked('l', [person('a', { born: '1985-07-30', pivots: [back] })])
  const second = asked('m', [person('z', { born: '1985-07-30' })], ['l', 'a', back])
  expect(relationsOf(second, [second, first]).nodes.filter((node) => node.card)).toHaveLength(1)
})

test('namesakes without a birth date stay two nodes: a name alone is nobody', () => {
  const back = pivot('holder', 'Jan Peeters', 'name')
  const first = asked('l', [person('a', { pivots: [back] })])
  const second = asked('m', [person('z')], ['l', 'a', back])
  expect(relationsOf(second, [second, first]).nodes.filter((node) => node.card)).toHaveLength(2)
})

test('a record that both cards have makes them one, however the name is written', () => {
  const records = [{ id: 'rr/person/1', source: 'rr', at: '2026-11-23T14:00:00Z' }]
  const back = pivot('holder', 'Jan Peeters', 'name')
  const first = asked('l', [person('a', { pivots: [back], records })])
  const second = asked('m', [person('z', { title: 'Peeters, Johannes', records })], ['l', 'a', back])
  expect(relationsOf(second, [second, first]).nodes.filter((node) => node.card)).toHaveLength(1)
})

test('what a question by name gave is found, what a number gave is said', () => {
  const ties = (kind: Pivot['kind']): string[] => {
    const holder = pivot('holder', 'x', kind)
    const first = asked('l', [{ ...person('v', { pivots: [holder] }), type: 'vehicle', title: '1-ABC-123' } as Card])
    const second = asked('m', [person('z', { born: '1985-07-30' })], ['l', 'v', holder])
    return relationsOf(second, [second, first]).nodes.filter((node) => node.id === 'm/z').map((node) => node.tie)
  }
  expect([ties('national_number'), ties('name_birth')]).toEqual([['said'], ['found']])
})

test('another card of the same answer is not tied to anybody', () => {
  const { nodes } = relationsOf(asked('l', [person('a'), person('b', { born: '1990-01-01' })]), [])
  expect(nodes.map((node) => node.tie)).toEqual(['said', 'answer'])
})

test('circles and names keep their distance, however many there are', () => {
  const pivots = Array.from({ length: 29 }, (_, i) => pivot('vehicle', `1-ABC-${100 + i}`))
  const { nodes } = relationsOf(asked('l', [person('a', { pivots })]), [])
  const apart = nodes.flatMap((one, i) => nodes.slice(i + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)))
  expect(Math.min(...apart)).toBeGreaterThan(70)
  expect(frameOf(nodes).width).toBeGreaterThan(2 * Math.max(...nodes.map((node) => node.x)))
})

const figure = (more: Partial<StopFigure>): StopFigure =>
  ({ period: '2026-11-01', unit: 'u', unit_name: 'Interventie', ground: 'traffic', title: 'Verkeer', stops: 4, after_lookup: 1, unknown: 0, self_declared: 2, late: 0, withdrawn: 0, ...more })

test('a sum with a count that is not shown says at least', () => {
  expect(byGround([figure({}), figure({ stops: null }), figure({ ground: 'other', title: 'Andere', stops: 9 })])).toEqual([
    { code: 'other', title: 'Andere', stops: 9, few: false }, { code: 'traffic', title: 'Verkeer', stops: 4, few: true },
  ])
})

test('a table for a spreadsheet runs nothing and keeps what is not shown unsaid', () => {
  const heads = { period: 'Vanaf', unit: 'Dienst', ground: 'Grond', counts: ['n'] }
  const csv = asCsv([figure({ title: '=cmd;"x"', stops: null, unit_name: '' })], heads, (n) => (n === null ? '< 5' : String(n)), 'Zonder')
  expect(csv.split('\r\n')[1]).toBe(`2026-11-01;Zonder;"'=cmd;""x""";< 5;1;0;2;0;0`)
})

test('thirty at most, and how many more there were', () => {
  const pivots = Array.from({ length: 40 }, (_, i) => pivot('vehicle', `1-ABC-${100 + i}`))
  const { nodes, left } = relationsOf(asked('l', [person('a', { pivots })]), [])
  expect([nodes.length, left]).toEqual([30, 11])
})

test('no two nodes lie on one another', () => {
  const pivots = Array.from({ length: 12 }, (_, i) => pivot('vehicle', `1-ABC-${100 + i}`))
  const { nodes } = relationsOf(asked('l', [person('a', { pivots }), person('b', { born: '1990-01-01' })]), [])
  expect(new Set(nodes.map((node) => `${node.x.toFixed(1)} ${node.y.toFixed(1)}`)).size).toBe(nodes.length)
})
