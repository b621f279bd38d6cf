const quarter = 15 * 60_000
const hour = 60 * 60_000

/** `HH:MM` of this device's clock, so many hours from now, to the nearest quarter. */
export function timeIn(hours: number, now: Date): string {
  return timeOf(new Date(Math.round((now.getTime() + hours * hour) / quarter) * quarter))
}

export function timeOf(at: Date): string {
  return [at.getHours(), at.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':')
}

/** When the clock next shows `HH:MM`: today, or tomorrow where that has passed; null where it is no time. */
export function nextAt(time: string, now: Date): Date | null {
  const parts = /^(\d{2}):(\d{2})$/.exec(time)
  if (!parts) return null
  const at = new Date(now)
  at.setHours(Number(parts[1]), Number(parts[2]), 0, 0)
  if (at <= now) at.setDate(at.getDate() + 1)
  return at
}
