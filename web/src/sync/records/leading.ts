import { isAbort } from '../../base/errors'

const name = 'focus-sync-lead'
const beatMs = 5_000
/** Beats that did not come in so many checks: the leader hangs. Checks are counted, since a device sleeps. */
const checkMs = 1_000
const silentChecks = 15

/**
 * Runs `work` while this tab leads, again each time it does, until `signal` aborts. Another tab leads when this
 * one closes, at once, or when it says nothing for 15 s: then the signal of its `work` aborts.
 */
export async function leadInTurn(work: (signal: AbortSignal) => Promise<void>, signal: AbortSignal): Promise<void> {
  if (!navigator.locks) return work(signal)
  const channel = new BroadcastChannel(name)
  let steal = false
  while (!signal.aborted) steal = await turn(channel, work, signal, steal)
  channel.close()
}

/** One term, or one wait for it; true when the leader fell silent meanwhile. */
async function turn(channel: BroadcastChannel, work: (signal: AbortSignal) => Promise<void>, signal: AbortSignal, steal: boolean): Promise<boolean> {
  const waiting = new AbortController()
  const term = new AbortController()
  const end = (): void => {
    waiting.abort()
    term.abort()
  }
  const silence = new Silence(channel, () => waiting.abort())
  signal.addEventListener('abort', end)
  try {
    await navigator.locks.request(name, steal ? { steal: true } : { signal: waiting.signal }, () => {
      silence.end()
      return beating(channel, () => work(term.signal))
    })
  } catch (error) {
    // An abort: stolen, or not waited for any longer. Anything else: this browser gives no locks, so each tab leads.
    if (!isAbort(error)) await work(term.signal)
  } finally {
    end()
    silence.end()
    signal.removeEventListener('abort', end)
  }
  return silence.heard
}

/** Counts, while this tab waits and is looked at, how long the leader says nothing. */
class Silence {
  /** It lasted too long. */
  heard = false
  private missed = 0
  private readonly timer: ReturnType<typeof setInterval>

  constructor(channel: BroadcastChannel, tooLong: () => void) {
    channel.onmessage = () => { this.missed = 0 }
    this.timer = setInterval(() => {
      if (document.visibilityState === 'hidden') return
      this.missed += 1
      if (this.missed < silentChecks) return
      this.heard = true
      tooLong()
    }, checkMs)
  }

  end(): void {
    clearInterval(this.timer)
  }
}

async function beating(channel: BroadcastChannel, work: () => Promise<void>): Promise<void> {
  channel.postMessage('here')
  const beat = setInterval(() => channel.postMessage('here'), beatMs)
  try {
    await work()
  } finally {
    clearInterval(beat)
  }
}
