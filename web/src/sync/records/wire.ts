/** What pulling says, as src/focus/core/sync/wire.py writes it. */

/** How far this device has come; the server's, given back unread. */
export type State = Record<string, unknown>

export interface RecordLine {
  t: string
  i: string
  v: number
  /** The device's buckets that hold it. */
  b: string[]
  d: unknown
}

export interface GoneLine {
  t: string
  i: string
  gone: true
}

/** Buckets and types that are lost: applied with the state, before any record. */
export interface LeftLine {
  left: string[]
  /** The types that may be held; rows of others are erased. */
  types: string[]
  /** Whatever is not named from here to the end is erased. */
  restart: boolean
  state: State
}

/** The state after the lines before it; `whole`: nothing is left to fetch. */
export interface ProgressLine {
  state: State
  whole?: boolean
}

export type Line = RecordLine | GoneLine | LeftLine | ProgressLine

/** Lines that are applied together or not at all: the last one holds the state. */
export interface Piece {
  records: RecordLine[]
  gone: GoneLine[]
  end: LeftLine | ProgressLine
}
