import { Problem } from '../../base/errors'
import { newId } from '../../base/ids'
import type { Ground, NewStop } from './wire'
import { afterSecondThought, thoughtMs } from '../../kit/second-thought'
import { vault } from '../../store/vault'
import { connection } from '../../sync/connection.svelte'
import { Queue } from '../../sync/queue.svelte'
import { session } from '../../sync/session.svelte'
import { get, post, serverNow } from '../../sync/transport'

/** A stop on its way to the server; its id is the command's, so that it is registered once. */
export interface WaitingStop {
  id: string
  stop: NewStop
  /** Until then its officer may take it back; by this device's clock, in ms. */
  until?: number
  problem?: { code: string; title: string }
}

const record = 'grounds'
/** App and server were not of one version, and the path had moved: it is sent again once they are. */
const noSuchPath = 'core.not_found'
const isRefused = (item: WaitingStop): boolean => Boolean(item.problem && item.problem.code !== noSuchPath)

/** Stops: kept on the device first, registered at once when there is a network. */
class Stops {
  readonly queue = new Queue<WaitingStop>('stops')
  grounds = $state.raw<Ground[]>([])
  /** Grows when one more is registered. */
  registered = $state(0)
  /** Refused after they had waited, and still in the list. */
  refused = $derived(this.queue.items.filter(isRefused).length)
  /** Not taken back. */
  private readonly sure = new Set<string>()
  private flushing: Promise<void> = Promise.resolve()

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

  /** Kept on the device at once; sent when its officer can no longer take it back. `said`: what the toast says. */
  async register(stop: NewStop, said: string): Promise<void> {
    const item: WaitingStop = { id: newId(), stop: { ...stop, at: serverNow().toISOString() }, until: Date.now() + thoughtMs }
    await this.queue.change((items) => [...items, item])
    afterSecondThought(said, () => this.letGo(item.id), () => void this.remove(item.id))
  }

  private async letGo(id: string): Promise<void> {
    this.sure.add(id)
    await this.flush()
  }

  flush(): Promise<void> {
    this.flushing = this.flushing.then(() => this.sendAll()).catch(() => undefined)
    return this.flushing
  }

  async remove(id: string): Promise<void> {
    await this.queue.change((items) => items.filter((item) => item.id !== id))
  }

  /** Its officer may still take it back. After a crash, or with another clock, that is over. */
  private isOpen({ id, until = 0 }: WaitingStop): boolean {
    const left = until - Date.now()
    return !this.sure.has(id) && left > 0 && left <= thoughtMs
  }

  private async sendAll(): Promise<void> {
    if (session.status !== 'open') return
    await this.queue.load()
    for (const item of this.queue.items) {
      if (!connection.online || isRefused(item) || this.isOpen(item)) continue
      try {
        await post('/api/followup/record-stop', item.stop, { command: item.id, keepalive: true })
        await this.remove(item.id)
        this.registered += 1
      } catch (error) {
        if (!(error instanceof Problem) || error.status >= 500 || [401, 423, 429].includes(error.status) || error.code === noSuchPath) return
        const problem = { code: error.code, title: error.title }
        await this.queue.change((items) => items.map((one) => (one.id === item.id ? { ...one, problem } : one)))
      }
    }
  }
}

export const stops = new Stops()

export function flushStops(): Promise<void> {
  return stops.flush()
}
