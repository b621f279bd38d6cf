import { beforeEach, expect, test } from 'vitest'
import { useLanguage } from '../src/base/i18n.svelte'
import { countryOf } from '../src/modules/search/countries'
import { wrongCheck } from '../src/modules/search/doubt'
import { onceEach } from '../src/modules/search/recents'
import type { MyLookup } from '../src/modules/search/wire'
import { listName, readingTitle, verdictIcon, warningNote } from '../src/modules/search/words'

beforeEach(() => useLanguage('nl'))

test.each([['D', 'Duitsland'], ['NL', 'Nederland'], ['F', 'Frankrijk'], ['UK', 'Verenigd Koninkrijk'], ['EST', 'Estland'], ['XYZ', 'XYZ']])(
  'the sign %s is %s', (sign, name) => {
    expect(countryOf(sign)).toBe(name)
  })

test('a foreign plate names its country, in the officer’s language', async () => {
  expect(readingTitle({ kind: 'plate', country: 'D' })).toMatch(/\(Duitsland\)$/)
  await useLanguage('fr')
  expect(readingTitle({ kind: 'plate', country: 'D' })).toMatch(/\(Allemagne\)$/)
})

test.each([['85.07.30-033.28', true], ['85073003329', false], ['02.01.15-003.91', false], ['1-ABC-123', true], ['8507300332', true]])(
  'without network %s passes: %s', (question, passes) => {
    expect(wrongCheck(question) === null).toBe(passes)
  })

test('a birth from 2000 on has check digits of its own', () => {
  const serial = 20115003
  const check = (97 - ((2_000_000_000 + serial) % 97)).toString().padStart(2, '0')
  expect(wrongCheck(`020115003${check}`)).toBeNull()
})

test('what was asked lately stands there once, as it was asked last', () => {
  const row = (id: string, question: string, kind = 'plate'): MyLookup => ({ id, question, kind }) as MyLookup
  const rows = [row('3', '1abc123'), row('2', '1-ABC-123'), row('1', '1ABC123', 'object')]
  expect(onceEach(rows).map((one) => one.id)).toEqual(['3', '1'])
})

test('a list is called by its source’s title where only computers know its name', () => {
  expect([listName('lv_sanctions', 'Sanctielijsten'), listName('Letland', 'Sanctielijsten')]).toEqual(['Sanctielijsten', 'Letland'])
  expect(warningNote({ code: 'x', tone: 'red', word: 'wanted', params: { authority: 'lv_sanctions' } })).toBe('')
})

test('who and not found are questions by their shape too, and no answer still on its way', () => {
  expect(['who', 'not_found', 'not_all'].map((word) => verdictIcon({ level: 'pending', word }))).toEqual(['question', 'question', 'ring'])
})
