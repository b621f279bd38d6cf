import { expect, test } from 'vitest'
import { code, looksLike, WatchList } from '../src/modules/briefing/behind/watchlist'
import type { Subject } from '../src/modules/briefing/wire'
import { hours, item, now } from './briefing-builders'

const about = (...subjects: Subject[]): WatchList => new WatchList([item({ title: 'sought', subjects })])
const found = (list: WatchList, question: string): boolean => list.ask(question, now).length > 0
const person = (more: Partial<Subject>): Subject => ({ kind: 'person', ...more })

test('a plate is found however it is written, with the sign of its country or without', () => {
  const list = about({ kind: 'vehicle', plate: '1-abc-123' }, { kind: 'vehicle', plate: 'M-AB 1234', country: 'DE' })
  expect(['1ABC123', '1 abc 123', '1-ABC-123', 'B1ABC123'].map((one) => found(list, one))).toEqual([true, true, true, true])
  expect(['M AB 1234', 'D M-AB1234'].map((one) => found(list, one))).toEqual([true, true])
  expect(['1ABC124', 'ABC', '123', ''].map((one) => found(list, one))).toEqual([false, false, false, false])
})

test('national, document, chassis and serial numbers are found without their signs', () => {
  const list = about(person({ family_name: 'X', national_number: '85.07.30-033.28' }), { kind: 'document', number: '592-1234567-89' }, { kind: 'object', number: 'WSB 4711 x' })
  expect(['85073003328', '85.07.30 033-28', '592123456789', 'wsb4711X'].map((one) => found(list, one))).toEqual([true, true, true, true])
  expect(found(list, '85073003329')).toBe(false)
})

test('a name is found in any order, without diacritics, written together or apart', () => {
  const list = about(person({ family_name: 'Van den Berghe', given_names: 'Zoë Marie' }))
  expect(['zoe van den berghe', 'Vandenberghe, Zoë', 'VAN DEN BERGHE Marie', 'van denberghe', 'Marie Zoé Van Den Berghe'].map((one) => found(list, one))).toEqual([true, true, true, true, true])
  expect(['Berghe', 'Zoë', 'Luc van den Berghe', 'van den berghen zoe'].map((one) => found(list, one))).toEqual([false, false, false, false])
})

test('a birth date tells namesakes apart where both are known', () => {
  const list = about(person({ family_name: 'Peeters', given_names: 'Jan', birth_date: '1985-07-30' }))
  expect(['Jan Peeters 30-07-1985', 'peeters jan 30/7/1985', '1985-07-30 Peeters', 'Peeters 1985'].map((one) => found(list, one))).toEqual([true, true, true, true])
  expect(['Jan Peeters 31-07-1985', 'Peeters 1986'].map((one) => found(list, one))).toEqual([false, false])
  expect(found(about(person({ family_name: 'Peeters' })), 'Jan Peeters 31-07-1985')).toBe(true)
})

test('only what is in force answers', () => {
  const subjects = [{ kind: 'vehicle' as const, plate: '1ABC123' }]
  const list = new WatchList([
    item({ subjects, valid_to: hours(-1) }), item({ subjects, valid_from: hours(2) }), item({ subjects }, { state: 'recalled' }), item({ subjects }, { state: 'expired' }),
  ])
  expect(list.ask('1ABC123', now)).toEqual([])
  expect(list.ask('1ABC123', new Date(hours(3))).length).toBe(1)
})

test('red is whom a wanted item is about, before everything else; an item answers once', () => {
  const twice: Subject[] = [{ kind: 'vehicle', plate: '1ABC123' }, { kind: 'object', number: '1ABC123' }]
  const list = new WatchList([item({ title: 'amber', kind: 'vehicle', subjects: twice }), item({ title: 'red', kind: 'wanted_person', subjects: twice })])
  expect(list.ask('1abc123', now).map((hit) => [hit.item.content.title, hit.level, hit.by])).toEqual([['red', 'red', 'plate'], ['amber', 'amber', 'plate']])
})

test('five thousand items answer in less than a tenth of a second', () => {
  const list = new WatchList(Array.from({ length: 5_000 }, (_, i) => item({ subjects: [
    { kind: 'vehicle', plate: `1-ZZZ-${i}` }, person({ family_name: `Familie${'abcdefghij'[i % 10]}`, given_names: 'Jan' }),
  ] })))
  const before = performance.now()
  expect(list.ask('1ZZZ4321', now).length).toBe(1)
  expect(list.ask('Jan Familiec 30-07-1985', now).length).toBe(500)
  expect(performance.now() - before).toBeLessThan(100)
})

test('a question that found nothing is entered as what it looks like', () => {
  expect(['1-ABC-123', '85.07.30-033.28', 'Jan Peeters 30-07-1985', '592-1234567-89', 'VF1AAAAA1234567'].map(looksLike))
    .toEqual(['plate', 'national_number', 'name', 'number', 'number'])
})

test('a mark is capitals and digits alone', () => {
  expect(code(' é-1.ß/ø ')).toBe('E1SSO')
})
