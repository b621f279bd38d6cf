import { connection } from '../connection.svelte'
import { holdStream } from './looks'

export interface Timing {
  firstMs: number
  longestMs: number
  pollMs: number
  /** A stream that stood for so long was a good one: the next pause is short again. */
  goodMs: number
}

export const usual: Timing = { firstMs: 1_000, longestMs: 30_000, pollMs: 30_000, goodMs: 10_000 }

/** One term of the leading tab: a stream as often as one can be had, and pulls, one at a time. */
export class Listening {
  private readonly signal: AbortSignal
  private readonly pull: (signal: AbortSignal) => Promise<boolean>
  private readonly timing: Timing
  private planned: { timer: ReturnType<typeof setTimeout>; at: number } | null = null
  private pulling = false
  private again = false
  private failures = 0
  private pulledAt = 0
  private rested: () => void = () => undefined

  /** `pull` tells whether nothing is left to fetch. */
  constructor(signal: AbortSignal, pull: (signal: AbortSignal) => Promise<boolean>, timing: Timing = usual) {
    this.signal = signal
    this.pull = pull
    this.timing = timing
    signal.addEventListener('abort', () => {
      this.rested()
      if (this.planned) clearTimeout(this.planned.timer)
    })
  }

  /** Over when the signal aborts. */
  async run(): Promise<void> {
    let pause = this.timing.firstMs
    while (!this.signal.aborted) {
      const began = Date.now()
      await holdStream(this.signal, (spread) => this.look(spread)).catch(() => undefined)
      if (this.signal.aborted) return
      if (Date.now() - began > this.timing.goodMs) pause = this.timing.firstMs
      if (Date.now() - this.pulledAt >= this.timing.pollMs) this.look(0)
      const woken = await this.rest(jittered(pause))
      pause = woken ? this.timing.firstMs : Math.min(pause * 2, this.timing.longestMs)
    }
  }

  /** The network is back, or somebody looks: no pause is waited out, and what may have been missed is fetched. */
  wake(): void {
    this.failures = 0
    this.rested()
    this.look(0)
  }

  /** Pull at a moment within so many milliseconds; an earlier one that is planned does as well. */
  look(spreadMs: number): void {
    const at = Date.now() + Math.random() * spreadMs
    if (this.signal.aborted || (this.planned && this.planned.at <= at)) return
    if (this.planned) clearTimeout(this.planned.timer)
    const timer = setTimeout(() => {
      this.planned = null
      void this.fetch()
    }, at - Date.now())
    this.planned = { timer, at }
  }

  private async fetch(): Promise<void> {
    if (this.pulling) {
      this.again = true
      return
    }
    this.pulling = true
    this.again = false
    this.pulledAt = Date.now()
    const whole = await this.pull(this.signal).catch(() => false)
    this.pulling = false
    this.failures = whole ? 0 : this.failures + 1
    if (this.again) this.look(0)
    else if (!whole && connection.online) this.look(jittered(Math.min(this.timing.firstMs * 2 ** this.failures, this.timing.longestMs)))
  }

  /** True when it was cut short. */
  private rest(ms: number): Promise<boolean> {
    return new Promise((done) => {
      const timer = setTimeout(() => done(false), ms)
      this.rested = () => {
        clearTimeout(timer)
        done(true)
      }
    })
  }
}

/** Between half of it and all: thousands that lost the server together do not come back together. */
export function jittered(ms: number): number {
  return ms / 2 + (Math.random() * ms) / 2
}
