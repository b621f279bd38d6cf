/** What stands in the list, of records alone: one line per item with what its officer has to do with it. */
import type { Item, Kind, Priority, Receipt, Tally } from '../wire'
import { fold } from './fold'

/** `coming`: published and not in force yet. */
export type LineState = 'now' | 'coming' | 'recalled' | 'expired'

/** Read by its officer; `waiting`: said here, and not confirmed by the server. */
export interface Read {
  version: number
  at: Date
  waiting: boolean
}

export interface Line {
  item: Item
  state: LineState
  /** Null: not read, or not in the version that must be read. */
  read: Read | null
  tally: Tally | null
}

export interface Held {
  items: readonly Item[]
  receipts: readonly Receipt[]
  tallies: readonly Tally[]
  /** By the item's id. */
  told: ReadonlyMap<string, Read>
}

export interface Wish {
  text: string
  kind: Kind | ''
  priority: Priority | ''
  unread: boolean
  /** Null: whenever it was changed. */
  since: Date | null
}

export type Tab = 'read' | 'all' | 'neighbours'

export interface Section {
  name: 'must' | 'new' | 'recalled' | 'done' | 'all'
  lines: Line[]
}

const rank: Record<Priority, number> = { urgent: 0, high: 1, normal: 2 }
const hourMs = 3600_000

/** By the phone's own clock: what has ended is not in force, whether or not the server has said so. */
export function stateOf(item: Item, now: Date): LineState {
  if (item.state === 'recalled' || item.state === 'expired') return item.state
  const { valid_from: from, valid_to: to } = item.content
  if (to && new Date(to) <= now) return 'expired'
  return from && new Date(from) > now ? 'coming' : 'now'
}

/** A receipt for the version that is asked for, or for a later one, wherever it was given. */
export function joined({ items, receipts, tallies, told }: Held, now: Date): Line[] {
  const given = new Map(receipts.map((receipt) => [receipt.item, receipt]))
  const counted = new Map(tallies.map((tally) => [tally.id, tally]))
  return items.map((item) => {
    const receipt = given.get(item.id)
    const confirmed = receipt && receipt.version >= item.asks ? { version: receipt.version, at: new Date(receipt.at), waiting: false } : null
    const said = told.get(item.id)
    const read = confirmed ?? (said && said.version >= item.asks ? said : null)
    return { item, state: stateOf(item, now), read, tally: counted.get(item.id) ?? null }
  })
}

export function counts(line: Line): boolean {
  return line.state === 'now' || line.state === 'coming'
}

export function isUnread(line: Line): boolean {
  return counts(line) && line.read === null
}

/** To be read before leaving, and not read. */
export function isDue(line: Line): boolean {
  return isUnread(line) && line.item.content.must_read === true
}

/** Urgent, then must-read, then the newest: as at the roll call. */
export function inOrder(lines: readonly Line[]): Line[] {
  const order = (line: Line): number =>
    rank[line.item.content.priority ?? 'normal'] * 2 + (line.item.content.must_read ? 0 : 1)
  return [...lines].sort((a, b) => order(a) - order(b) || newest(a, b))
}

/** What is due, the urgent first: for Today and for the badge. */
export function due(lines: readonly Line[]): Line[] {
  return inOrder(lines.filter(isDue))
}

/** What one tab shows, in the order in which it is read; sections without lines are left out. */
export function sections(lines: readonly Line[], tab: Tab): Section[] {
  const mine = tab === 'neighbours' ? lines.filter(({ item }) => item.origin) : lines
  const recalled = { name: 'recalled' as const, lines: mine.filter((line) => line.state === 'recalled').sort(newest) }
  const there = mine.filter(counts)
  const found: Section[] = tab === 'read'
    ? [
        { name: 'must', lines: inOrder(there.filter(isDue)) },
        { name: 'new', lines: inOrder(there.filter((line) => isUnread(line) && !isDue(line))) },
        recalled,
        { name: 'done', lines: there.filter((line) => line.read).sort((a, b) => readAt(b) - readAt(a) || newest(a, b)) },
      ]
    : [{ name: 'all', lines: inOrder(there) }, recalled]
  return found.filter((section) => section.lines.length > 0)
}

/** The first `most` lines, across sections. */
export function cut(all: readonly Section[], most: number): Section[] {
  let left = most
  return all.flatMap((section) => {
    const lines = section.lines.slice(0, left)
    left -= lines.length
    return lines.length ? [{ ...section, lines }] : []
  })
}

/** How many stand behind each tab. */
export function numbers(lines: readonly Line[]): Record<Tab, number> {
  const there = lines.filter(counts)
  return { read: there.filter(isUnread).length, all: there.length, neighbours: there.filter(({ item }) => item.origin).length }
}

export function filtered(lines: readonly Line[], wish: Wish): Line[] {
  const words = fold(wish.text).split(/\s+/).filter(Boolean)
  return lines.filter((line) => {
    const { kind, priority = 'normal' } = line.item.content
    if (wish.kind && kind !== wish.kind) return false
    if (wish.priority && priority !== wish.priority) return false
    if (wish.unread && !isUnread(line)) return false
    if (wish.since && !changedSince(line.item, wish.since)) return false
    return words.every((word) => sought(line.item).includes(word))
  })
}

/** Published since, or changed in a way that asks to read anew. */
export function changedSince(item: Item, since: Date): boolean {
  if (new Date(item.published_at) > since) return true
  return (item.changes ?? []).some((change) => !change.minor && new Date(change.at) > since)
}

/**
 * When its officer was last briefed: his last receipt before this briefing, which may have begun an hour ago;
 * the last day where there is none.
 */
export function lastBriefing(receipts: readonly Receipt[], now: Date): Date {
  const before = now.getTime() - hourMs
  const moments = receipts.map(({ at }) => new Date(at).getTime()).filter((at) => at <= before)
  const last = moments.length ? moments.reduce((latest, at) => Math.max(latest, at)) : before - 23 * hourMs
  return new Date(last)
}

function readAt(line: Line): number {
  return line.read?.at.getTime() ?? 0
}

function newest(a: Line, b: Line): number {
  return a.item.published_at < b.item.published_at ? 1 : a.item.published_at > b.item.published_at ? -1 : 0
}

const words = new WeakMap<Item, string>()

/** Folded once per item: five thousand are looked through at each letter. */
function sought(item: Item): string {
  const known = words.get(item)
  if (known !== undefined) return known
  const { title, text, place, expected, source, subjects } = item.content
  const named = (subjects ?? []).flatMap((one) => [one.given_names, one.family_name, one.plate, one.number, one.described])
  const made = fold([item.number, title, text, place, expected, source, item.origin?.name, ...named].filter(Boolean).join('\n'))
  words.set(item, made)
  return made
}
