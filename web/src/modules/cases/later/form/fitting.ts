/** Answers of a draft on an older form, moved to the form as it is now. */
import type { FieldDeclared, Json } from '../rules/index'
import { isObject } from '../rules/values'

type Fields = Readonly<Record<string, FieldDeclared>>

const plain = new Set(['text', 'choice', 'date', 'moment'])
const lists = new Set(['group', 'entries', 'photos'])

/** Whether a field of a kind can show an answer at all; whether it is right is the rules' question. */
function shows({ kind }: FieldDeclared, value: unknown): boolean {
  if (plain.has(kind)) return typeof value === 'string'
  if (kind === 'number') return typeof value === 'number' || typeof value === 'string'
  if (kind === 'yes_no') return typeof value === 'boolean'
  return lists.has(kind) ? Array.isArray(value) && value.every(isObject) : isObject(value)
}

/** `answers` of fields there are; `left` what has no place any more, by its path. */
export function fitting(fields: Fields, given: Json): { answers: Json; left: Json } {
  const [answers, left]: [Json, Json] = [{}, {}]
  for (const [name, value] of Object.entries(structuredClone(given))) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (value === null || field?.computed) continue
    if (!field || !shows(field, value)) left[name] = value
    else answers[name] = field.fields ? rowsOf(field.fields, name, value as Json[], left) : value
  }
  return { answers, left }
}

function rowsOf(fields: Fields, group: string, rows: Json[], left: Json): Json[] {
  return rows.map((row, number) => {
    const { id, at, by, ...rest } = row
    const own = Object.fromEntries(Object.entries({ id, at, by }).filter(([name, value]) => value !== undefined && !Object.hasOwn(fields, name)))
    const mine = Object.fromEntries(['at', 'by'].filter((name) => Object.hasOwn(fields, name) && row[name] !== undefined).map((name) => [name, row[name]]))
    const inside = fitting(fields, { ...rest, ...mine })
    for (const [name, value] of Object.entries(inside.left)) left[`${group}[${number}].${name}`] = value
    return { ...own, ...inside.answers }
  })
}
