/** The board's list as rows of known heights, so that of thousands only those in sight are drawn. */
import type { Shown } from '../behind/fold'
import { grouped, type Group } from '../behind/groups'

/** In pixels, as this screen and its letters are now. */
export interface Sizes {
  group: number
  /** Of a row with a title of one line, and of each line more. */
  row: number
  line: number
  /** How many lines a title needs; more than two are cut. */
  lines: (title: string) => 1 | 2
}

export type BoardRow = { id: string; height: number } & ({ kind: 'group'; group: Group; count: number } | { kind: 'incident'; shown: Shown })

const order: readonly Group[] = ['waiting', 'mine', 'running', 'closed']

/** The board's own crew is one of those running. */
export function rowsOf(all: readonly Shown[], sizes: Sizes): BoardRow[] {
  const strangers = all.map((one) => (one.mine ? { ...one, mine: null } : one))
  return grouped(strangers, order).flatMap(({ group, shown }): BoardRow[] => [
    { kind: 'group', id: group, group, count: shown.length, height: sizes.group },
    ...shown.map((one): BoardRow => ({ kind: 'incident', id: one.incident.id, shown: one, height: heightOf(one.incident.title, sizes) })),
  ])
}

function heightOf(title: string, { row, line, lines }: Sizes): number {
  return row + (lines(title) - 1) * line
}

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
    const end = at + row.height
    if (end < from) drawn.above = end
    else if (at > to) drawn.below += row.height
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
    at += row.height
  }
  return null
}
