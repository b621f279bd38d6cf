/** How long a code is still good. */

/** `9:05`; empty when it is over. */
export function timeLeft(until: string, now: Date): string {
  const seconds = Math.ceil((Date.parse(until) - now.getTime()) / 1000)
  return seconds > 0 ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}` : ''
}

/** Minutes, the last one whole; 0 when it is over. */
export function minutesLeft(until: string, now: Date): number {
  const ms = Date.parse(until) - now.getTime()
  return ms > 0 ? Math.max(1, Math.round(ms / 60_000)) : 0
}
