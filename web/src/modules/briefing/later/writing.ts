import type { FieldProblem } from '../../../base/errors'
import type { Content } from './wire'

/** What a colleague wrote meanwhile, and the version from which both began. */
export interface Conflict {
  base: Content | null
  theirs: Content
  version: number
}

/** Something that is being written: a draft, or the next version of an item. */
export interface Writing {
  content: Content | null
  readonly faults: readonly FieldProblem[]
  readonly conflict: Conflict | null
  readonly error: unknown
  /** The author has decided what of both versions counts. */
  settle: (content: Content) => void | Promise<unknown>
}
