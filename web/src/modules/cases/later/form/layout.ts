import type { FieldDeclared, Json } from '../rules/index'

const narrow = new Set(['text', 'number', 'choice', 'yes_no', 'date', 'moment', 'signature', 'area'])

/** What needs a line of its own on a desk too. */
export function wide(field: FieldDeclared): boolean {
  return !narrow.has(field.kind) || !!field.lines || Object.keys(field.options ?? {}).length > 5
}

/** What stands at a path of a checked record: `visits[0].part`. */
export function reckoned(data: Json, path: string): unknown {
  return path.split(/[[\].]+/).filter(Boolean).reduce<unknown>((value, name) => (value as Json | undefined)?.[name], data)
}
