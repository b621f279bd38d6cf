import { codeKey, t } from '../../../base/i18n.svelte'
import type { LineProblem } from './wire'

/** The lines of a table that have problems, in their order. */
export function byLine(problems: readonly LineProblem[]): { line: number; problems: LineProblem[] }[] {
  const lines = new Map<number, LineProblem[]>()
  for (const one of problems) lines.set(one.line, [...(lines.get(one.line) ?? []), one])
  return [...lines].sort(([a], [b]) => a - b).map(([line, found]) => ({ line, problems: found }))
}

/** The columns that a table may have; the first two must be there. */
export const columns = [
  'kind', 'title', 'text', 'language', 'priority', 'handling', 'must_read', 'expected', 'place', 'source', 'valid_from', 'valid_to',
  'verified_at', 'contact_name', 'contact_service', 'contact_phone', 'units', 'functions', 'subject', 'family_name', 'given_names',
  'birth_date', 'national_number', 'plate', 'country', 'number', 'described',
]

const groups: ReadonlySet<string> = new Set(['units', 'functions'])
const ofSubject: ReadonlySet<string> = new Set(['family_name', 'given_names', 'birth_date', 'national_number', 'plate', 'country', 'number', 'described'])

/** A column as the reader calls it. */
export function columnText(column: string): string {
  if (column === 'subject') return t('desk-field-subjects')
  if (groups.has(column)) return t(`desk-group-${column}`)
  if (ofSubject.has(column)) return t(`desk-subject-${codeKey(column)}`)
  if (column.startsWith('contact_')) return t(`desk-column-${codeKey(column)}`)
  return t(`desk-field-${codeKey(column)}`)
}
