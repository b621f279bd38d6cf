/** Keeps Tab inside `node`, gives focus back to what had it when `node` goes. */
export function trapFocus(node: HTMLElement): () => void {
  const before = document.activeElement as HTMLElement | null
  const first = node.querySelector<HTMLElement>('[data-autofocus]') ?? node
  first.focus({ preventScroll: true })
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Tab') return
    const stops = focusable(node)
    const [head, tail] = [stops[0], stops.at(-1)]
    if (!head || !tail) return
    const at = document.activeElement
    const leaving = event.shiftKey ? at === head || at === node : at === tail
    if (!leaving) return
    event.preventDefault()
    ;(event.shiftKey ? tail : head).focus()
  }
  node.addEventListener('keydown', onKey)
  return () => {
    node.removeEventListener('keydown', onKey)
    if (before?.isConnected) before.focus({ preventScroll: true })
  }
}

function focusable(node: HTMLElement): HTMLElement[] {
  const selector = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"]'
  return Array.from(node.querySelectorAll<HTMLElement>(selector)).filter((element) => element.offsetParent !== null)
}

export function onMedia(query: string, change: (matches: boolean) => void): () => void {
  const list = matchMedia(query)
  const told = (): void => change(list.matches)
  told()
  list.addEventListener('change', told)
  return () => list.removeEventListener('change', told)
}

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
