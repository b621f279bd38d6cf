/**
 * A record against its declaration, step by step as `focus.kit.validating` goes: fields in their order (shown, computed
 * or cleaned, there if required), then `required_if`, then the checks. A rule that reads a field with a fault is not
 * asked: the officer reads one fault about one mistake.
 */
import { RuleError } from './engine'
import { pathIn, type Frame } from './frames'
import { cleanGroup } from './groups'
import type { Circumstances, RuleDeclared } from './manifest'
import type { Plan, Planned } from './planning'
import { isObject, own, put, shownName, Wrong, type Fault, type Json } from './values'

/** `data` is what may be kept if there are no faults; `hidden` are paths of fields that do not exist now. */
export interface Checked {
  readonly plan: Plan
  readonly data: Json
  readonly faults: readonly Fault[]
  readonly hidden: ReadonlySet<string>
  readonly run: Run
}

/**
 * A record cleaned, and all that is wrong with it; never throws for what it is given.
 * `before`: the record as it is stored, whose entries may not change.
 */
export function validate(plan: Plan, data: unknown, circumstances: Circumstances, before: Json = {}): Checked {
  const run = new Run(plan, isObject(data) ? data : {}, circumstances)
  if (isObject(data)) run.go(before)
  else run.fault('', 'record')
  return { plan, data: run.record.cleaned, faults: run.faults, hidden: run.hidden, run }
}

/** One record on its way. */
export class Run {
  readonly record: Frame
  readonly rows = new Map<string, Frame[]>()
  readonly hidden = new Set<string>()
  faults: Fault[] = []
  readonly #year: number
  /** Paths with a fault or a value that depends on one; a group too when one of its rows has such. */
  readonly #unsure = new Set<string>()

  constructor(readonly plan: Plan, raw: Json, circumstances: Circumstances) {
    const message = plan.engine.message(plan.manifest.message)
    this.#year = Number(circumstances.today.slice(0, 4))
    this.record = { raw, message, group: '', prefix: '', cleaned: {}, variables: { ...plan.engine.constants(circumstances), this: message } }
  }

  go(before: Json): void {
    this.unknown(this.record, (name) => Object.hasOwn(this.plan.manifest.fields, name))
    for (const planned of this.plan.fields) {
      if (!planned.rows.length) this.field(this.record, planned)
      else if (this.#shown(this.record, planned)) cleanGroup(this, planned, before)
    }
    for (const planned of this.plan.fields) {
      this.#requiredIf(this.record, planned)
      for (const frame of this.rows.get(planned.name) ?? []) for (const below of planned.rows) this.#requiredIf(frame, below)
    }
    this.#checks()
  }

  fault(path: string, code: string): void {
    this.faults.push([path, code])
  }

  /** Whether a condition holds; null if nobody can say, because of a fault there is already. */
  ask(rule: RuleDeclared, frame: Frame, path: string): boolean | null {
    if (!this.#sure(rule, frame)) return null
    try {
      return this.plan.engine.truth(rule, frame.variables)
    } catch (wrong) {
      if (!(wrong instanceof RuleError)) throw wrong
      this.fault(path, 'rule_error')
      return null
    }
  }

  /** A value; null if it depends on a fault. Throws `RuleError`. */
  reckon(rule: RuleDeclared, frame: Frame): unknown {
    return this.#sure(rule, frame) ? this.plan.engine.value(rule, frame.variables) : null
  }

  #sure(rule: RuleDeclared, frame: Frame): boolean {
    if (!this.#unsure.size) return true
    return !rule.reads.some((name) => this.#unsure.has(name)) && !rule.row_reads?.some((name) => this.#unsure.has(pathIn(frame, name)))
  }

  doubted(path: string): boolean {
    return this.#unsure.has(path)
  }

  doubt(frame: Frame, name: string): void {
    this.#unsure.add(pathIn(frame, name))
    if (frame.group) this.#unsure.add(frame.group)
  }

  unknown(frame: Frame, known: (name: string) => boolean): void {
    for (const name of Object.keys(frame.raw)) {
      if (!known(name)) this.fault(pathIn(frame, shownName(name)).replace(/\.+$/, ''), 'unknown')
    }
  }

  /** Whether a field exists; one of which nobody can say keeps its value, and is no fault. */
  #shown(frame: Frame, planned: Planned): boolean {
    if (!planned.shown) return true
    const shown = this.ask(planned.shown, frame, pathIn(frame, planned.name))
    if (shown === null) this.doubt(frame, planned.name)
    else if (!shown) this.hidden.add(pathIn(frame, planned.name))
    return shown !== false
  }

  field(frame: Frame, planned: Planned): void {
    if (!this.#shown(frame, planned)) return
    const value = planned.computed ? this.#computed(frame, planned, planned.computed) : this.#cleaned(frame, planned)
    if (value !== null) this.set(frame, planned.name, value)
    else this.required(frame, planned)
  }

  /** A field that must be filled in, and is not. */
  required(frame: Frame, planned: Planned): void {
    const path = pathIn(frame, planned.name)
    if (!planned.field.required || this.#unsure.has(path)) return
    this.fault(path, 'required')
    this.doubt(frame, planned.name)
  }

  #cleaned(frame: Frame, planned: Planned): unknown {
    const raw = own(frame.raw, planned.name)
    if (raw === undefined || raw === null) return null
    try {
      return planned.clean(raw, this.#year)
    } catch (wrong) {
      if (!(wrong instanceof Wrong)) throw wrong
      this.wrong(frame, planned.name, wrong.faults)
      return null
    }
  }

  #computed(frame: Frame, planned: Planned, rule: RuleDeclared): unknown {
    if (!this.#sure(rule, frame)) {
      this.doubt(frame, planned.name)
      return null
    }
    try {
      return planned.clean(this.reckon(rule, frame), this.#year)
    } catch (wrong) {
      if (!(wrong instanceof Wrong || wrong instanceof RuleError)) throw wrong
      this.fault(pathIn(frame, planned.name), 'rule_error')
      this.doubt(frame, planned.name)
      return null
    }
  }

  wrong(frame: Frame, name: string, faults: readonly Fault[]): void {
    for (const [below, code] of faults) {
      const joint = below && !below.startsWith('[') ? '.' : ''
      this.fault(`${pathIn(frame, name)}${joint}${below}`, code)
    }
    this.doubt(frame, name)
  }

  set(frame: Frame, name: string, value: unknown): void {
    put(frame.cleaned, name, value)
    this.plan.engine.set(frame.message, name, value)
  }

  #requiredIf(frame: Frame, planned: Planned): void {
    const path = pathIn(frame, planned.name)
    if (!planned.required || Object.hasOwn(frame.cleaned, planned.name) || this.#unsure.has(path) || this.hidden.has(path)) return
    if (this.ask(planned.required, frame, path)) {
      this.fault(path, 'required')
      this.doubt(frame, planned.name)
    }
  }

  #checks(): void {
    for (const { rule, at, code } of this.plan.checks) {
      const below = rule.group ? at.slice(at.indexOf('.') + 1) : at
      for (const frame of rule.group ? (this.rows.get(rule.group) ?? []) : [this.record]) {
        if (this.ask(rule, frame, pathIn(frame, below)) === false) this.fault(pathIn(frame, below), code)
      }
    }
  }
}
