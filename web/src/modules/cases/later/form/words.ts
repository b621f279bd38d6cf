import 'virtual:focus-texts/later/cases/form'
import { codeKey, dateFormat, language, numberFormat, t, textOf } from '../../../../base/i18n.svelte'
import { longDate } from '../../../../base/time'
import type { FieldDeclared, Label, Manifest } from '../rules/index'
import { isObject, type Json } from '../rules/values'

/** A label of a declaration in the officer's language. */
export const said = (label: Label | undefined): string => label?.[language()] ?? ''

/** What a fault means: the declaration's own words for a check, ours for the rest. */
export function faultText(manifest: Manifest, code: string): string {
  const check = /^check(\d+)$/.exec(code)
  if (check) return said(manifest.checks[Number(check[1])]?.because)
  return textOf(`cases-fault-${codeKey(code)}`) ?? t('cases-fault-other')
}

export const partText = (part: string): string => t(`cases-part-${codeKey(part)}`)

/** `wo 25 nov 2026, 06:00` in Brussels. */
export function momentText(at: string): string {
  return dateFormat({ timeZone: 'Europe/Brussels', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at))
}

/** A value as a person reads it; empty for one that is not there. */
export function valueText(field: FieldDeclared, value: unknown): string {
  if (value === undefined || value === null) return ''
  switch (field.kind) {
    case 'choice': return said(field.options?.[String(value)]) || String(value)
    case 'yes_no': return t(value ? 'cases-yes' : 'cases-no')
    case 'date': return longDate(String(value))
    case 'moment': return momentText(String(value))
    case 'number': return [typeof value === 'number' ? numberFormat({ maximumFractionDigits: field.decimals ?? 0 }).format(value) : String(value), said(field.unit)].filter(Boolean).join(' ')
    default: return typeof value === 'string' ? value : partsText(value)
  }
}

function partsText(value: unknown): string {
  if (Array.isArray(value)) return String(value.length)
  return isObject(value) ? Object.entries(value as Json).filter(([name]) => name !== 'id').map(([, part]) => String(part)).join(' ') : String(value)
}

/** `Bezoeken 2: Tijdstip` of `visits[1].at`. */
export function pathText(manifest: Manifest, path: string): string {
  const [name = '', below = ''] = path.split(/\.(.*)/)
  const [, bare = name, row] = /^([^[]*)(?:\[(\d+)\])?/.exec(name) ?? []
  const field = Object.hasOwn(manifest.fields, bare) ? manifest.fields[bare] : undefined
  const first = [said(field?.label) || bare, row === undefined ? '' : String(Number(row) + 1)].filter(Boolean).join(' ')
  if (!below) return first
  const [inner = '', part] = below.split('.')
  const inside = field?.fields?.[inner]
  return [first, inside ? said(inside.label) : partText(inner), part ? partText(part) : ''].filter(Boolean).join(': ')
}
