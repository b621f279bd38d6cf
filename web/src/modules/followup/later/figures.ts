import type { StopFigure } from '../wire'

export const counts = ['stops', 'after_lookup', 'unknown', 'self_declared', 'late', 'withdrawn'] as const
export type Count = (typeof counts)[number]

export interface GroundSum {
  code: string
  title: string
  stops: number
  /** A count below what the organisation shows is in it: there were more than the sum. */
  few: boolean
}

/** Sums by ground, the most first. */
export function byGround(rows: readonly StopFigure[]): GroundSum[] {
  const sums = new Map<string, GroundSum>()
  for (const { ground, title, stops } of rows) {
    const sum = sums.get(ground) ?? { code: ground, title, stops: 0, few: false }
    sums.set(ground, { ...sum, stops: sum.stops + (stops ?? 0), few: sum.few || stops === null })
  }
  return [...sums.values()].sort((a, b) => b.stops - a.stops)
}

interface Heads {
  period: string
  unit: string
  ground: string
  counts: string[]
}

/** For a spreadsheet of this country: semicolons, and a mark that says UTF-8. */
export function asCsv(rows: readonly StopFigure[], heads: Heads, count: (n: number | null | undefined) => string, noUnit: string): string {
  const lines = [[heads.period, heads.unit, heads.ground, ...heads.counts]]
  for (const row of rows) lines.push([row.period, row.unit_name || noUnit, row.title, ...counts.map((name) => count(row[name]))])
  return `\uFEFF${lines.map((line) => line.map(quoted).join(';')).join('\r\n')}\r\n`
}

/** A text that a spreadsheet would take for a formula is told to be a text. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
