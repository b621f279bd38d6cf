import type { FieldProblem } from '../../../base/errors'
import { errorText } from '../../../base/i18n.svelte'

/** What is wrong with the field at `path` (`subjects.0.plate`), in words; empty: nothing. */
export function faultAt(faults: readonly FieldProblem[], path: string): string {
  return faults.filter((fault) => bare(fault.path) === path).map(said).join(' ')
}

/** What is wrong at `path` or anywhere below it. */
export function faultsUnder(faults: readonly FieldProblem[], path: string): FieldProblem[] {
  return faults.filter((fault) => bare(fault.path) === path || bare(fault.path).startsWith(`${path}.`))
}

/** Faults that belong to no field of the form: nothing that the server said is swallowed. */
export function elsewhere(faults: readonly FieldProblem[], known: readonly string[]): FieldProblem[] {
  return faults.filter((fault) => !known.includes(bare(fault.path).split('.')[0] ?? ''))
}

export function said(fault: FieldProblem): string {
  return errorText(fault.code, fault.message ?? '')
}

/** The server's paths begin with the argument's name. */
function bare(path: string): string {
  return path.replace(/^content\./, '')
}
