/** A moment is kept in UTC and written in Brussels' time, wherever the device thinks it is. */
const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Brussels', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
})
const hour = 3_600_000

/** `2026-11-30T13:00` of a moment; empty for what is none. */
export function toInput(at: unknown): string {
  const time = typeof at === 'string' ? Date.parse(at) : NaN
  if (Number.isNaN(time)) return ''
  const part = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]))
  return `${String(part['year']).padStart(4, '0')}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}`
}

/** The moment that a text of `toInput` names; of the hour that there is twice the first, of the one that is not the next. */
export function fromInput(written: string): string {
  const time = Date.parse(`${written}Z`)
  if (Number.isNaN(time)) return ''
  const found = [2, 1, 0].map((hours) => inUtc(time - hours * hour)).find((at) => toInput(at) === written.slice(0, 16))
  return found ?? inUtc(time - hour)
}

export const inUtc = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`
