import { newId } from '../../../base/ids'
import { afterSecondThought, thoughtMs } from '../../../kit/second-thought'
import { vault } from '../../../store/vault'
import { outbox, type Kept } from '../../../sync/outbox/outbox.svelte'
import { Queue } from '../../../sync/queue.svelte'
import { session } from '../../../sync/session.svelte'
import { get, serverNow } from '../../../sync/transport'
import type { Change, Ground, NewStop, Stop } from '../wire'

/** A stop that its officer may still take back; under its id it goes to the outbox. */
export interface Draft {
  id: string
  stop: NewStop
  /** Until then it may be taken back; by this device's clock, in ms. */
  until?: number
}

const module = 'followup'
const record = 'grounds'

/** Stops that this device has: for some seconds as drafts, then in the outbox until the server has them. */
class Stops {
  /** Sealed on the device; what an earlier app left here, which sent them itself, goes the same way. */
  readonly drafts = new Queue<Draft>('stops')
  grounds = $state.raw<Ground[]>([])
  /** Stops and their changes that the server has not confirmed, oldest first. */
  kept: readonly Kept[] = $derived(outbox.items.filter((item) => item.module === module))
  waiting = $derived(this.kept.filter(({ state }) => state === 'waiting').length)
  refused = $derived(this.kept.length - this.waiting)
  /** Not taken back. */
  private readonly sure = new Set<string>()
  private moving: Promise<void> = Promise.resolve()

  constructor() {
    session.onEmpty(() => {
      this.grounds = []
    })
  }

  /** The grounds of today, or those that the device last knew. */
  async loadGrounds(): Promise<void> {
    if (this.grounds.length) return
    const kept = await vault.read<Ground[]>(record).catch(() => null)
    if (kept && session.status === 'open') this.grounds = kept
    this.grounds = await get<Ground[]>('/api/followup/grounds', {}, { background: true })
    await vault.write(record, this.grounds).catch(() => undefined)
  }

  groundTitle(code: string): string {
    return this.grounds.find((ground) => ground.code === code)?.title ?? code
  }

  /** Kept on the device at once; it leaves when its officer can no longer take it back. `said`: what the toast says. */
  async register(stop: NewStop, said: string): Promise<void> {
    const draft: Draft = { id: newId(), stop: { ...stop, at: serverNow().toISOString() }, until: Date.now() + thoughtMs }
    await this.drafts.change((items) => [...items, draft])
    afterSecondThought(said, () => this.letGo(draft.id), () => void this.remove(draft.id))
  }

  /** Put right after the server refused it; `refused`: the id of what this replaces. */
  async registerAnew(stop: NewStop, refused: string): Promise<void> {
    await outbox.keep({ action: 'followup.record_stop', body: { ...stop } }, this.shown('recorded', stop.ground), refused)
  }

  /** A change of a stop that the server has; `refused`: the id of one that this replaces. */
  async correct(stop: Stop, change: Change, refused?: string): Promise<void> {
    await outbox.keep({ action: 'followup.correct_stop', body: { stop: stop.id, ...change } }, this.shown('corrected', stop.ground), refused)
  }

  async withdraw(stop: Stop, reason: string, refused?: string): Promise<void> {
    await outbox.keep({ action: 'followup.withdraw_stop', body: { stop: stop.id, reason } }, this.shown('withdrawn', stop.ground), refused)
  }

  async remove(id: string): Promise<void> {
    await this.drafts.change((items) => items.filter((item) => item.id !== id))
  }

  /** Gives the outbox every stop that can no longer be taken back. */
  move(): Promise<void> {
    this.moving = this.moving.then(() => this.moveAll()).catch(() => undefined)
    return this.moving
  }

  private async letGo(id: string): Promise<void> {
    this.sure.add(id)
    await this.move()
  }

  private async moveAll(): Promise<void> {
    if (session.status !== 'open') return
    await this.drafts.load()
    for (const { id, stop, until } of this.drafts.items) {
      if (this.isOpen(id, until)) continue
      await outbox.keep({ action: 'followup.record_stop', body: { ...stop } }, this.shown('recorded', stop.ground), undefined, id)
      await this.remove(id)
    }
  }

  /** Its officer may still take it back. After a crash, or with another clock, that is over. */
  private isOpen(id: string, until = 0): boolean {
    const left = until - Date.now()
    return !this.sure.has(id) && left > 0 && left <= thoughtMs
  }

  private shown(what: 'recorded' | 'corrected' | 'withdrawn', ground: string): { module: string; title: { key: string; args: { ground: string } } } {
    return { module, title: { key: `stop-kept-${what}`, args: { ground: this.groundTitle(ground) } } }
  }
}

export const stops = new Stops()
