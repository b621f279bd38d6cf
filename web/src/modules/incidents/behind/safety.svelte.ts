/** The questions that an incident asks by itself: its address, and who or what its control room warns of. */
import { newId } from '../../../base/ids'
import { connection } from '../../../sync/connection.svelte'
import { session } from '../../../sync/session.svelte'
import { Lookup, lookups, type Question } from '../../search/public'
import type { Incident } from '../wire'
import { addressOf } from './device'
import { purposeOf, working } from './working.svelte'

/** Each is in the log under the officer's name: no more than these by themselves. */
const most = 4

export interface Wanted {
  question: string
  reading?: NonNullable<Question['reading']>
}

/** What would be asked of it. */
export function questionsOf({ place, linked = [] }: Incident): Wanted[] {
  const address = addressOf(place)
  const marked = linked.filter(({ caution, question }) => caution && question).map(({ question = '' }) => ({ question }))
  return [...(address ? [{ question: address, reading: 'address' as const }] : []), ...marked].slice(0, most)
}

class Safety {
  private asked = $state.raw<ReadonlyMap<string, readonly Lookup[]>>(new Map())

  constructor() {
    session.onEmpty(() => {
      for (const lookup of [...this.asked.values()].flat()) lookup.stop()
      this.asked = new Map()
    })
  }

  of(incident: string): readonly Lookup[] {
    return this.asked.get(incident) ?? []
  }

  /** Asks once what was not asked yet; after a change of the incident only what is new. Nothing without network. */
  ask(incident: Incident): void {
    if (!connection.online) return
    this.send(incident, this.of(incident.id))
  }

  /** What failed once more, and of the others whoever did not answer. */
  again(incident: Incident): void {
    if (!connection.online) return
    const whole = this.of(incident.id).filter(({ phase }) => phase === 'closed')
    for (const lookup of whole) {
      const names = (lookup.verdict.missing ?? []).flatMap(({ source }) => source ?? [])
      if (names.length) void lookup.retry(names)
    }
    this.send(incident, whole)
  }

  private send(incident: Incident, before: readonly Lookup[]): void {
    const fresh = questionsOf(incident).filter(({ question }) => before.every(({ asked }) => asked.question !== question))
    if (!fresh.length) return
    const made = fresh.map((wanted) => new Lookup({ id: newId(), ...wanted, purpose: purposeOf(incident) }, working.why(incident)))
    this.asked = new Map([...this.asked, [incident.id, [...before, ...made]]])
    for (const lookup of made) {
      lookups.take(lookup)
      void lookup.run()
    }
  }
}

export const safety = new Safety()
