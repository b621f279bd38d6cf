/** One pattern per verdict; green and pending are silent. Milliseconds, on and off in turn. */
const patterns: Record<string, number[]> = { red: [300, 120, 300], amber: [80] }

export function vibrate(level: string): void {
  const pattern = patterns[level]
  if (pattern) globalThis.navigator?.vibrate?.(pattern)
}
