import { utf8 } from '../../base/encoding'
import { Problem } from '../../base/errors'
import { newId } from '../../base/ids'
import { knownDevice } from '../device'
import { session } from '../session.svelte'
import { get, serverNow } from '../transport'
import { copied, opened } from './copies'
import { keepKey, keptKey, lastNumber, putItem, removeRefused, storedCount, storedItem, storedItems, type StoredItem } from './database'
import { sendAll } from './delivering'
import { sealedItem } from './sealing'
import type { Command, DeliveryKey, Made, Refusal, Shown } from './wire'

const firstPauseMs = 2_000
const longestPauseMs = 300_000
/** A line that breaks under each delivery comes back each time: so often it is not tried. */
const justTriedMs = 10_000
/** What the server takes of one item, in base64url. */
const longestPlain = 520_000

/** One thing done here that the server has not confirmed. */
export interface Kept {
  id: string
  n: number
  at: Date
  state: 'waiting' | 'refused'
  /** Null: made by somebody who signed out since. */
  title: Shown['title'] | null
  module: string | null
  problem: Refusal | null
}

interface Mine {
  shown: Shown
  command: Command
}

/**
 * What was done on this device and the server has not confirmed. SPEC.md S16–S23.
 *
 * An item leaves only when the server says that it was done, or when the officer lets a refused one go; lock,
 * reload, sign-out and the end of the session leave it where it is. Delivering needs no session.
 */
class Outbox {
  /** Oldest first; empty while nothing may be shown. */
  items = $state.raw<readonly Kept[]>([])
  /** Of all, also while locked; null until it was read. */
  count = $state<number | null>(null)
  sending = $state(false)
  /** Why the last delivery as a whole came to nothing. */
  failure = $state.raw<unknown>(null)
  private running: Promise<void> | null = null
  private again = false
  private pause = firstPauseMs
  private triedAt = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private turn = 0
  private readonly otherTabs = new BroadcastChannel('focus-outbox')

  constructor() {
    this.otherTabs.onmessage = () => void this.refresh().catch(() => undefined)
    session.onEmpty(() => this.hide())
  }

  /** At the start of the app, whoever is signed in: what waits is sent. */
  async start(): Promise<void> {
    await this.refresh()
    await this.deliver()
  }

  /** Somebody may look: what waits is shown, and the key is there before the network is not. */
  async resume(): Promise<void> {
    await this.refresh()
    const organisation = session.me?.organisation.id
    if (organisation) await fetchKey(organisation).catch(() => undefined)
  }

  /**
   * Keeps what was done; the id once it is durable, and not before.
   *
   * `instead`: the id of a refused one that this replaces. `known`: the id of what lay elsewhere on this device
   * until now; kept twice it is one. Rejects with what the device says when it cannot write,
   * `identity.signed_out` while nothing may be shown or the session is over, `sync.item_too_large`, or what the transport says when
   * this device never had its organisation's key.
   */
  async keep(command: Command, shown: Shown, instead?: string, known?: string): Promise<string> {
    const { token, me } = session
    const device = await knownDevice()
    if (!token || !me || !device || session.endsAt <= serverNow().getTime()) throw new Problem({ code: 'identity.signed_out' }, 401)
    const at = Date.now()
    const made: Made = { token, at: new Date(at).toISOString(), ...command }
    const plain = JSON.stringify(made)
    if (utf8(plain).length > longestPlain) throw new Problem({ code: 'sync.item_too_large' }, 413)
    if (known !== undefined && (await storedItem(known))) return known
    const id = known ?? newId(at)
    const mine: Mine = { shown, command }
    const key = (await keptKey(me.organisation.id)) ?? (await fetchKey(me.organisation.id))
    const copy = await copied(id, mine)
    await alone('focus-outbox-number', () => numbered(device.thumbprint, async (n) => (
      putItem({ ...(await sealedItem(id, n, key, plain)), at, state: 'waiting', copy }, device.thumbprint, instead)
    )))
    await this.changed().catch(() => undefined) // it is there, whether or not it can be shown
    void this.deliver()
    return id
  }

  /** What was kept, as it was given: for a form that is to be filled in again. Null: not his, or gone. */
  async mine(id: string): Promise<Mine | null> {
    const item = session.status === 'open' ? await storedItem(id) : undefined
    return item ? opened<Mine>(id, item.copy) : null
  }

  /** Mine all the same, over the version that is there now: a new item in place of one refused as stale. */
  async insist(id: string): Promise<string | null> {
    const mine = await this.mine(id)
    const problem = this.items.find((item) => item.id === id)?.problem
    if (!mine || problem?.record === undefined || problem.version === undefined) return null
    const expects = { ...mine.command.expects, [problem.record]: problem.version }
    return this.keep({ ...mine.command, expects }, mine.shown, id)
  }

  /** The officer has seen that it was refused, and leaves it at that. */
  async letGo(id: string): Promise<void> {
    if (await removeRefused(id)) await this.changed()
  }

  /** The network is back: now, unless it was tried just before. */
  back(): void {
    if (Date.now() - this.triedAt >= justTriedMs) void this.deliver()
  }

  /** Now, whatever pause there was: a button, or the app at the front. */
  wake(): Promise<void> {
    this.pause = firstPauseMs
    return this.deliver()
  }

  /** Sends what waits; one tab at a time. Never rejects: what failed waits and is tried again. */
  deliver(): Promise<void> {
    this.again = true
    this.running ??= this.rounds()
    return this.running
  }

  private async rounds(): Promise<void> {
    this.sending = true
    while (this.again) {
      this.again = false
      this.triedAt = Date.now()
      await alone('focus-outbox-deliver', () => sendAll(() => this.changed()))
        .then(() => { this.failure = null }, (error: unknown) => { this.failure = error })
      await this.plan().catch(() => this.sleep())
    }
    // In the same step as the last look at `again`: whoever asks from here on starts anew.
    this.sending = false
    this.running = null
  }

  private async plan(): Promise<void> {
    const waiting = (await storedItems()).some(({ state }) => state === 'waiting')
    clearTimeout(this.timer)
    if (waiting) this.sleep()
    else this.pause = firstPauseMs
  }

  private sleep(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.deliver(), this.pause / 2 + (Math.random() * this.pause) / 2)
    this.pause = Math.min(this.pause * 2, longestPauseMs)
  }

  private async changed(): Promise<void> {
    this.otherTabs.postMessage('changed')
    await this.refresh()
  }

  /** From what is on the device, never from what was meant to be. */
  private async refresh(): Promise<void> {
    const turn = (this.turn += 1)
    if (session.status !== 'open') {
      this.count = await storedCount()
      return
    }
    const stored = await storedItems()
    const known = new Map(this.items.map((item) => [item.id, item]))
    const items = await Promise.all(stored.map((item) => (known.get(item.id)?.state === item.state ? known.get(item.id) : null) ?? shownOf(item)))
    if (turn !== this.turn) return
    this.count = stored.length
    this.items = session.status === 'open' ? items : []
  }

  private hide(): void {
    this.turn += 1
    this.items = []
    this.failure = null
  }
}

async function shownOf(item: StoredItem): Promise<Kept> {
  const { id, n, at, state, code, title } = item
  const mine = await opened<Mine>(id, item.copy)
  const told = item.refusal && (await opened<Refusal>(`${id} refused`, item.refusal))
  const problem = told ?? (code === undefined ? null : { code, ...(title ? { title } : {}) })
  return { id, n, at: new Date(at), state, title: mine?.shown.title ?? null, module: mine?.shown.module ?? null, problem }
}

async function fetchKey(organisation: string): Promise<DeliveryKey> {
  const key = await get<DeliveryKey>('/api/sync/key', {}, { background: true })
  await keepKey(key)
  if (key.organisation !== organisation) throw new Problem({ code: 'identity.signed_out' }, 401)
  return key
}

/** With the number after the last one; again with the next where another tab was quicker. */
async function numbered(device: string, put: (n: number) => Promise<boolean>): Promise<void> {
  while (!(await put((await lastNumber(device)) + 1)));
}

function alone(name: string, work: () => Promise<void>): Promise<void> {
  return navigator.locks ? navigator.locks.request(name, work).then(() => undefined) : work()
}

export const outbox = new Outbox()
