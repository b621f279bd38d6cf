/** The rows of a group: each with an `id`, and entries with `at` and `by`; stored entries stay as they are. */
import { type Frame } from './frames'
import type { Planned } from './planning'
import type { Run } from './validating'
import { identifier, isObject, moment, own, text, Wrong, type Json } from './values'

type Row = Json | null

export function cleanGroup(run: Run, planned: Planned, before: Json): void {
  const raw = own(run.record.raw, planned.name) ?? []
  if (!Array.isArray(raw)) return run.wrong(run.record, planned.name, [['', 'group']])
  if (raw.length > planned.atMost) return run.wrong(run.record, planned.name, [['', 'too_many']])
  const cleaned = raw.map((row: unknown, number) => cleanRow(run, planned, row, number))
  const rows = cleaned.filter((row) => row !== null)
  twice(run, planned.name, cleaned)
  if (planned.entries) kept(run, planned.name, cleaned, own(before, planned.name))
  if (rows.length) run.set(run.record, planned.name, rows)
  else run.required(run.record, planned)
}

/** One row cleaned; null if it is none. */
function cleanRow(run: Run, planned: Planned, raw: unknown, number: number): Row {
  if (!isObject(raw)) {
    run.wrong(run.record, planned.name, [[`[${number}]`, 'row']])
    return null
  }
  const message = run.plan.engine.message(run.plan.manifest.groups[planned.name] ?? '')
  const variables = { ...run.record.variables, row: message }
  const frame: Frame = { raw, message, group: planned.name, prefix: `${planned.name}[${number}].`, cleaned: {}, variables }
  const mine = planned.entries ? ['id', 'at', 'by'] : ['id']
  run.unknown(frame, (name) => mine.includes(name) || Object.hasOwn(planned.field.fields ?? {}, name))
  ownParts(run, frame, mine)
  for (const below of planned.rows) run.field(frame, below)
  const frames = run.rows.get(planned.name)
  if (frames) frames.push(frame)
  else run.rows.set(planned.name, [frame])
  return frame.cleaned
}

const cleaners: Readonly<Record<string, (value: unknown) => string | null>> = {
  id: (value) => identifier(value, 'row_id'),
  at: moment,
  by: (value) => text(value),
}

/** What every row has beside its fields. */
function ownParts(run: Run, frame: Frame, names: readonly string[]): void {
  for (const name of names) {
    try {
      const value = cleaners[name]?.(own(frame.raw, name) ?? '') ?? null
      if (value === null) run.wrong(frame, name, [['', 'required']])
      else run.set(frame, name, value)
    } catch (wrong) {
      if (!(wrong instanceof Wrong)) throw wrong
      run.wrong(frame, name, wrong.faults)
    }
  }
}

function twice(run: Run, group: string, rows: readonly Row[]): void {
  const seen = new Set<unknown>()
  rows.forEach((row, number) => {
    const id = row?.['id']
    if (id === undefined) return
    if (seen.has(id)) run.wrong(run.record, group, [[`[${number}].id`, 'twice']])
    seen.add(id)
  })
}

/** Entries that are stored must be there, as they are. */
function kept(run: Run, group: string, rows: readonly Row[], before: unknown): void {
  const there = new Map(rows.flatMap((row, number) => (row && 'id' in row ? [[row['id'], number] as const] : [])))
  for (const old of (before ?? []) as Json[]) {
    const number = there.get(old['id'])
    if (number === undefined) run.wrong(run.record, group, [['', 'entry_gone']])
    else if (!same(rows[number], old)) run.wrong(run.record, group, [[`[${number}]`, 'entry_changed']])
  }
}

/** Two values of JSON, whatever the order of their names. */
export function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((item, i) => same(item, other[i]))
  if (!isObject(one) || !isObject(other)) return one === other
  const names = Object.keys(one)
  return names.length === Object.keys(other).length && names.every((name) => Object.hasOwn(other, name) && same(one[name], other[name]))
}
