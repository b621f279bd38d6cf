/** Two versions of one record: how they are set side by side, and what the officer may make of his. */
import type { Command } from '../sync/outbox/wire'

/** A field of both versions, in words; empty: nothing stands there. */
export interface Pair {
  name: string
  mine: string
  theirs: string
  differs: boolean
}

export interface Deciding {
  /** Every field of both, in the order in which they are written. */
  pairs: (body: Command['body'], theirs: unknown) => Pair[]
  /** Mine, over the version that there is now. */
  over: (command: Command, version: number) => Command
  /** The page on which mine is written on. */
  edit: (command: Command) => string
}

const known = new Map<string, Deciding>()

/** A module says it of its type of records, in a part that comes with the outbox. */
export function decides(type: string, how: Deciding): void {
  known.set(type, how)
}

/** `record`: `type/id`. Undefined: its module says nothing, and both are shown name by name. */
export function decidingOf(record: string): Deciding | undefined {
  return known.get(record.split('/')[0] ?? '')
}
