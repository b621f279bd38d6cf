/** Accepting an incident is starting a task: from then on every question carries its number. */
import { connection } from '../../../sync/connection.svelte'
import { session } from '../../../sync/session.svelte'
import { tasks } from '../../purposes/public'
import type { Incident } from '../wire'
import { addressOf } from './device'

/** The purpose that an organisation begins with for incidents. */
const purpose = 'incident'

class Working {
  /** Accepted here, and not begun on the server yet. */
  private wanted = $state.raw<Incident | null>(null)

  constructor() {
    session.onEmpty(() => { this.wanted = null })
  }

  /** Begins its task, at once or when the network is back. */
  on(incident: Incident): void {
    this.wanted = incident
    void this.begin()
  }

  /** Whenever the network comes and goes; a purpose that is not his is left to the officer to choose. */
  async begin(): Promise<void> {
    const incident = this.wanted
    if (!incident || !connection.online) return
    this.wanted = null
    const { current } = tasks
    if (current?.reference === incident.number && current.issuer !== 'self') return
    const place = addressOf(incident.place)
    const task = { kind: 'incident' as const, purpose, title: incident.title, reference: incident.number, ...(place ? { place } : {}) }
    await tasks.start(task).catch(() => undefined) // the chip above the next question says that there is none
  }

  /** Why a lookup for this incident is made, before the server has said so. */
  why(incident: Incident): { title: string; basis: string; reference: string } {
    const known = tasks.purposes.find(({ code }) => code === purpose)
    return { title: known?.title ?? '', basis: known?.basis ?? '', reference: incident.number }
  }
}

export const purposeOf = (incident: Incident): { code: string; reference: string } => ({ code: purpose, reference: incident.number })
export const working = new Working()
