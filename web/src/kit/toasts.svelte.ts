interface Toast {
  id: number
  text: string
  undo?: (() => void) | undefined
}

/** What was done, and how to take it back; never a warning or an error. Gone after six seconds. */
class Toasts {
  current = $state<Toast | null>(null)
  private timer: ReturnType<typeof setTimeout> | undefined
  private count = 0

  /** Its number, by which it can be cleared before its time. */
  show(text: string, undo?: () => void): number {
    clearTimeout(this.timer)
    this.current = { id: (this.count += 1), text, undo }
    this.timer = setTimeout(() => this.clear(), 6000)
    return this.count
  }

  /** Without a number whatever is shown. */
  clear(id = this.current?.id): void {
    if (id !== this.current?.id) return
    clearTimeout(this.timer)
    this.current = null
  }
}

export const toasts = new Toasts()
