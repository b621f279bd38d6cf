import { tick } from 'svelte'
import { router } from '../../base/router.svelte'

const patienceMs = 5_000

/** The field may not be there yet: then it takes the focus, and what was typed on the way to it, when it is. */
let wanted = false
let early = ''

export function focusAsk(): void {
  if (!wanted) addEventListener('keydown', keep, true)
  wanted = true
  setTimeout(takeWanted, patienceMs)
  router.go('/search')
  void tick().then(() => dispatchEvent(new Event('focus:ask')))
}

/** What was typed before the field was there, if somebody waits for it; null: nobody. Said once. */
export function takeWanted(): string | null {
  if (!wanted) return null
  const typed = early
  wanted = false
  early = ''
  removeEventListener('keydown', keep, true)
  return typed
}

function keep(event: KeyboardEvent): void {
  if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  event.stopPropagation()
  early += event.key
}
