/** When a phone says where it is, and what it says. */
import type { Report } from '../../wire'
import type { Point } from './points'
import { metresBetween } from './points'

/** Farther than this is said at once. */
const farMetres = 50
/** But no more often than this, however fast it goes. */
const leastMs = 3_000
/** A timer is never quite on time. */
const slackMs = 500

export interface Sent {
  /** In ms, by the device. */
  at: number
  point: Point
}

/** As the device gives it: `GeolocationPosition` without its methods. */
export interface Fix {
  timestamp: number
  coords: { longitude: number; latitude: number; accuracy: number; heading: number | null; speed: number | null }
}

/**
 * The name of a shift in a crew. Null until both are known: they come as two records, and a shift whose beginning came
 * later would be another one, asked about anew.
 */
export function shiftOf(crew: string | undefined, since: string | undefined): string | null {
  return crew && since ? `${crew} ${since}` : null
}

/** Whether this is to be said now: the first, after so many seconds, or 50 m from what was said last. */
export function isDue(last: Sent | null, point: Point, now: number, everySeconds: number): boolean {
  if (!last || isOver(last, now, everySeconds)) return true
  return now - last.at >= leastMs && metresBetween(last.point, point) >= farMetres
}

/** Whether it is time for the next, wherever the phone is. */
export function isOver(last: Sent | null, now: number, everySeconds: number): boolean {
  return !last || now - last.at >= everySeconds * 1000 - slackMs
}

/** `now`: by the device's clock; `server`: the same moment by the server's. Of a device that stands, heading is NaN. */
export function reportOf({ timestamp, coords }: Fix, now: number, server: Date): Report {
  const age = Math.max(0, now - timestamp)
  return {
    at: new Date(server.getTime() - age).toISOString(),
    longitude: coords.longitude,
    latitude: coords.latitude,
    within_m: Math.min(1_000_000, Math.max(0, coords.accuracy)),
    heading: number(coords.heading),
    speed: number(coords.speed),
  }
}

function number(value: number | null): number | null {
  return value !== null && Number.isFinite(value) && value >= 0 ? value : null
}
