/**
 * For how long this device may keep what it holds without a word from the server. SPEC.md S24.
 *
 * The app enforces it, by the device's clock: who turns that back loses what is here.
 */
import { readClear, writeClear } from './database'

export interface Lease {
  /** ms */
  until: number
  /** The latest moment that this device ever saw, in ms. */
  seen: number
  hours: number
}

const hourMs = 3_600_000
/** A clock is set right by so much without anybody meaning harm. */
const backMs = 600_000

/** False: what is here must go. Without a lease there is nothing to keep. */
export async function leaseHolds(now = Date.now()): Promise<boolean> {
  const lease = await readClear<Lease>('lease')
  if (!lease || now > lease.until || now < lease.seen - backMs) return false
  await writeClear('lease', { ...lease, seen: Math.max(lease.seen, now) })
  return true
}

/** The server was heard: by its clock, or this one, time starts anew. */
export async function renewLease(hours?: number, now = Date.now()): Promise<void> {
  const lasts = hours ?? (await readClear<Lease>('lease'))?.hours
  if (lasts !== undefined) await writeClear<Lease>('lease', { until: now + lasts * hourMs, seen: now, hours: lasts })
}
