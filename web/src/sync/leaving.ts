const sending = new Set<() => Promise<unknown>>()
let watched = false

/** Called before the app is hidden, locked or signed out: what was kept for a second thought is sent now. */
export function onLeaving(send: () => Promise<unknown>): () => void {
  sending.add(send)
  watch()
  return () => sending.delete(send)
}

/** Over when all of it was sent, or could not be. */
export async function leave(): Promise<void> {
  await Promise.allSettled([...sending].map((send) => send()))
}

function watch(): void {
  if (watched || typeof document === 'undefined') return
  watched = true
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') void leave() })
  addEventListener('pagehide', () => void leave())
}
