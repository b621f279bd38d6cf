import { tick } from 'svelte'
import { router } from '../../base/router.svelte'

/** The field may not be there yet: then it takes the focus when it is. */
let wanted = false

export function focusAsk(): void {
  wanted = true
  router.go('/search')
  void tick().then(() => dispatchEvent(new Event('focus:ask')))
}

/** Whether somebody waits for the field; said once. */
export function takeWanted(): boolean {
  const asked = wanted
  wanted = false
  return asked
}
