import { newId } from '../../../base/ids'
import { Resource } from '../../../kit/resource.svelte'
import { may, session } from '../../../sync/session.svelte'
import { get, post } from '../../../sync/transport'
import type { Place } from '../wire'
import { path, type Feed, type Past, type PastWhole, type Quarantined } from './wire'

/** What a new incident is made of. */
export interface Opening {
  kind: string
  title: string
  priority: number
  place: Place
  text: string
}

/** What the desk does, with network only; the records come back by themselves. Each rejects as the transport does. */
class Desk {
  feeds = new Resource(() => get<Feed[]>(path('feeds'), {}, { background: true }))
  quarantine = new Resource(() => get<Quarantined[]>(path('quarantine')))
  past = $state.raw<readonly Past[]>([])
  /** There may be more of the history. */
  more = $state(false)

  constructor() {
    session.onEmpty(() => {
      this.feeds.clear()
      this.quarantine.clear()
      this.past = []
    })
  }

  refresh(): void {
    if (may('incidents.board')) void this.feeds.refresh()
  }

  assign(incident: string, crew: string): Promise<unknown> {
    return this.does('assign', { incident, crew })
  }

  unassign(incident: string, crew: string): Promise<unknown> {
    return this.does('unassign', { incident, crew })
  }

  note(incident: string, text: string): Promise<unknown> {
    return this.does('note', { id: newId(), incident, text })
  }

  reopen(incident: string): Promise<unknown> {
    return this.does('reopen', { incident })
  }

  /** Its id: the number is the server's. */
  async open({ text, ...opening }: Opening): Promise<string> {
    const id = newId()
    await this.does('open-incident', { id, ...opening, ...(text ? { text } : {}) })
    return id
  }

  /** `version`: the one that was on the screen. */
  change(incident: string, version: number, { place, ...said }: Omit<Opening, 'text'>): Promise<unknown> {
    return this.does('change-incident', { incident, version, ...said, place })
  }

  /** One that left the devices, with its lines. */
  whole(incident: string): Promise<PastWhole> {
    return get<PastWhole>(path('incident'), { incident })
  }

  async resend(message: string): Promise<void> {
    await this.does('resend', { message })
    await this.quarantine.refresh()
  }

  async drop(message: string): Promise<void> {
    await this.does('drop-message', { message })
    await this.quarantine.refresh()
  }

  /** Fifty at a time; `further` after those that are there. */
  async look(asked: { text?: string; since?: string; until?: string; kind?: string }, further = false): Promise<void> {
    const before = further ? this.past.at(-1)?.id : undefined
    const found = await post<Past[]>(path('history'), { ...asked, ...(before ? { before } : {}) })
    this.past = further ? [...this.past, ...found] : found
    this.more = found.length === 50
  }

  private does(name: string, body: Record<string, unknown>): Promise<unknown> {
    return post(path(name), body, { command: newId() })
  }
}

export const desk = new Desk()
export const kinds = [
  'traffic_accident', 'traffic', 'burglary', 'theft', 'robbery', 'fight', 'domestic_violence', 'violence', 'weapon', 'sexual_offence', 'drugs',
  'suspicious', 'missing_person', 'nuisance', 'public_order', 'alarm', 'fire', 'medical', 'weather', 'hazard', 'assistance',
] as const
