import { codeKey, dateFormat, t } from '../../../base/i18n.svelte'
import { clockTime, longDate } from '../../../base/time'
import { summary, type Directory } from './audience'
import type { Field } from '../content'
import { ringsOf } from './geometry'
import type { Area, Audience, Content, Handling, Kind, Priority, State, Subject } from './wire'

const pictures: Record<Kind, string> = {
  wanted_person: 'person', missing_person: 'question', vehicle: 'car', object: 'box', event: 'people', attention: 'alert', instruction: 'doc', operation: 'flag',
}

export const kindIcon = (kind: Kind): string => pictures[kind]
export const kindText = (kind: Kind): string => t(`briefing-kind-${codeKey(kind)}`)
export const priorityText = (priority: Priority): string => t(`briefing-priority-${priority}`)
export const handlingText = (handling: Handling): string => t(`briefing-handling-${handling}`)
export const stateText = (state: State): string => t(`briefing-state-${state}`)
export const fieldText = (field: string): string => t(`desk-field-${codeKey(field)}`)
export const subjectIcon = (kind: Subject['kind']): string => ({ person: 'person', vehicle: 'car', document: 'doc', object: 'box' })[kind]

/** wo 25 nov, 06:00 */
export function momentText(at: string | Date): string {
  return `${dateFormat({ weekday: 'short', day: 'numeric', month: 'short' }).format(new Date(at))}, ${clockTime(at)}`
}

/** The first names of whom it is for; empty: nobody yet. */
export function audienceText(audience: Audience, directory: Directory | null): string {
  if (audience.whole) return t('desk-whole')
  const { names, more } = summary(audience, directory)
  return more ? t('desk-and-more', { names: names.join(', '), n: more }) : names.join(', ')
}

export function areaText(area: Area | null): string {
  return area ? t('desk-corners', { n: ringsOf(area).reduce((sum, ring) => sum + ring.length - 1, 0) }) : ''
}

/** A subject in two lines: what it is called, and what else is known. */
export function subjectLines(one: Subject): [string, string] {
  const born = one.birth_date ? t('desk-born', { date: longDate(one.birth_date) }) : ''
  const name = one.kind === 'person' ? [one.family_name, one.given_names].filter(Boolean).join(', ') : one.plate || one.number
  const rest = [born, one.national_number, one.plate && name !== one.plate ? one.plate : '', one.number !== name ? one.number : '', one.country, name ? one.described : '']
  return [name || one.described || t(`desk-subject-${one.kind}`), rest.filter(Boolean).join(' · ')]
}

/** What a field of a version says, in words; for setting two versions side by side. */
export function valueText(field: Field, content: Content, directory: Directory | null): string {
  switch (field) {
    case 'kind': return kindText(content.kind)
    case 'priority': return priorityText(content.priority)
    case 'handling': return handlingText(content.handling)
    case 'language': return t(`desk-language-${content.language}`)
    case 'must_read': return t(content.must_read ? 'desk-yes' : 'desk-no')
    case 'audience': return audienceText(content.audience, directory)
    case 'area': return areaText(content.area)
    case 'contact': return [content.contact.name, content.contact.service, content.contact.phone].filter(Boolean).join(' · ')
    case 'subjects': return content.subjects.map((one) => subjectLines(one).filter(Boolean).join(', ')).join('\n')
    case 'valid_from': case 'valid_to': case 'verified_at': { const at = content[field]; return at ? momentText(at) : '' }
    default: return content[field]
  }
}

