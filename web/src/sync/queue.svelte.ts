import { preferences } from '../store/preferences.svelte'
import { vault } from '../store/vault'
import { session } from './session.svelte'

/**
 * What an officer did without network and the server must still hear of, encrypted on the device.
 *
 * Locking empties the memory and leaves the sealed record; sign-out and revocation destroy it with its key.
 * How many waited is kept apart in clear, so that the sign-in page can say what was erased.
 */
export class Queue<T extends { id: string }> {
  items = $state.raw<T[]>([])
  /** How many the device should have had and can no longer read. */
  lost = $state(0)
  private readonly name: string
  private turn: Promise<unknown> = Promise.resolve()
  private readonly otherTabs: BroadcastChannel

  constructor(name: string) {
    this.name = name
    this.otherTabs = new BroadcastChannel(`focus-queue-${name}`)
    this.otherTabs.onmessage = () => {
      if (session.status === 'open') void this.load().catch(() => undefined)
    }
    session.onEmpty(() => {
      this.items = []
      this.lost = 0
    })
  }

  async load(): Promise<void> {
    await this.change((items) => items)
  }

  /** One change after another, also between tabs: each begins from what is on the device. */
  change(edit: (items: T[]) => T[]): Promise<void> {
    const next = this.turn.then(() => alone(this.name, () => this.write(edit)))
    this.turn = next.catch(() => undefined)
    return next
  }

  private async write(edit: (items: T[]) => T[]): Promise<void> {
    if (session.status !== 'open') throw new Error('locked')
    const kept = await vault.read<T[]>(this.name)
    const known = preferences.waiting(this.name)
    if (!kept && known) this.lost += known
    const none: T[] = []
    const items = edit(kept ?? none)
    if (items !== (kept ?? none)) {
      if (items.length) await vault.write(this.name, items)
      else if (kept) await vault.remove(this.name)
      this.otherTabs.postMessage('changed')
    }
    preferences.keepWaiting(this.name, items.length)
    this.items = session.status === 'open' ? items : []
  }
}

function alone(name: string, work: () => Promise<void>): Promise<void> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks
  return locks ? locks.request(`focus-${name}`, work).then(() => undefined) : work()
}

/** Does it unless another tab is at it: then nothing, the other tab sees to it. */
export function inOneTab(name: string, work: () => Promise<void>): Promise<void> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks
  if (!locks) return work()
  return locks.request(`focus-${name}`, { ifAvailable: true }, (held) => (held ? work() : undefined)).then(() => undefined)
}
