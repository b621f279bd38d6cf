import { isAbort, Unreachable } from '../../base/errors'
import { send } from '../transport'
import { LineUnreadable, pieces } from './pieces'
import { records, type Trouble } from './records.svelte'
import { apply, changeOf, Overtaken, progress } from './rows'
import type { Piece } from './wire'

/**
 * Fetches what is new and stores it piece by piece; true when nothing is left to fetch.
 *
 * A pull that went on where another was cut is followed by one more, for what changed between the two.
 * What the device cannot store is shown and not counted, that piece and all after it: the state stays, and they
 * come again. Throws what the device said, and what the transport throws; a signal that aborts ends it between two pieces.
 */
export async function pull(signal: AbortSignal): Promise<boolean> {
  const { state, turn } = await progress()
  const response = await send('POST', '/api/sync/pull', { state }, { background: true, signal })
  if (!response.body) return false
  let next = turn
  let unstored: unknown = null
  try {
    for await (const piece of pieces(response.body)) {
      if (unstored) records.changed(changeOf(piece), false)
      else unstored = await store(piece, next, signal)
      next += 1
      if (unstored) continue
      if (!('left' in piece.end) && piece.end.whole) {
        records.fail(null)
        return (await progress()).resumed ? pull(signal) : true
      }
    }
  } catch (error) {
    if (error instanceof LineUnreadable) records.fail('unread')
    else if (!isCut(error, signal)) throw error
  }
  if (unstored) throw unstored
  return false
}

/** Null, or why the device could not. */
async function store(piece: Piece, turn: number, signal: AbortSignal): Promise<unknown> {
  try {
    records.changed(await apply(piece, turn, signal))
    return null
  } catch (error) {
    if (error instanceof Overtaken || signal.aborted) throw error
    records.changed(changeOf(piece), false)
    records.fail(troubleOf(error))
    return error
  }
}

function troubleOf(error: unknown): Trouble {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'unwritten'
}

/** The line dropped, or another tab went on: nothing is wrong with what is here. */
function isCut(error: unknown, signal: AbortSignal): boolean {
  return error instanceof TypeError || error instanceof Overtaken || error instanceof Unreachable || isAbort(error) || signal.aborted
}
