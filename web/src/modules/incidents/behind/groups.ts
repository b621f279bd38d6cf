/** In which order incidents stand, and under which heading. */
import type { Shown } from './fold'
import { isOn } from './states'

export type Group = 'mine' | 'waiting' | 'running' | 'closed'

export function groupOf({ incident, mine }: Shown): Group {
  if (incident.state === 'closed') return 'closed'
  if (mine && isOn(mine)) return 'mine'
  return incident.crews?.some(isOn) ? 'running' : 'waiting'
}

/** Those that have something, in the order given; within one the most urgent first, then the one that waits longest. */
export function grouped(all: readonly Shown[], order: readonly Group[]): { group: Group; shown: Shown[] }[] {
  const found = new Map(order.map((group) => [group, [] as Shown[]]))
  for (const one of all) found.get(groupOf(one))?.push(one)
  return [...found].filter(([, shown]) => shown.length).map(([group, shown]) => ({ group, shown: group === 'closed' ? shown.sort(lastClosed) : mostUrgent(shown) }))
}

/** As `byUrgency`, with each time read once: thousands are sorted at every change. */
function mostUrgent(shown: readonly Shown[]): Shown[] {
  const read = shown.map((one) => ({ one, priority: one.incident.priority ?? 9, since: Date.parse(one.incident.opened_at) }))
  return read.sort((a, b) => a.priority - b.priority || a.since - b.since).map(({ one }) => one)
}

/** One without priority comes after those that have one. */
export function byUrgency({ incident: a }: Shown, { incident: b }: Shown): number {
  return (a.priority ?? 9) - (b.priority ?? 9) || Date.parse(a.opened_at) - Date.parse(b.opened_at)
}

function lastClosed({ incident: a }: Shown, { incident: b }: Shown): number {
  return Date.parse(b.closed_at ?? b.changed_at) - Date.parse(a.closed_at ?? a.changed_at)
}

/** What Today shows beside my own: without a crew, the most urgent first. */
export function unassigned(all: readonly Shown[], most: number): Shown[] {
  return all.filter((one) => groupOf(one) === 'waiting').sort(byUrgency).slice(0, most)
}

/** Assigned to my crew, which has not said yet that it takes it. */
export function newToMe(all: readonly Shown[]): Shown[] {
  return all.filter((one) => groupOf(one) === 'mine' && one.mine?.state === 'assigned')
}

/** The one I work on, before those I am only assigned to. */
export function myOwn(all: readonly Shown[]): Shown | null {
  const mine = all.filter((one) => groupOf(one) === 'mine')
  const rank = ({ mine: on }: Shown): number => (on?.state === 'assigned' ? 1 : 0)
  return mine.sort((a, b) => rank(a) - rank(b) || byUrgency(a, b))[0] ?? null
}
