import { isAbort, Problem, Unreachable } from '../../base/errors'
import { leaseHolds } from '../../store/lease'
import { connection } from '../connection.svelte'
import { session } from '../session.svelte'
import { unlock } from './ceremonies'
import { evaluatePasskey } from './passkey'
import { openByPasskey, openByPin, StoreLost, waysApart } from './wraps'

export { waysApart }

/**
 * Opens what is here: by the server when it answers, else by the passkey alone. `pin`: a PIN is asked for.
 *
 * Throws Unreachable when this device opens without network in no way, and what the ceremonies throw.
 */
export async function open(): Promise<'open' | 'pin'> {
  const { passkey, pin } = await waysApart()
  const apart = passkey !== null || pin !== null
  if (!apart || connection.online) {
    const failure = await byServer()
    if (!failure) return 'open'
    if (!apart) throw failure
  }
  await keptStill()
  if (passkey === null) return 'pin'
  const evaluated = await evaluatePasskey(passkey)
  if (!evaluated || !(await openByPasskey(evaluated))) throw new Problem({ code: 'unlock.other_passkey' }, 403)
  await session.unlocked(null)
  return 'open'
}

/** Tries left, or null when it opened; after the last wrong one nothing is left on this device. */
export async function openWithPin(pin: string): Promise<number | null> {
  await keptStill()
  const left = await openByPin(pin)
  if (left === null) await session.unlocked(null)
  else if (left < 1) await session.end()
  return left
}

/** Null when it opened; what says that the server does not answer. */
async function byServer(): Promise<Unreachable | null> {
  try {
    await unlock()
    return null
  } catch (error) {
    if (error instanceof StoreLost) await session.end()
    if (error instanceof Unreachable) return error
    if (isAbort(error) || (error instanceof DOMException && error.name === 'TimeoutError')) return new Unreachable(error)
    throw error
  }
}

/** The lease is over, or the clock was set back: what is here goes. */
async function keptStill(): Promise<void> {
  if (await leaseHolds()) return
  await session.end()
  throw new Problem({ code: 'unlock.lease_over' }, 403)
}
