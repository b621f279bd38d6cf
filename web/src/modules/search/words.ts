import { codeKey, language, numberFormat, t, textOf } from '../../base/i18n.svelte'
import { partialDate, shortDate, when, yearsOld } from '../../base/time'
import { countryOf } from './countries'
import type { Card, CardType, Check, Fact, Link, ReadingKind, Unreadable, Warn, Wording } from './wire'

/** Texts of facts and warnings that a source's file declares, as the newest lookup brought them: by code below `facts`, `warnings`. */
let own: Record<string, Record<string, string>> = {}

export function learn(words: Wording): void {
  own = { ...words }
}

/** Texts of the search module's codes: `search-<family>-<code>`; a newer code shows itself. */
function coded(family: string, code: string, params?: Record<string, string>): string {
  return textOf(`search-${family}-${codeKey(code)}`, { ...noParams, ...named(params) }) ?? own[`${family}s`]?.[code] ?? code.replaceAll('_', ' ')
}

/** Fluent shows a missing variable as its name in braces; an empty one is silent. */
const noParams = { since: '', until: '', authority: '', place: '', score: '', identifier: '' }

function named(params: Record<string, string> | undefined): Record<string, string> {
  const given = { ...params }
  if (given['identifier']) given['identifier'] = factLabel(given['identifier'])
  for (const key of ['since', 'until']) if (given[key]) given[key] = partialDate(given[key])
  return given
}

export function readingTitle(reading: { kind: ReadingKind; country?: string | null }): string {
  const { kind, country } = reading
  if (kind === 'plate' && country) return country === 'B' ? t('reading-plate-be') : `${t('reading-plate-foreign')} (${countryOf(country)})`
  return t(`reading-${reading.kind}`)
}

/** `Verlinden, Jeroen · 1985-07-30` → the name, and `° 30 juli 1985`; other readings have no second part. */
export function readingParts(normal: string): [string, string] {
  const parts = /^(.+) · (\d{4}(?:-\d{2}){0,2})$/.exec(normal)
  return parts ? [parts[1] ?? normal, born(parts[2] ?? '')] : [normal, '']
}

/** `° 30 juli 1985`, never broken over two lines. */
function born(date: string): string {
  return `° ${partialDate(date)}`.replaceAll(' ', '\u00a0')
}

export const readingWarning = (code: string): string => coded('reading', code)
export const sourceReason = (code: string): string => coded('source', code)
export const linkText = (link: Link): string => coded('link', link.reason, link.params)
export const withheldText = (code: string): string => coded('withheld', code)
/** What a likeness of names rests on, a sentence each. */
export const whyTexts = (link: Link): string[] => (link.why ?? []).map(({ code, a, b }) => coded('why', code, { a: a ?? '', b: b ?? '' }))
export const pivotText = (key: string): string => coded('pivot', key)
export const factLabel = (key: string): string => coded('fact', key)
export const actText = (code: string): string => coded('act', code)
export const warningText = (code: string, params?: Record<string, string>): string => coded('warning', code, params)

/** "Rijksregisternummer: het controlegetal klopt niet" */
export function unreadable(problem: Unreadable): string {
  return `${t(`reading-${problem.kind}`)}: ${coded('unreadable', problem.code, problem.params)}`
}

/** A source's free text may be a bare moment: the officer reads it as a time, not as ISO 8601. */
function readable(text: string): string {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/.test(text) ? when(text) : text
}

export function factValue(kind: Fact['kind'], value: string): string {
  if (kind === 'date') return partialDate(value)
  if (kind === 'time') return readable(value)
  if (kind === 'number' && /^-?\d+(\.\d+)?$/.test(value)) return numberFormat({ maximumFractionDigits: 6 }).format(Number(value))
  if (kind === 'code') return textOf(`search-value-${codeKey(value)}`) ?? value
  return readable(value)
}

/** Beside a warning: since when, until when, by whom, where. */
export function warningNote(warn: Warn): string {
  const { since, until, authority, place } = warn.params ?? {}
  const parts = [
    since && t('since', { time: shortDate(since) }), until && t('until', { time: shortDate(until) }),
    authority && !isInternal(authority) && authority, place,
  ]
  return parts.filter(Boolean).join(', ')
}

/** A name of a list or a source as computers have it: `lv_sanctions`. */
function isInternal(text: string): boolean {
  return /^[a-z0-9]+(_[a-z0-9]+)+$/.test(text)
}

/** ° 30 juli 1985 · 41 jaar · man, as far as it is known; then what the source calls the thing. */
export function underTitle(card: Card): string {
  const years = card.born ? yearsOld(card.born) : null
  const parts = [
    card.born && born(card.born), years !== null && t('years', { n: years }),
    card.sex && (textOf(`search-value-${card.sex}`) ?? card.sex), readable(card.subtitle ?? ''),
  ]
  return parts.filter(Boolean).join('\u00a0· ') // the separator ends a line, it never begins one
}

/** An internal name never reaches the screen: the title of the source that gave it stands for it. */
export function listName(value: string, title: string): string {
  return isInternal(value) || /^[a-z]+$/.test(value) ? title : value
}

export function verdictWord(verdict: { word: string }, running: boolean): string {
  return t(verdict.word === 'not_all' && running ? 'verdict-pending-running' : `verdict-${verdict.word}`)
}

/** Who is checked; where no source says who, what he would be. */
export function checkTitle(check: Check): string {
  return check.why === 'many' || !check.title ? pivotText(check.pivot) : check.title
}

/** Why a check did not run: `12 bewoners niet nagegaan`, and for whoever has a name, what he is too. */
export function checkWhy(check: Check): string {
  const why = t(`check-why-${check.why ?? 'unknown'}`, { n: check.why === 'many' ? Number(check.title) : 0 })
  return check.title && check.why !== 'many' ? `${pivotText(check.pivot)} · ${inSentence(why)}` : why
}

/** By what the key speaks of: `vehicles`, `residents`, `phone`. */
export function pivotIcon(key: string): string {
  const icons: [RegExp, string][] = [[/vehicle|plate|vin/, 'car'], [/address|resident|nearby|household/, 'house'], [/phone/, 'phone'], [/document|licence/, 'idcard'], [/company|employ|mandate/, 'group'], [/event/, 'clock']]
  return icons.find(([pattern]) => pattern.test(key))?.[1] ?? 'person'
}

/** Within a sentence a German noun keeps its capital, the first word of the others does not. */
export function inSentence(text: string): string {
  return language() === 'de' || !/^\p{Lu}\s?\p{Ll}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase() + text.slice(1)
}

const levelIcons: Record<string, string> = { red: 'octagon', amber: 'alert', green: 'okdisc' }

/** By shape too: who and what was not found are questions, not answers that are still on their way. */
export function verdictIcon({ level, word }: { level: string; word: string }): string {
  return levelIcons[level] ?? (word === 'who' || word === 'not_found' ? 'question' : 'ring')
}

const kindIcons: Record<ReadingKind, string> = {
  plate: 'car', national_number: 'person', bis_number: 'person', document: 'idcard', vin: 'car', company: 'group',
  phone: 'phone', name: 'person', name_birth: 'person', address: 'house', object: 'box', pv: 'doc',
}

export function kindIcon(kind: string): string {
  return (kindIcons as Record<string, string>)[kind] ?? 'search'
}

const cardIcons: Record<CardType, string> = {
  person: 'person', vehicle: 'car', document: 'idcard', address: 'house', phone: 'phone', organisation: 'group',
  object: 'box', event: 'clock', warning: 'alert',
}

export function cardIcon(type: string): string {
  return (cardIcons as Record<string, string>)[type] ?? 'box'
}
