import type { Subject } from '../wire'

/** What is asked of Search about a subject: its surest mark; null where nothing identifies it. */
export function questionOf(subject: Subject): string | null {
  if (subject.national_number) return subject.national_number
  if (subject.plate) return subject.plate
  if (subject.number) return subject.number
  const name = [subject.given_names, subject.family_name].filter(Boolean).join(' ')
  if (!subject.family_name) return null
  return subject.birth_date ? `${name} ${subject.birth_date.split('-').reverse().join('-')}` : name
}
