/** A record while somebody fills it in: the answers as given, and what the declaration's rules say of them. */
import { validate, type Checked, type Circumstances, type Fault, type Json, type Plan } from '../rules/index'
import { fitting } from './fitting'

/** What is kept of a draft on the device. */
export interface Kept {
  readonly version: number
  readonly answers: Json
}

export class Draft {
  /** Also of fields that are hidden now: they come back with them, and are not sent. */
  answers = $state<Json>({})
  /** Answers of an older form that have no place in this one: shown, so that nothing is lost unseen. */
  readonly left: Json
  readonly plan: Plan
  /** The record as it is stored. */
  readonly before: Json
  readonly circumstances: () => Circumstances
  readonly checked: Checked = $derived.by(() => validate(this.plan, this.answers, this.circumstances(), this.before))
  /** Whether somebody asked to keep it: then everything that is wrong is shown. */
  tried = $state(false)
  #touched = $state<string[]>([])

  constructor(plan: Plan, circumstances: () => Circumstances, from: { kept?: Kept; before?: Json } = {}) {
    this.plan = plan
    this.circumstances = circumstances
    this.before = from.before ?? {}
    const { answers, left } = fitting(plan.manifest.fields, from.kept?.answers ?? this.before)
    this.answers = answers
    this.left = left
  }

  get kept(): Kept {
    return { version: this.plan.manifest.version, answers: $state.snapshot(this.answers) as Json }
  }

  /** What is sent: cleaned, without what is hidden; null while anything is wrong. */
  attempt(): Json | null {
    this.tried = true
    return this.checked.faults.length ? null : this.checked.data
  }

  touch(path: string): void {
    if (!this.#touched.includes(path)) this.#touched.push(path)
  }

  hidden(path: string): boolean {
    return this.checked.hidden.has(path)
  }

  /** What is wrong and may be said now: of fields that somebody has left, or of all once it was tried. */
  get said(): readonly Fault[] {
    const said = (path: string): boolean => this.tried || this.#touched.some((one) => path === one || path.startsWith(`${one}.`))
    return this.checked.faults.filter(([path]) => said(path))
  }

  /** The code of what is wrong at a path itself; empty when nothing is. */
  faultAt(path: string): string {
    return this.said.find(([at]) => at === path)?.[1] ?? ''
  }
}
