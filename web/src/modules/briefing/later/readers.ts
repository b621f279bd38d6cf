import type { Reader } from './wire'

export const readerGroups = ['unread', 'unreachable', 'read'] as const
export type ReaderGroup = (typeof readerGroups)[number]

/** Whoever has not read the version that is asked for is either to be spoken to, or no device of his answers. */
export function groupOf(one: Reader, asks: number): ReaderGroup {
  if ((one.version ?? 0) >= asks) return 'read'
  return one.reachable === false ? 'unreachable' : 'unread'
}

export function counted(readers: readonly Reader[], asks: number): Record<ReaderGroup, number> {
  const counts = { unread: 0, unreachable: 0, read: 0 }
  for (const one of readers) counts[groupOf(one, asks)] += 1
  return counts
}
