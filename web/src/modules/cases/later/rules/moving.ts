/** Moves from step to step, and days on which something is due, as `focus.kit.moving` has them. */
import { daysAfter, monthsAfter, workingDaysAfter } from './calendar'
import { RuleError } from './engine'
import type { Unit } from './manifest'
import type { Checked } from './validating'
import type { Fault } from './values'

/**
 * What stands against a move: the record's own faults, `asked` at each field that must be filled in first, `guard` when
 * its rule is not true. Who may do it is the server's question.
 */
export function moveFaults(checked: Checked, step: string, move: string): Fault[] {
  const { manifest } = checked.plan
  const moves = (Object.hasOwn(manifest.steps, step) && manifest.steps[step]?.moves) || {}
  const chosen = Object.hasOwn(moves, move) ? moves[move] : undefined
  if (!chosen) return [['', 'move']]
  const faulty = new Set(checked.faults.map(([path]) => path))
  const asked = (chosen.asks ?? []).filter((name) => !Object.hasOwn(checked.data, name) && !checked.hidden.has(name) && !faulty.has(name))
  const faults = [...checked.faults, ...asked.map((name): Fault => [name, 'asked'])]
  const rule = manifest.rules[`steps.${step}.${move}:when`]
  if (!rule) return faults
  const { run } = checked
  const before = run.faults.length
  const holds = run.ask(rule, run.record, '')
  return [...faults, ...run.faults.splice(before), ...(holds === false ? [['', 'guard'] as const] : [])]
}

/** What the partner organisation that a deadline is `per` has set for itself. */
export interface Delay {
  readonly count: number
  readonly unit: Unit
}

/** The day of a deadline; null while it has no beginning, or when it would lie outside of the calendar. */
export function due(checked: Checked, deadline: string, delay?: Delay): string | null {
  const { manifest } = checked.plan
  const declared = manifest.deadlines[deadline]
  const rule = manifest.rules[`deadlines.${deadline}:after`]
  if (!declared || !rule) throw new Error(`no deadline ${deadline}`)
  const { count, unit = 'days' } = delay && declared.per ? delay : declared
  let start: unknown
  try {
    start = checked.run.reckon(rule, checked.run.record)
  } catch (wrong) {
    if (wrong instanceof RuleError) return null
    throw wrong
  }
  return start ? laterOrNone(String(start), count, unit) : null
}

function laterOrNone(day: string, count: number, unit: Unit): string | null {
  try {
    return later(day, count, unit)
  } catch {
    return null
  }
}

/** So many units after a day. Throws outside of the calendar. */
export function later(day: string, count: number, unit: Unit): string {
  if (unit === 'working_days') return workingDaysAfter(day, count)
  return unit === 'days' ? daysAfter(day, count) : monthsAfter(day, unit === 'years' ? count * 12 : count)
}
