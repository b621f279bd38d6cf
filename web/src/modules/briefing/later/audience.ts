import type { Audience, Handling, Ward } from './wire'

export const groups = ['units', 'functions', 'wards', 'persons'] as const
export type Group = (typeof groups)[number]

export interface Named {
  id: string
  name: string
  /** What tells it from another of that name: a code, a function. */
  hint: string
}

/** Who may be chosen, by name. */
export type Directory = Record<Group, Named[]> & { areas: Ward[] }

export interface Chosen extends Named {
  group: Group
}

/** Whom a handling code lets an item be for; the server holds to the same. */
export function groupsFor(handling: Handling): readonly Group[] {
  if (handling === 'secret') return ['persons']
  return handling === 'unit' ? ['units', 'persons'] : groups
}

/** Those chosen, by name; one that the directory does not know any more stands by its id. */
export function chosenOf(audience: Audience, directory: Directory | null): Chosen[] {
  return groups.flatMap((group) => audience[group].map((id) => {
    const known = directory?.[group].find((one) => one.id === id)
    return { group, id, name: known?.name ?? id, hint: known?.hint ?? '' }
  }))
}

/** Those whose name or hint has every word asked for, not chosen yet; at most `most`, of each group in turn. */
export function found(directory: Directory, asked: string, audience: Audience, among: readonly Group[], most = 8): Chosen[] {
  const words = folded(asked).split(/\s+/).filter(Boolean)
  if (!words.length) return []
  return among.flatMap((group) => directory[group]
    .filter((one) => !audience[group].includes(one.id) && words.every((word) => folded(`${one.name} ${one.hint}`).includes(word)))
    .map((one) => ({ ...one, group }))).slice(0, most)
}

export function withOne(audience: Audience, { group, id }: { group: Group; id: string }): Audience {
  return { ...audience, whole: false, [group]: [...audience[group], id] }
}

export function without(audience: Audience, { group, id }: { group: Group; id: string }): Audience {
  return { ...audience, [group]: audience[group].filter((one) => one !== id) }
}

/** The first names and how many more there are: `{ names: ['Noord', 'Zuid'], more: 3 }`. */
export function summary(audience: Audience, directory: Directory | null, most = 3): { names: string[]; more: number } {
  const names = chosenOf(audience, directory).map((one) => one.name)
  return { names: names.slice(0, most), more: Math.max(0, names.length - most) }
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
