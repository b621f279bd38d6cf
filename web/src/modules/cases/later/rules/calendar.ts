/**
 * Days as rules count them: `YYYY-MM-DD`, 1900 to 2199, with the legal holidays of Belgium. The same as
 * `focus.kit.calendar`, held to it by the shared vectors. A day is a count of days since 1970 in between. What is no
 * day, or would lie outside these years, throws.
 */
const first = 1900
const last = 2199
const mostWorkingDays = 2000
const dayMs = 86_400_000
const written = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/
const fixed = [[1, 1], [5, 1], [7, 21], [8, 15], [11, 1], [11, 11], [12, 25]] as const
/** Easter Monday, Ascension, Whit Monday. */
const afterEaster = [1, 39, 50]

const countOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / dayMs
const dateOf = (count: number): Date => new Date(count * dayMs)
const textOf = (count: number): string => dateOf(count).toISOString().slice(0, 10)

/** @returns days since 1970 of a day that is written exactly so, and exists */
export function readDay(text: string): number {
  if (!written.test(text)) throw new Error('day')
  const [year, month, day] = text.split('-').map(Number) as [number, number, number]
  if (year < first || year > last) throw new Error('year')
  const count = countOf(year, month, day)
  if (textOf(count) !== text) throw new Error('day')
  return count
}

function within(count: number): number {
  const year = dateOf(count).getUTCFullYear()
  if (!(year >= first && year <= last)) throw new Error('year')
  return count
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher). */
function easter(year: number): number {
  const golden = year % 19
  const [century, rest] = [Math.floor(year / 100), year % 100]
  const [leaps, over] = [Math.floor(century / 4), century % 4]
  const moved = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const moon = (19 * golden + century - leaps - moved + 15) % 30
  const [decade, unit] = [Math.floor(rest / 4), rest % 4]
  const weekday = (32 + 2 * over + 2 * decade - moon - unit) % 7
  const shift = Math.floor((golden + 11 * moon + 22 * weekday) / 451)
  const sum = moon + weekday - 7 * shift + 114
  return countOf(year, Math.floor(sum / 31), (sum % 31) + 1)
}

const known = new Map<number, ReadonlySet<number>>()

/** The legal holidays of a year. */
export function holidays(year: number): ReadonlySet<number> {
  let found = known.get(year)
  if (!found) {
    const sunday = easter(year)
    found = new Set([...fixed.map(([month, day]) => countOf(year, month, day)), ...afterEaster.map((days) => sunday + days)])
    known.set(year, found)
  }
  return found
}

/** 1 for Monday to 7 for Sunday; 1 January 1970 was a Thursday. */
const weekday = (count: number): number => ((((count + 3) % 7) + 7) % 7) + 1

function isWorkingDay(count: number): boolean {
  return weekday(count) < 6 && !holidays(dateOf(count).getUTCFullYear()).has(count)
}

export function daysAfter(day: string, count: number): string {
  return textOf(within(readDay(day) + count))
}

/** The working day so many after, or before, a day; 0 gives the day itself, whatever it is. */
export function workingDaysAfter(day: string, count: number): string {
  let current = readDay(day)
  if (Math.abs(count) > mostWorkingDays) throw new Error('too many working days')
  const step = count > 0 ? 1 : -1
  for (let left = Math.abs(count); left > 0;) {
    current = within(current + step)
    if (isWorkingDay(current)) left -= 1
  }
  return textOf(current)
}

/** The same day of a later, or earlier, month, or the last of a month that is too short. */
export function monthsAfter(day: string, count: number): string {
  const start = dateOf(readDay(day))
  const months = start.getUTCFullYear() * 12 + start.getUTCMonth() + count
  const [year, month] = [Math.floor(months / 12), ((months % 12) + 12) % 12]
  if (!(year >= first && year <= last)) throw new Error('year')
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return textOf(countOf(year, month + 1, Math.min(start.getUTCDate(), lastDay)))
}

/** Less than nothing when the second is earlier. */
export const daysBetween = (one: string, other: string): number => readDay(other) - readDay(one)

/** Whole years; 29 February counts as 1 March in other years. */
export function ageOn(born: string, day: string): number {
  const [start, end] = [readDay(born), readDay(day)].map(dateOf) as [Date, Date]
  const before = end.getUTCMonth() - start.getUTCMonth() || end.getUTCDate() - start.getUTCDate()
  return end.getUTCFullYear() - start.getUTCFullYear() - (before < 0 ? 1 : 0)
}

export const weekdayOf = (day: string): number => weekday(readDay(day))

const brussels = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Brussels', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', hourCycle: 'h23',
})

function inBrussels(seconds: number): Record<string, string> {
  return Object.fromEntries(brussels.formatToParts(seconds * 1000).map(({ type, value }) => [type, value]))
}

/** The day in Brussels; `seconds` since 1970. */
export function dayIn(seconds: number): string {
  const { year, month, day } = inBrussels(seconds)
  return textOf(readDay(`${String(year).padStart(4, '0')}-${month}-${day}`))
}

/** `morning` from 6:00 in Brussels, `afternoon` from 12:00, `evening` from 18:00, `night` from 22:00. */
export function partOfDay(seconds: number): string {
  const hour = Number(inBrussels(seconds)['hour'])
  if (hour < 6 || hour >= 22) return 'night'
  if (hour < 12) return 'morning'
  return hour < 18 ? 'afternoon' : 'evening'
}
