/** A declaration as the server gives it to the app (`focus.kit.manifest`). What is empty or as usual is left out. */
export type Language = 'nl' | 'fr' | 'de' | 'en'
export type Label = Record<Language, string>

export interface FieldDeclared {
  readonly kind: string
  readonly label: Label
  readonly help?: Label
  readonly required?: boolean
  readonly required_if?: string
  readonly shown_if?: string
  readonly computed?: string
  readonly max?: number
  readonly min?: number
  readonly lines?: boolean
  readonly pattern?: string
  readonly decimals?: number
  readonly unit?: Label
  readonly options?: Readonly<Record<string, Label>>
  readonly at_most?: number
  readonly fields?: Readonly<Record<string, FieldDeclared>>
}

export interface RuleDeclared {
  readonly cel: string
  /** The checked tree, base64. */
  readonly ast: string
  readonly reads: readonly string[]
  readonly group?: string
  readonly row_reads?: readonly string[]
}

export interface MoveDeclared {
  readonly label: Label
  readonly to: string
  readonly by?: readonly string[]
  readonly when?: string
  readonly because?: Label
  readonly asks?: readonly string[]
  readonly prints?: readonly string[]
}

export type Unit = 'days' | 'working_days' | 'months' | 'years'

export interface DeadlineDeclared {
  readonly label: Label
  readonly after: string
  readonly count: number
  readonly unit?: Unit
  readonly per?: string
  readonly until: readonly string[]
  readonly warn?: number
}

export interface Manifest {
  readonly name: string
  readonly label: Label
  readonly version: number
  readonly rules_version: number
  readonly digest: string
  /** The message of a record, and those of the rows of its groups. */
  readonly message: string
  readonly groups: Readonly<Record<string, string>>
  /** A `FileDescriptorSet`, base64. */
  readonly schema: string
  readonly fields: Readonly<Record<string, FieldDeclared>>
  readonly checks: readonly { readonly that: string; readonly at: string; readonly because: Label }[]
  readonly steps: Readonly<Record<string, { readonly label: Label; readonly moves?: Readonly<Record<string, MoveDeclared>> }>>
  readonly deadlines: Readonly<Record<string, DeadlineDeclared>>
  readonly rules: Readonly<Record<string, RuleDeclared>>
}

/** Of the language of rules: a declaration of a later one is refused, since it would be answered otherwise. */
export const knownRules = 1

/** What rules know beside the record. `today` is the day in Brussels, `now` is UTC. */
export interface Circumstances {
  readonly now: Date
  readonly today: string
  readonly user: { readonly id: string; readonly name: string; readonly unit: string; readonly roles: readonly string[] }
}
