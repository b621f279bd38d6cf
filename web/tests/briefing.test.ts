import { expect, test } from 'vitest'
import {
  cut, due, filtered, isUnread, joined, lastBriefing, numbers, sections, stateOf, type Line, type Read, type Wish,
} from '../src/modules/briefing/behind/lines'
import { questionOf } from '../src/modules/briefing/behind/subject'
import { moment, warns } from '../src/modules/briefing/behind/words'
import type { Item, Receipt } from '../src/modules/briefing/wire'
import { hours, item, now, receipt } from './briefing-builders'

const everything: Wish = { text: '', kind: '', priority: '', unread: false, since: null }
const origin = { organisation: 'o2', name: 'PZ Heikant', item: 'i2' }

function lines(items: Item[], receipts: Receipt[] = [], told: ReadonlyMap<string, Read> = new Map()): Line[] {
  return joined({ items, receipts, tallies: [], told }, now)
}

const titles = (found: readonly Line[]): string[] => found.map((line) => line.item.content.title)

test('what has ended by the clock of the phone is not in force, though the server has not said so', () => {
  expect(stateOf(item({ valid_to: hours(-1) }), now)).toBe('expired')
  expect(stateOf(item({ valid_to: hours(0) }), now)).toBe('expired')
  expect(stateOf(item({ valid_to: hours(0.01) }), now)).toBe('now')
  expect(stateOf(item({ valid_from: hours(1) }), now)).toBe('coming')
  expect(stateOf(item({}, { state: 'recalled' }), now)).toBe('recalled')
})

test('an item without an end counts until the server ends it', () => {
  expect(stateOf(item({ valid_to: null }), now)).toBe('now')
})

test('a receipt of the version that must be read, or of a later one, is reading it', () => {
  const revised = item({}, { version: 3, asks: 2 })
  expect(lines([revised], [receipt(revised, 1)]).map(isUnread)).toEqual([true])
  expect(lines([revised], [receipt(revised, 2)]).map(isUnread)).toEqual([false])
  expect(lines([revised], [receipt(revised, 3)]).map(isUnread)).toEqual([false])
})

test('what was told here and is not confirmed is read, and says that it waits', () => {
  const one = item()
  const [line] = lines([one], [], new Map([[one.id, { version: 1, at: now, waiting: true }]]))
  expect(line?.read).toEqual({ version: 1, at: now, waiting: true })
})

test('a confirmed receipt wins from what was told here', () => {
  const one = item()
  const [line] = lines([one], [receipt(one, 1, hours(-2))], new Map([[one.id, { version: 1, at: now, waiting: true }]]))
  expect(line?.read).toEqual({ version: 1, at: new Date(hours(-2)), waiting: false })
})

test('what was told of an old version does not count for the new one', () => {
  const one = item({}, { version: 2, asks: 2 })
  expect(lines([one], [], new Map([[one.id, { version: 1, at: now, waiting: true }]])).map(isUnread)).toEqual([true])
})

test('what is due stands with the urgent first, then the high, then the newest', () => {
  const found = lines([
    item({ title: 'old', must_read: true }, { published_at: hours(-9) }), item({ title: 'new', must_read: true }, { published_at: hours(-2) }),
    item({ title: 'high', must_read: true, priority: 'high' }), item({ title: 'urgent', must_read: true, priority: 'urgent' }),
    item({ title: 'may', priority: 'urgent' }), item({ title: 'over', must_read: true, valid_to: hours(-1) }),
  ])
  expect(titles(due(found))).toEqual(['urgent', 'high', 'new', 'old'])
})

test('"to read" has what is due, what else is unread, what was recalled, and what was read with the last one first', () => {
  const [early, late] = [item({ title: 'read early' }), item({ title: 'read late', must_read: true })]
  const found = sections(lines([
    early, late, item({ title: 'due', must_read: true }), item({ title: 'unread' }),
    item({ title: 'recalled' }, { state: 'recalled' }), item({ title: 'expired', must_read: true, valid_to: hours(-1) }),
  ], [receipt(early, 1, hours(-3)), receipt(late, 1, hours(-2))]), 'read')
  expect(found.map(({ name, lines: shown }) => [name, titles(shown)])).toEqual([
    ['must', ['due']], ['new', ['unread']], ['recalled', ['recalled']], ['done', ['read late', 'read early']],
  ])
})

test('"all" is ordered as the roll call and holds nothing that has ended', () => {
  const [all] = sections(lines([
    item({ title: 'plain' }), item({ title: 'must', must_read: true }), item({ title: 'urgent', priority: 'urgent' }),
    item({ title: 'ended' }, { state: 'expired' }),
  ]), 'all')
  expect(titles(all?.lines ?? [])).toEqual(['urgent', 'must', 'plain'])
})

test('the neighbours have what they share, and the tabs count what stands behind them', () => {
  const mine = item({ title: 'mine' })
  const found = lines([mine, item({ title: 'theirs' }, { origin }), item({ title: 'gone' }, { origin, state: 'recalled' })], [receipt(mine, 1)])
  expect(sections(found, 'neighbours').map(({ name, lines: shown }) => [name, titles(shown)])).toEqual([['all', ['theirs']], ['recalled', ['gone']]])
  expect(numbers(found)).toEqual({ read: 1, all: 2, neighbours: 1 })
})

test('a page holds so many lines over all sections', () => {
  const found = sections(lines([item({ must_read: true }), item({ must_read: true }), item(), item()]), 'read')
  expect(cut(found, 3).map(({ name, lines: shown }) => [name, shown.length])).toEqual([['must', 2], ['new', 1]])
  expect(cut(found, 2).map(({ name }) => name)).toEqual(['must'])
})

test('words are found in title, text, place, number and subjects, without diacritics and in any order', () => {
  const found = lines([
    item({ title: 'Voleur à l’étalage', text: 'Dépôt', subjects: [{ kind: 'vehicle', plate: '1-ABC-123' }] }), item({ title: 'Kermis', place: 'Markt' }),
  ])
  const hits = (text: string): number => filtered(found, { ...everything, text }).length
  expect(hits('etalage VOLEUR')).toBe(1)
  expect(hits('depot')).toBe(1)
  expect(hits('1-abc')).toBe(1)
  expect(hits('markt')).toBe(1)
  expect(hits('markt depot')).toBe(0)
  expect(hits('  ')).toBe(2)
})

test('kind, priority and unread narrow the list together', () => {
  const read = item({ title: 'read', kind: 'event', priority: 'high' })
  const found = lines([read, item({ title: 'unread', kind: 'event', priority: 'high' }), item({ title: 'plain', kind: 'event' }), item({ title: 'other', priority: 'high' })], [receipt(read, 1)])
  expect(titles(filtered(found, { ...everything, kind: 'event', priority: 'high' }))).toEqual(['read', 'unread'])
  expect(titles(filtered(found, { ...everything, kind: 'event', priority: 'high', unread: true }))).toEqual(['unread'])
  expect(titles(filtered(found, { ...everything, kind: 'event', priority: 'normal' }))).toEqual(['plain'])
})

test('"changed since" has what is new and what was revised, and no small correction', () => {
  const change = (at: string, minor: boolean): NonNullable<Item['changes']> => [{ version: 2, at, fields: ['text'], minor }]
  const found = lines([
    item({ title: 'new' }, { published_at: hours(-2) }), item({ title: 'old' }, { published_at: hours(-20) }),
    item({ title: 'revised' }, { published_at: hours(-20), changes: change(hours(-1), false) }),
    item({ title: 'corrected' }, { published_at: hours(-20), changes: change(hours(-1), true) }),
  ])
  expect(titles(filtered(found, { ...everything, since: new Date(hours(-5)) }))).toEqual(['new', 'revised'])
})

test('the last briefing is the last receipt of before this hour, or a day ago', () => {
  const one = item()
  expect(lastBriefing([receipt(one, 1, hours(-30)), receipt(one, 1, hours(-26)), receipt(one, 1, hours(-0.2))], now)).toEqual(new Date(hours(-26)))
  expect(lastBriefing([receipt(one, 1, hours(-0.2))], now)).toEqual(new Date(hours(-24)))
})

test('five thousand items are joined, ordered and looked through within a fifth of a second', () => {
  const items = Array.from({ length: 5_000 }, (_, i) => item({ title: `Nummer${i}`, text: 'Tekst '.repeat(60), must_read: i % 7 === 0 }))
  const found = lines(items, items.filter((_, i) => i % 3 === 0).map((one) => receipt(one, 1)))
  filtered(found, { ...everything, text: 'x' })
  const before = performance.now()
  const shown = sections(filtered(lines(items), { ...everything, text: 'tekst nummer49' }), 'all')
  expect(performance.now() - before).toBeLessThan(200)
  expect(shown[0]?.lines.length).toBe(111)
})

test('the expected action warns where safety or the case is at stake, and nowhere else', () => {
  expect(warns(item({ kind: 'wanted_person', expected: 'Niet alleen benaderen' }))).toBe(true)
  expect(warns(item({ kind: 'missing_person', expected: 'Aanspreken' }))).toBe(false)
  expect(warns(item({ kind: 'vehicle' }))).toBe(false)
})

test('moments are told by the clock of Brussels, with the year only when it is another one', () => {
  expect(moment('2026-11-25T05:00:00Z', now)).toContain('06:00')
  expect(moment('2026-07-01T22:30:00Z', now)).toMatch(/2 jul.*00:30/)
  expect(moment('2026-11-25T05:00:00Z', now)).not.toContain('2026')
  expect(moment('2027-01-02T05:00:00Z', now)).toContain('2027')
})

test('Search is asked for the surest mark of a subject, and for nothing where there is none', () => {
  expect(questionOf({ kind: 'person', family_name: 'Peeters', given_names: 'Jan', national_number: '85073003328' })).toBe('85073003328')
  expect(questionOf({ kind: 'person', family_name: 'Peeters', given_names: 'Jan', birth_date: '1985-07-30' })).toBe('Jan Peeters 30-07-1985')
  expect(questionOf({ kind: 'vehicle', plate: '1-ABC-123', number: 'VF1' })).toBe('1-ABC-123')
  expect(questionOf({ kind: 'person', described: 'groene jas' })).toBe(null)
})
