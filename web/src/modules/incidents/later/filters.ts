/** What the board shows of all incidents, and how many of them are drawn. */
import type { Shown } from '../behind/fold'
import { groupOf, grouped, type Group } from '../behind/groups'
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

const order: readonly Group[] = ['waiting', 'mine', 'running', 'closed']

export type BoardRow = { kind: 'group'; id: string; group: Group; count: number } | { kind: 'incident'; id: string; shown: Shown }

/** One list of rows of two heights; the board's own crew is one of those running. */
export function rowsOf(all: readonly Shown[]): BoardRow[] {
  const strangers = all.map((one) => ({ ...one, mine: null }))
  return grouped(strangers, order).flatMap(({ group, shown }): BoardRow[] => [
    { kind: 'group', id: group, group, count: shown.length },
    ...shown.map((one): BoardRow => ({ kind: 'incident', id: one.incident.id, shown: one })),
  ])
}

export const heights = { group: 30, incident: 60 } as const

export interface Drawn {
  /** Pixels above and below what is drawn. */
  above: number
  below: number
  rows: BoardRow[]
}

/** Only what is in sight, and a screen's half on either side: two thousand draw as quickly as twenty. */
export function inSight(rows: readonly BoardRow[], top: number, height: number): Drawn {
  const from = top - height / 2
  const to = top + height * 1.5
  const drawn: Drawn = { above: 0, below: 0, rows: [] }
  let at = 0
  for (const row of rows) {
    const end = at + heights[row.kind]
    if (end < from) drawn.above = end
    else if (at > to) drawn.below += heights[row.kind]
    else drawn.rows.push(row)
    at = end
  }
  return drawn
}

/** Where a row begins, so that it can be scrolled to; null: it is not among them. */
export function topOf(rows: readonly BoardRow[], id: string): number | null {
  let at = 0
  for (const row of rows) {
    if (row.id === id) return at
    at += heights[row.kind]
  }
  return null
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
