/** What pulling says: the server's types under the app's names. */
import type { components } from '../../base/api/sync.gen'

type Schemas = components['schemas']

/** How far this device has come; the server's, given back unread. */
export type State = Schemas['State']
export type RecordLine = Schemas['Record']
export type GoneLine = Schemas['Gone']
/** Buckets and types that are lost: applied with the state, before any record. */
export type LeftLine = Schemas['Left']
/** The state after the lines before it; `whole`: nothing is left to fetch. */
export type ProgressLine = Schemas['Progress']

/** Lines that are applied together or not at all: the last one holds the state. */
export interface Piece {
  records: RecordLine[]
  gone: GoneLine[]
  end: LeftLine | ProgressLine
}
