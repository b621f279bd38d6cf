/** What the board shows of all incidents, and which crews fit what is typed. */
import type { Shown } from '../behind/fold'
import { groupOf } from '../behind/groups'
import type { Crew, Place } from '../wire'

export interface Wish {
  kind: string
  /** 0: any. */
  priority: number
  /** A unit's id; '': any. */
  unit: string
  closed: boolean
}

export const anything: Wish = { kind: '', priority: 0, unit: '', closed: false }

export function narrowed(wish: Wish): boolean {
  return Boolean(wish.kind || wish.priority || wish.unit)
}

/** Of a unit are those on which one of its crews is; those without a crew are everybody's. */
export function fitting(all: readonly Shown[], wish: Wish, crews: readonly Crew[]): Shown[] {
  const ofUnit = new Set(crews.filter(({ unit }) => unit === wish.unit).map(({ id }) => id))
  return all.filter((one) => {
    const { incident } = one
    if (incident.state === 'closed' && !wish.closed) return false
    if (wish.kind && incident.kind !== wish.kind) return false
    if (wish.priority && incident.priority !== wish.priority) return false
    return !wish.unit || groupOf(one) === 'waiting' || (incident.crews ?? []).some(({ crew }) => ofUnit.has(crew))
  })
}

/** Crews whose call sign or members have what was typed, the free ones first. */
export function crewsLike(crews: readonly Crew[], typed: string): Crew[] {
  const wanted = typed.toLowerCase().replace(/[\s-]+/g, '')
  const fits = ({ call_sign, members }: Crew): boolean =>
    [call_sign, ...members.map(({ name }) => name)].some((text) => text.toLowerCase().replace(/[\s-]+/g, '').includes(wanted))
  const free = ({ state }: Crew): number => (state === 'available' ? 0 : state === 'unavailable' ? 2 : 1)
  return crews.filter(fits).sort((a, b) => free(a) - free(b) || a.call_sign.localeCompare(b.call_sign))
}

/** An address that was written anew has no longer the point of the one before. */
export function moved(before: Place | undefined, after: Place): Place {
  const parts = ['street', 'number', 'postcode', 'town', 'text'] as const
  const same = parts.every((part) => (before?.[part] ?? '') === (after[part] ?? ''))
  if (same) return after
  const { longitude: _x, latitude: _y, within_m: _m, ...words } = after
  return words
}
