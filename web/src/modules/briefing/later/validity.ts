/** The next six in the morning on this device's clock: the end of the night that is coming or going on. */
export function tonight(now: Date): Date {
  const at = new Date(now)
  at.setHours(6, 0, 0, 0)
  if (at <= now) at.setDate(at.getDate() + 1)
  return at
}

/** So many days on at the same time on the wall, also when the clock is changed between. */
export function daysOn(now: Date, days: number): Date {
  const at = new Date(now)
  at.setDate(at.getDate() + days)
  at.setSeconds(0, 0)
  return at
}

/** For `<input type="datetime-local">`; empty: no moment. */
export function toInput(at: string | null): string {
  if (!at) return ''
  const date = new Date(at)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** UTC; null: empty, or no moment. */
export function fromInput(value: string): string | null {
  const date = new Date(value)
  return value && !Number.isNaN(date.getTime()) ? date.toISOString() : null
}
