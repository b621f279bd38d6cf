import { dateFormat, numberFormat, t } from './i18n.svelte'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** 14:32 — always 24 hours, whatever the device prefers. */
export function clockTime(at: Date | string): string {
  return dateFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at))
}

/** 30 juli 1985; a bare ISO date is a calendar date and is never shifted by a time zone. */
export function longDate(at: Date | string): string {
  return dateFormat({ day: 'numeric', month: 'long', year: 'numeric', ...zone(at) }).format(new Date(at))
}

/** A date that may be partial: `1985`, `1985-07` or whole; anything else stands as it is. */
export function partialDate(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}/.test(value)) return longDate(value.slice(0, 10))
  if (/^\d{4}-\d{2}$/.test(value)) {
    return dateFormat({ month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${value}-01T00:00:00Z`))
  }
  return value
}

/** 4 nov, with the year only when it is not this one. */
export function shortDate(at: Date | string, now: Date = new Date()): string {
  const date = new Date(at)
  const sameYear = date.getFullYear() === now.getFullYear()
  return dateFormat({ day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }), ...zone(at) }).format(date)
}

/** Today the time alone, otherwise the day before it. */
export function when(at: Date | string, now: Date = new Date()): string {
  const date = new Date(at)
  const [its, today] = [date, now].map((one) => dateFormat({ dateStyle: 'short' }).format(one))
  return its === today ? clockTime(date) : `${shortDate(date, now)} ${clockTime(date)}`
}

function zone(at: Date | string): Intl.DateTimeFormatOptions {
  return typeof at === 'string' && at.length === 10 ? { timeZone: 'UTC' } : {}
}

/** Short age of a fact: 2 min, 9 u, 6 d, 8 mnd, 3 j. */
export function ageText(at: Date | string, now: Date = new Date()): string {
  const ms = Math.max(0, now.getTime() - new Date(at).getTime())
  if (ms < minute) return t('age-now')
  if (ms < hour) return t('age-minutes', { n: Math.floor(ms / minute) })
  if (ms < day) return t('age-hours', { n: Math.floor(ms / hour) })
  if (ms < 60 * day) return t('age-days', { n: Math.floor(ms / day) })
  if (ms < 730 * day) return t('age-months', { n: Math.floor(ms / (30.44 * day)) })
  return t('age-years', { n: String(Math.floor(ms / (365.25 * day))) })
}

/** [log10 of minutes, percent of the dial left]: full is minutes, a sliver is months. */
const dialSteps: readonly (readonly [number, number])[] = [
  [0, 100], [0.5, 97], [2.5, 92], [2.75, 88], [3.16, 80], [3.94, 60], [4.69, 25], [5.54, 12], [6.5, 4],
]

export function dialPercent(at: Date | string, now: Date = new Date()): number {
  const minutes = Math.max(1, (now.getTime() - new Date(at).getTime()) / minute)
  const x = Math.log10(minutes)
  for (let i = 1; i < dialSteps.length; i += 1) {
    const [x0, y0] = dialSteps[i - 1] as readonly [number, number]
    const [x1, y1] = dialSteps[i] as readonly [number, number]
    if (x <= x1) return Math.round(y0 + ((x - x0) / (x1 - x0)) * (y1 - y0))
  }
  return 4
}

/** 1,1 s */
export function seconds(ms: number): string {
  return t('seconds', { n: numberFormat({ minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(ms / 1000) })
}

export function yearsOld(birth: string, now: Date = new Date()): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(birth)
  if (!parts) return null
  const years = now.getFullYear() - Number(parts[1])
  const before = now.getMonth() + 1 < Number(parts[2]) || (now.getMonth() + 1 === Number(parts[2]) && now.getDate() < Number(parts[3]))
  return before ? years - 1 : years
}
