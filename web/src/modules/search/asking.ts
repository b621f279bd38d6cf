import { tick } from 'svelte'
import { router } from '../../base/router.svelte'

const patienceMs = 5_000

/** What was typed before the field was there. */
interface Early {
  text: string
  /** With Enter after it. */
  asked: boolean
}

/** The field may not be there yet: then it takes the focus, and what was typed on the way to it, when it is. */
let wanted = false
let watching = false
let early: Early = { text: '', asked: false }

export function focusAsk(): void {
  if (!wanted) addEventListener('keydown', keep, true)
  wanted = true
  setTimeout(takeWanted, patienceMs)
  router.go('/search')
  void tick().then(() => dispatchEvent(new Event('focus:ask')))
}

/** Every "Search" means: type now. */
export function watchLinks(): void {
  if (watching) return
  watching = true
  document.addEventListener('click', (event) => {
    if (!event.ctrlKey && !event.metaKey && (event.target as Element | null)?.closest('a[href="/search"]')) focusAsk()
  })
}

/** What was typed before the field was there, if somebody waits for it; null: nobody. Said once. */
export function takeWanted(): Early | null {
  if (!wanted) return null
  const typed = early
  wanted = false
  early = { text: '', asked: false }
  removeEventListener('keydown', keep, true)
  return typed
}

/** What follows Enter is for whatever comes then. */
function keep(event: KeyboardEvent): void {
  const { key } = event
  if (early.asked || event.ctrlKey || event.metaKey || event.altKey) return
  if (key.length === 1) early.text += key
  else if (key === 'Backspace') early.text = early.text.slice(0, -1)
  else if (key === 'Enter' && early.text.trim()) early.asked = true
  else return
  event.preventDefault()
  event.stopPropagation()
}
