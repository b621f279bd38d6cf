import { expect, test } from 'vitest'
import { anything, crewsLike, fitting, moved } from '../src/modules/incidents/later/filters'
import { inSight, rowsOf, topOf, type Sizes } from '../src/modules/incidents/later/rows'
import { crew, incident, on, shown } from './incidents-builders'

const no2 = crew('NO-2', { unit: 'north', state: 'en_route', members: [{ person: 'a', name: 'Lotte Maes' }] })
const zu7 = crew('ZU-7', { unit: 'south' })
const waiting = incident({ kind: 'nuisance', priority: 3 })
const running = incident({ kind: 'burglary', priority: 1, crews: [on(no2, 'en_route')] })
const closed = incident({ state: 'closed', kind: 'theft', crews: [on(zu7, 'available')] })
const all = [running, closed, waiting].map((one) => shown(one))
/** A title of more than 20 letters needs two lines. */
const sizes: Sizes = { group: 30, row: 60, line: 22, lines: (title) => (title.length > 20 ? 2 : 1) }
const titles = (wish: Partial<typeof anything>): string[] => fitting(all, { ...anything, ...wish }, [no2, zu7]).map(({ incident: { id } }) => id)

test('those without a crew stand first, also before the leader’s own', () => {
  const own = shown(running, on(no2, 'en_route'))
  expect(rowsOf([own, shown(closed), shown(waiting)], sizes).map(({ id }) => id)).toEqual(['waiting', waiting.id, 'running', running.id, 'closed', closed.id])
})

test('closed ones are shown when asked for', () => {
  expect([titles({}), titles({ closed: true })]).toEqual([[running.id, waiting.id], [running.id, closed.id, waiting.id]])
})

test('by kind, by priority, and by unit, where those without a crew are everybody’s', () => {
  expect([titles({ kind: 'burglary' }), titles({ priority: 3 }), titles({ unit: 'north' }), titles({ unit: 'south' })]).toEqual([[running.id], [waiting.id], [running.id, waiting.id], [waiting.id]])
})

test('of two thousand only those in sight are drawn, and the bar is as long as for all', () => {
  const long = 'Aanrijding met gekwetsten, weg versperd'
  const rows = rowsOf(Array.from({ length: 2000 }, (_, n) => shown(incident({ title: n % 2 ? long : 'Alarm' }))), sizes)
  const whole = 30 + 1000 * 60 + 1000 * 82
  for (const top of [0, 4_321, whole - 600]) {
    const { above, below, rows: drawn } = inSight(rows, top, 600)
    expect(drawn.length).toBeLessThan(30)
    expect(above + below + drawn.reduce((sum, row) => sum + row.height, 0)).toBe(whole)
    expect(above).toBeLessThanOrEqual(top)
    expect(whole - below).toBeGreaterThanOrEqual(Math.min(whole, top + 600))
  }
})

test('two thousand are grouped and cut within the time of an update', () => {
  const many = Array.from({ length: 2000 }, (_, n) => shown(incident({ priority: 1 + (n % 5) })))
  const began = performance.now()
  inSight(rowsOf(fitting(many, anything, [no2]), sizes), 0, 900)
  expect(performance.now() - began).toBeLessThan(100)
})

test('a chosen one is found where it is drawn', () => {
  const rows = rowsOf(all.map((one) => ({ ...one, incident: { ...one.incident, title: one.incident === waiting ? 'Aanrijding met gekwetsten' : 'Alarm' } })), sizes)
  expect([topOf(rows, waiting.id), topOf(rows, running.id), topOf(rows, 'elsewhere')]).toEqual([30, 30 + 82 + 30, null])
})

test('a crew is found by its call sign without its hyphen and by a name, the free ones first', () => {
  const no4 = crew('NO-4', { state: 'available' })
  const off = crew('NO-1', { state: 'unavailable' })
  expect(crewsLike([off, no2, no4, zu7], 'no').map(({ call_sign }) => call_sign)).toEqual(['NO-4', 'NO-2', 'NO-1'])
  expect(crewsLike([no2, no4], 'no2').map(({ call_sign }) => call_sign)).toEqual(['NO-2'])
  expect(crewsLike([no2, no4], 'maes').map(({ call_sign }) => call_sign)).toEqual(['NO-2'])
})

test('an address written anew loses the point of the one before; one left as it was keeps it', () => {
  const before = { street: 'Markt', number: '7', longitude: 4.9, latitude: 51.2, within_m: 20 }
  expect(moved(before, { ...before, number: '9', postcode: '' })).toEqual({ street: 'Markt', number: '9', postcode: '' })
  expect(moved(before, { ...before, postcode: '', town: '', text: '' }).latitude).toBe(51.2)
})
