/** How the briefing is worded; moments by the clock of Brussels, wherever the phone believes to be. */
import { dateFormat, t } from '../../../base/i18n.svelte'
import type { Item, Kind, Subject } from '../wire'

const zone = 'Europe/Brussels'

export const kinds: readonly Kind[] = ['wanted_person', 'missing_person', 'vehicle', 'object', 'event', 'attention', 'instruction', 'operation']

const icons: Record<Kind, string> = {
  wanted_person: 'person', missing_person: 'person', vehicle: 'car', object: 'box',
  event: 'people', attention: 'alert', instruction: 'doc', operation: 'target',
}
const subjectIcons: Record<Subject['kind'], string> = { person: 'person', vehicle: 'car', document: 'idcard', object: 'box' }

/** What is expected at these is for the officer's safety, or for not spoiling a case. */
const grave: ReadonlySet<Kind> = new Set<Kind>(['wanted_person', 'vehicle', 'attention'])

export function kindIcon(kind: Kind): string {
  return icons[kind]
}

export function subjectIcon(kind: Subject['kind']): string {
  return subjectIcons[kind]
}

export function kindWord(kind: Kind): string {
  return t(`brief-kind-${kind}`)
}

export function warns({ content }: Item): boolean {
  return Boolean(content.expected) && grave.has(content.kind)
}

/** wo 25 nov, 06:00; the year only when it is not this one. */
export function moment(at: Date | string, now: Date = new Date()): string {
  const date = new Date(at)
  const year = (one: Date): string => dateFormat({ year: 'numeric', timeZone: zone }).format(one)
  const day = dateFormat({ weekday: 'short', day: 'numeric', month: 'short', timeZone: zone, ...(year(date) === year(now) ? {} : { year: 'numeric' }) })
  return `${day.format(date)}, ${time(date)}`
}

/** 13:06 today, otherwise with its day. */
export function shortMoment(at: Date | string, now: Date = new Date()): string {
  const day = (one: Date): string => dateFormat({ year: 'numeric', month: 'numeric', day: 'numeric', timeZone: zone }).format(one)
  const date = new Date(at)
  return day(date) === day(now) ? time(date) : moment(date, now)
}

export function subjectName(subject: Subject): string {
  const name = [subject.given_names, subject.family_name].filter(Boolean).join(' ')
  return name || subject.plate || subject.number || subject.described || t(`brief-subject-${subject.kind}`)
}

/** Names of what a version changed, in the officer's language. */
export function changedWords(fields: readonly string[]): string {
  return [...new Set(fields.map((field) => t(`brief-field-${known.has(field) ? field : 'other'}`)))].join(', ')
}

const known: ReadonlySet<string> = new Set([
  'title', 'text', 'language', 'priority', 'handling', 'must_read', 'expected', 'contact', 'place', 'area', 'audience',
  'valid_from', 'valid_to', 'source', 'verified_at', 'subjects', 'kind',
])

function time(date: Date): string {
  return dateFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(date)
}
