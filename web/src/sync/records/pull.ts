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
 * A piece that the device cannot store is shown and not counted: the state stays, and it comes again.
 * Throws what the transport throws; a signal that aborts ends it between two pieces.
 */
export async function pull(signal: AbortSignal): Promise<boolean> {
  const { state, turn } = await progress()
  const response = await send('POST', '/api/sync/pull', { state }, { background: true, signal })
  if (!response.body) return false
  let next = turn
  try {
    for await (const piece of pieces(response.body)) {
      await store(piece, next, signal)
      next += 1
      if (!('left' in piece.end) && piece.end.whole) {
        records.fail(null)
        return (await progress()).resumed ? pull(signal) : true
      }
    }
  } catch (error) {
    if (error instanceof LineUnreadable) records.fail('unread')
    else if (!isCut(error, signal)) throw error
  }
  return false
}

async function store(piece: Piece, turn: number, signal: AbortSignal): Promise<void> {
  try {
    records.changed(await apply(piece, turn, signal))
  } catch (error) {
    if (error instanceof Overtaken || signal.aborted) throw error
    records.changed(changeOf(piece), false)
    records.fail(troubleOf(error))
    throw error
  }
}

function troubleOf(error: unknown): Trouble {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'unwritten'
}

/** The line dropped, or another tab went on: nothing is wrong with what is here. */
function isCut(error: unknown, signal: AbortSignal): boolean {
  return error instanceof TypeError || error instanceof Overtaken || error instanceof Unreachable || isAbort(error) || signal.aborted
}
