import { newId } from '../../../base/ids'
import { Resource } from '../../../kit/resource.svelte'
import { may, session } from '../../../sync/session.svelte'
import { get, post } from '../../../sync/transport'
import { path, type LentCrew, type Reinforcement } from './wire'

/** The crews of one organisation, and which of them are chosen. */
export interface Lender {
  organisation: string
  name: string
  crews: LentCrew[]
}

/** Who can be asked and who helps; with network only. Each of what it does rejects as the transport does. */
class Desk {
  crews = new Resource(() => get<LentCrew[]>(path('lent-crews'), {}, { background: true }))
  all = new Resource(() => get<Reinforcement[]>(path('reinforcements'), {}, { background: true }))
  readonly lenders = $derived(byLender(this.crews.value ?? []))
  readonly running = $derived((this.all.value ?? []).filter(({ ended_at: ended }) => !ended))
  readonly over = $derived((this.all.value ?? []).filter(({ ended_at: ended }) => ended))

  constructor() {
    session.onEmpty(() => {
      this.crews.clear()
      this.all.clear()
    })
  }

  refresh(): void {
    if (!may('incidents.dispatch')) return
    void this.crews.refresh()
    void this.all.refresh()
  }

  async ask(organisation: string, crews: readonly string[], hours: number): Promise<void> {
    await post(path('reinforce'), { id: newId(), organisation, crews, hours }, { command: newId() })
    this.refresh()
  }

  async end(id: string): Promise<void> {
    await post(path('end-reinforcement'), { id }, { command: newId() })
    this.refresh()
  }
}

export function byLender(crews: readonly LentCrew[]): Lender[] {
  const found = new Map<string, Lender>()
  for (const crew of crews) {
    const lender = found.get(crew.organisation) ?? { organisation: crew.organisation, name: crew.organisation_name, crews: [] }
    lender.crews.push(crew)
    found.set(crew.organisation, lender)
  }
  return [...found.values()]
}

export const desk = new Desk()
