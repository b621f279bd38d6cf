import { expect, test } from 'vitest'
import { useLanguage } from '../src/base/i18n.svelte'
import { folded, isOwed, isShown, type Told } from '../src/modules/cameras/later/fold'
import { awayText, distance, listedText, windOf } from '../src/modules/cameras/later/words'
import type { Hit, Said, Word } from '../src/modules/cameras/wire'
import 'virtual:focus-texts/later/cameras/screen'

const me = { id: 'p1', name: 'Ann Peeters' }
const camera = { id: 'LB-07', name: 'Ringlaan', longitude: 4.86, latitude: 51.03 }

function hit(said: Partial<Hit> = {}): Hit {
  return {
    id: 'h1', plate: '2-FIC-001', country: 'B', seen_at: '2026-11-25T14:00:00Z', camera, picture: true, list: 'zone-list', list_name: 'Aandachtslijst',
    owner: 'Zone', reason: 'Ladingdiefstal', listed_since: '2026-11-22T14:00:00Z', state: 'new', said: [], ...said,
  }
}

function told(word: Word, n = 1, more: Partial<Told> = {}): Told {
  return { item: `t${n}`, hit: 'h1', word, text: '', at: `2026-11-25T14:0${n}:00Z`, waiting: true, ...more }
}

const other = (word: Word): Said => ({ word, person: 'p2', name: 'Bert Claes', at: '2026-11-25T14:00:30Z', counted: true })

test('confirmed without network is confirmed at once, waits, and is mine to finish', () => {
  const [shown] = folded([hit()], [told('confirmed')], me)
  expect([shown?.hit.state, shown?.hit.decided_by, shown?.waiting, shown?.before]).toEqual(['confirmed', 'Ann Peeters', true, null])
  expect(shown && isOwed(shown, 'p1')).toBe(true)
  expect(shown && isOwed(shown, 'p2')).toBe(false)
})

test('confirmed and finished, in the order in which it was said', () => {
  const [shown] = folded([hit()], [told('confirmed'), told('stopped', 2)], me)
  expect([shown?.hit.state, shown?.hit.said?.map(({ word, counted }) => [word, counted])]).toEqual(['stopped', [['confirmed', true], ['stopped', true]]])
})

test('whoever was second sees who decided, and changes nothing', () => {
  const theirs = hit({ state: 'not_same', said: [other('not_same')] })
  const [shown] = folded([theirs], [told('confirmed')], me)
  expect([shown?.hit.state, shown?.before?.name, shown?.before?.word]).toEqual(['not_same', 'Bert Claes', 'not_same'])
})

test('what the record shows is not laid over it again', () => {
  const record = hit({ state: 'confirmed', said: [{ ...other('confirmed'), person: 'p1', name: 'Ann Peeters' }] })
  expect(isShown(told('confirmed'), record, 'p1')).toBe(true)
  expect(isShown(told('stopped'), record, 'p1')).toBe(false)
  expect(folded([record], [told('confirmed', 1, { waiting: false })], me)[0]?.hit.said).toHaveLength(1)
})

test('an outcome of what nobody confirmed changes nothing', () => {
  expect(folded([hit()], [told('stopped')], me)[0]?.hit.state).toBe('new')
})

test('the last seen stands first', () => {
  const shown = folded([hit(), hit({ id: 'h2', seen_at: '2026-11-25T14:05:00Z' })], [], me)
  expect(shown.map((one) => one.hit.id)).toEqual(['h2', 'h1'])
})

test('how long it is on the list, in words', async () => {
  await useLanguage('nl')
  const at = (time: string): string => listedText(hit(), new Date(time))
  expect(at('2026-11-22T20:00:00Z')).toBe('sinds vandaag op de lijst')
  expect(at('2026-11-23T20:00:00Z')).toBe('staat 1 dag op de lijst')
  expect(at('2026-11-25T14:02:00Z')).toBe('staat 3 dagen op de lijst')
  expect(at('2027-02-25T14:02:00Z')).toBe('sinds 22 november 2026 op de lijst')
})

test('how far and where, from here', async () => {
  await useLanguage('nl')
  const from = { longitude: 4.86, latitude: 51.03 }
  expect(distance(from, { longitude: 4.86, latitude: 51.04 })).toBeCloseTo(1112, -1)
  expect(['n', 'e', 's', 'w', 'ne', 'sw']).toEqual([[0, 1], [1, 0], [0, -1], [-1, 0], [1, 0.63], [-1, -0.63]]
    .map(([x = 0, y = 0]) => windOf(from, { longitude: from.longitude + x / 100, latitude: from.latitude + y / 100 })))
  expect(awayText(from, { longitude: 4.86, latitude: 51.04 })).toBe('1,1 km ten noorden van u')
  expect(awayText(from, { longitude: 4.86, latitude: 51.034 })).toBe('450 m ten noorden van u')
  expect(awayText(from, from)).toBe('hier bij u')
})
