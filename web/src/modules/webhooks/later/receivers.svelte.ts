import { newId } from '../../../base/ids'
import { Resource } from '../../../kit/resource.svelte'
import { session } from '../../../sync/session.svelte'
import { get, post } from '../../../sync/transport'
import { path, type Dead, type Receiver } from './wire'

/** What is to be told to whom. */
export interface Wanted {
  name: string
  address: string
  kinds: string[]
  topics: string[]
}

/** Who is told what happens here, and what could not be told. Each rejects as the transport does. */
class Receivers {
  all = new Resource(() => get<Receiver[]>(path('receivers')))
  dead = new Resource(() => get<Dead[]>(path('dead')))
  kinds = new Resource(() => get<string[]>(path('kinds')))

  constructor() {
    session.onEmpty(() => {
      this.all.clear()
      this.dead.clear()
    })
  }

  async refresh(): Promise<void> {
    await Promise.all([this.all.refresh(), this.dead.refresh()])
  }

  /** Its secret, which is shown this once. */
  async add(wanted: Wanted): Promise<string> {
    const given = await post<{ secret: string }>(path('add-receiver'), wanted)
    await this.refresh()
    return given.secret
  }

  end(receiver: string): Promise<void> {
    return this.does('end-receiver', { receiver })
  }

  revive(receiver: string, delivery?: string): Promise<void> {
    return this.does('revive', { receiver, ...(delivery ? { delivery } : {}) })
  }

  drop(delivery: string): Promise<void> {
    return this.does('drop-delivery', { delivery })
  }

  private async does(name: string, body: Record<string, unknown>): Promise<void> {
    await post(path(name), body, { command: newId() })
    await this.refresh()
  }
}

export const receivers = new Receivers()
