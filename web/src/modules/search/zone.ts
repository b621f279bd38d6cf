import { textOf } from '../../base/i18n.svelte'
import { partialDate } from '../../base/time'
import type { Mrz } from './mrz'

/** YYMMDD as ISO 8601, partial where the document says so. A birth is never to come. */
export function printedDate(printed: string, toCome = false, today = new Date()): string {
  const [year, month, day] = [printed.slice(0, 2), printed.slice(2, 4), printed.slice(4, 6)]
  if (!/^\d\d$/.test(year)) return ''
  const now = today.getFullYear()
  const limit = now + (toCome ? 50 : 0)
  let full = Math.floor(now / 100) * 100 + Number(year)
  if (full > limit) full -= 100
  const iso = (): string => (!/^\d\d$/.test(month) || month === '00' ? `${full}` : !/^\d\d$/.test(day) || day === '00' ? `${full}-${month}` : `${full}-${month}-${day}`)
  if (!toCome && iso() > today.toISOString().slice(0, 10)) full -= 100
  return iso()
}

type Row = 'name' | 'born' | 'sex' | 'nationality' | 'number' | 'expires'

/** What is known of the zone, in the order in which an officer reads a card. */
export function zoneRows(zone: Mrz): [Row, string][] {
  const name = [zone.family_name, zone.given_names].filter(Boolean).join(', ')
  const dated = (printed: string, toCome: boolean): string => (printed ? partialDate(printedDate(printed, toCome)) : '')
  const rows: [Row, string][] = [
    ['name', name], ['born', dated(zone.born, false)], ['sex', textOf(`search-value-${zone.sex}`) ?? zone.sex], ['nationality', zone.nationality],
    ['number', [zone.issuer, zone.number].filter(Boolean).join(' ')], ['expires', dated(zone.expires, true)],
  ]
  return rows.filter(([, value]) => value)
}
