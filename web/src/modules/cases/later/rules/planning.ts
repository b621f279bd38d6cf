/** The order in which a record is gone through, worked out once for each declaration. */
import { cleaner, type Cleaner } from './cleaning'
import { Engine } from './engine'
import type { FieldDeclared, Manifest, RuleDeclared } from './manifest'

/** A field with its rules; `rows` are the fields of a group. */
export interface Planned {
  readonly name: string
  readonly field: FieldDeclared
  readonly clean: Cleaner
  readonly shown: RuleDeclared | undefined
  readonly computed: RuleDeclared | undefined
  readonly required: RuleDeclared | undefined
  readonly rows: readonly Planned[]
  readonly atMost: number
  readonly entries: boolean
}

/** A check, the path of its field, and the code that it leaves there. */
export interface PlannedCheck {
  readonly rule: RuleDeclared
  readonly at: string
  readonly code: string
}

export interface Plan {
  readonly manifest: Manifest
  readonly engine: Engine
  readonly fields: readonly Planned[]
  readonly checks: readonly PlannedCheck[]
}

/** Made once, used for every record. Throws `TooNew`, and where the manifest is none. */
export function planOf(manifest: Manifest): Plan {
  const checks = manifest.checks.map(({ at }, number) => {
    const rule = manifest.rules[`checks[${number}]:that`]
    if (!rule) throw new Error(`checks[${number}] has no rule`)
    return { rule, at, code: `check${number}` }
  })
  return { manifest, engine: new Engine(manifest), fields: fieldsOf(manifest, manifest.fields, ''), checks }
}

function fieldsOf(manifest: Manifest, fields: Readonly<Record<string, FieldDeclared>>, group: string): readonly Planned[] {
  return Object.entries(fields).map(([name, field]) => {
    const path = group ? `${group}.${name}` : name
    return {
      name,
      field,
      clean: cleaner(field),
      shown: manifest.rules[`${path}:shown_if`],
      computed: manifest.rules[`${path}:computed`],
      required: manifest.rules[`${path}:required_if`],
      rows: field.fields ? fieldsOf(manifest, field.fields, name) : [],
      atMost: field.at_most ?? 50,
      entries: field.kind === 'entries',
    }
  })
}
