import { beforeAll, expect, test } from 'vitest'
import { useLanguage } from '../src/base/i18n.svelte'
import { ageText, clockTime, dialPercent, partialDate, yearsOld } from '../src/base/time'

const now = new Date('2026-11-23T14:32:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

beforeAll(() => useLanguage('nl'))

test.each([[0.2, 'nu'], [2, '2 min'], [9 * 60, '9 u'], [6 * 1440, '6 d'], [243 * 1440, '7 mnd'], [1100 * 1440, '3 j']])(
  'a fact of %d minutes ago is "%s" old',
  (minutes, text) => expect(ageText(ago(minutes), now)).toBe(text),
)

test('the dial only empties with age: minutes are full, months a sliver', () => {
  const left = [1, 2, 60, 1440, 6 * 1440, 34 * 1440, 243 * 1440, 3000 * 1440].map((minutes) => dialPercent(ago(minutes), now))
  expect(left).toEqual([...left].sort((a, b) => b - a))
  expect(left[1]).toBeGreaterThan(95)
  expect(left[6]).toBeLessThan(15)
})

test('a birth date of which only the year is known stays a year', () => {
  expect(partialDate('1985')).toBe('1985')
  expect(partialDate('1985-07')).toBe('juli 1985')
  expect(partialDate('1985-07-30')).toBe('30 juli 1985')
})

test('the day before the birthday one is a year younger', () => {
  expect(yearsOld('1985-11-24', now)).toBe(40)
  expect(yearsOld('1985-11-23', now)).toBe(41)
  expect(yearsOld('1985', now)).toBeNull()
})

test('times have 24 hours', () => {
  expect(clockTime('2026-11-23T00:05:00+01:00')).toBe('00:05')
})
