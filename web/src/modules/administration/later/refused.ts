/** At which field of a form a refusal belongs. */
import { Problem } from '../../../base/errors'

/** Refusals that the server says of the whole, and the field that they are about. */
const about: Record<string, string> = {
  'organisations.code_invalid': 'personnel_number',
  'organisations.number_taken': 'personnel_number',
  'organisations.function_unknown': 'function',
  'organisations.post_taken': 'function',
  'organisations.unit_unknown': 'units',
  'purposes.title_missing': 'titles',
  'purposes.basis_missing': 'basis',
  'purposes.accepts_missing': 'accepts',
  'purposes.code_invalid': 'code',
  'purposes.code_taken': 'code',
  'purposes.data_unknown': 'opens',
  'purposes.function_unknown': 'functions',
}

/** By field, in the officer's language; empty where the refusal is about no field. */
export function atFields(error: unknown): Record<string, string> {
  if (!(error instanceof Problem)) return {}
  const said = error.fields.map((field) => [field.path, field.message || error.title] as const)
  const field = about[error.code]
  return Object.fromEntries(said.length || !field ? said : [[field, error.title]])
}

/** Whether it must be said above the form: no field of the form shows it. */
export function elsewhere(error: unknown, fields: readonly string[]): boolean {
  return error !== null && !Object.keys(atFields(error)).some((field) => fields.includes(field))
}
