import { preferences } from '../store/preferences.svelte'
import { session } from './session.svelte'

const touches = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

/** Locks when nobody touched the app for the session's delay, also when the device slept meanwhile. */
export function watchIdle(): () => void {
  let last = Date.now()
  let kept = 0
  const touched = (): void => {
    last = Date.now()
    if (last - kept < 5000 || session.status !== 'open') return
    kept = last
    preferences.lastActive = last
  }
  const check = (): void => {
    if (session.status === 'open' && Date.now() - Math.max(last, preferences.lastActive) > session.lockAfter * 1000) {
      void session.lock()
    }
  }
  const timer = setInterval(check, 1000)
  for (const kind of touches) addEventListener(kind, touched, { passive: true, capture: true })
  document.addEventListener('visibilitychange', check)
  return () => {
    clearInterval(timer)
    for (const kind of touches) removeEventListener(kind, touched, { capture: true })
    document.removeEventListener('visibilitychange', check)
  }
}
