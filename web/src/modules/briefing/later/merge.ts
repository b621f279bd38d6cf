import { fields, same, type Field } from '../content'
import type { Content } from './wire'

export type Side = 'mine' | 'theirs'
export type Choices = Partial<Record<Field, Side>>

/** A field in which two versions differ, and who changed it since both were one. */
export interface Difference {
  field: Field
  by: Side | 'both'
}

/** `base`: the version that both began from; without it every difference is one that both made. */
export function differences(base: Content | null, mine: Content, theirs: Content): Difference[] {
  return fields.filter((field) => !same(mine[field], theirs[field])).map((field) => {
    if (base && same(base[field], theirs[field])) return { field, by: 'mine' }
    if (base && same(base[field], mine[field])) return { field, by: 'theirs' }
    return { field, by: 'both' }
  })
}

/** What only one of the two changed is taken from him; what both changed waits for the author. */
export function proposal(found: readonly Difference[]): Choices {
  return Object.fromEntries(found.flatMap(({ field, by }) => (by === 'both' ? [] : [[field, by]])))
}

export function undecided(found: readonly Difference[], choices: Choices): Field[] {
  return found.map(({ field }) => field).filter((field) => !choices[field])
}

/** One content of two; a field without a choice stays as it was written here. */
export function merged(mine: Content, theirs: Content, choices: Choices): Content {
  const taken = fields.filter((field) => choices[field] === 'theirs').map((field) => [field, theirs[field]])
  return structuredClone({ ...mine, ...Object.fromEntries(taken) })
}
