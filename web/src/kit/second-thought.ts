import { onLeaving } from '../sync/leaving'
import { toasts } from './toasts.svelte'

/** As long as the toast with "undo" stands. */
export const thoughtMs = 6_000

/** Says that it is done, and does it once the officer can no longer take it back; called: does it now. */
export function afterSecondThought(text: string, act: () => Promise<void>, undo: () => void): () => Promise<void> {
  let over = false
  const once = (): boolean => {
    if (over) return false
    over = true
    clearTimeout(timer)
    settled()
    return true
  }
  const send = async (): Promise<void> => {
    if (!once()) return
    toasts.clear(toast) // nothing can be taken back any more
    await act()
  }
  const timer = setTimeout(() => void send(), thoughtMs)
  const settled = onLeaving(send)
  const toast = toasts.show(text, () => { if (once()) undo() })
  return send
}
