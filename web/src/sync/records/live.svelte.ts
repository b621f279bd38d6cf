import { leadInTurn } from './leading'
import { Listening } from './listening'
import { pull } from './pull'
import { records } from './records.svelte'
import { renewLease } from '../../store/lease'
import { dropOverdue, progress } from './rows'

/** Keeps the records up to date while a session stands open: one tab of this device listens and pulls. */
class Live {
  /** When everything was last here. */
  lastWhole = $state<Date | null>(null)
  private stopping: AbortController | null = null
  private listening: Listening | null = null
  private readonly otherTabs = new BroadcastChannel('focus-live')

  constructor() {
    this.otherTabs.onmessage = ({ data }: MessageEvent<'wake' | 'whole'>) => {
      if (data === 'wake') this.listening?.wake()
      else if (this.stopping) void this.read()
    }
  }

  /** The session is open. */
  start(): void {
    if (this.stopping) return
    const stopping = (this.stopping = new AbortController())
    records.onDamaged = () => this.wake()
    records.resume()
    void this.read()
    void leadInTurn((signal) => this.lead(signal), stopping.signal)
  }

  /** What may not be kept for so long without the server goes, also from the screen. */
  async tidy(): Promise<void> {
    const types = await dropOverdue()
    for (const type of types) await records.of(type).load()
  }

  /** At lock and sign-out; nothing of anybody stays in memory. */
  stop(): void {
    this.stopping?.abort()
    this.stopping = null
    this.lastWhole = null
    records.empty()
  }

  /** The network is back, or the app came to the front: whichever tab leads looks now. */
  wake(): void {
    if (this.listening) this.listening.wake()
    else if (this.stopping) this.otherTabs.postMessage('wake')
  }

  private async lead(signal: AbortSignal): Promise<void> {
    const listening = (this.listening = new Listening(signal, (given) => this.pull(given)))
    await listening.run()
    if (this.listening === listening) this.listening = null
  }

  private async pull(signal: AbortSignal): Promise<boolean> {
    const whole = await pull(signal)
    if (whole) {
      await renewLease()
      this.otherTabs.postMessage('whole')
      await this.read()
    }
    return whole
  }

  private async read(): Promise<void> {
    const { whole } = await progress().catch(() => ({ whole: null }))
    if (this.stopping) this.lastWhole = whole === null ? null : new Date(whole)
  }
}

export const live = new Live()
