/** Whether the server answers, since when, and when it last did. Offline is a place, not an error. */
class Connection {
  online = $state(typeof navigator === 'undefined' ? true : navigator.onLine)
  /** The moment of the last change of `online`. */
  since = $state(new Date())
  /** The server's last answer, whatever it was. */
  lastAnswer = $state<Date | null>(null)
  private timer: ReturnType<typeof setTimeout> | undefined

  answered(): void {
    this.lastAnswer = new Date()
    this.set(true)
  }

  silent(): void {
    this.set(false)
  }

  /** Listens to the device and, while offline, asks the server again: at 3, 6, 12, then every 20 s. */
  start(): () => void {
    const on = (): void => void this.probe(3000)
    const off = (): void => this.set(false)
    addEventListener('online', on)
    addEventListener('offline', off)
    if (!navigator.onLine) this.set(false)
    return () => {
      removeEventListener('online', on)
      removeEventListener('offline', off)
      clearTimeout(this.timer)
    }
  }

  async probe(next: number): Promise<void> {
    clearTimeout(this.timer)
    try {
      await fetch('/api/health', { cache: 'no-store', signal: AbortSignal.timeout(4000) })
      this.answered()
    } catch {
      this.set(false)
      this.timer = setTimeout(() => void this.probe(Math.min(next * 2, 20_000)), next)
    }
  }

  private set(online: boolean): void {
    if (online === this.online) return
    this.online = online
    this.since = new Date()
    if (!online) void this.probe(3000)
  }
}

export const connection = new Connection()
