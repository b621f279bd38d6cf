/** Incidents, crews and lines as the server writes them, with what a test says of them. */
import type { Crew, Incident, Line, OnIt } from '../src/modules/incidents/wire'
import type { Shown } from '../src/modules/incidents/behind/fold'

let count = 0

export function incident(said: Partial<Incident> = {}): Incident {
  const n = (count += 1)
  const at = `2026-11-25T13:${String(n % 60).padStart(2, '0')}:07Z`
  return { id: `i${n}`, number: `I-${n}`, source: '112', kind: 'burglary', title: `Incident ${n}`, priority: 2, state: 'open', opened_at: at, changed_at: at, crews: [], linked: [], ...said }
}

export function crew(call_sign: string, said: Partial<Crew> = {}): Crew {
  return { id: `crew ${call_sign}`, call_sign, unit: null, unit_name: '', members: [], state: 'available', incident: null, since: '2026-11-25T12:00:00Z', until: '2026-11-25T20:00:00Z', ...said }
}

export function on({ id, call_sign }: Crew, state: OnIt['state'], times: OnIt['times'] = {}): OnIt {
  return { crew: id, call_sign, state, times }
}

export function line(of: Incident, said: Partial<Line> = {}): Line {
  const n = (count += 1)
  return { id: `l${n}`, incident: of.id, kind: 'control', at: '2026-11-25T13:00:00Z', told_at: '2026-11-25T13:00:01Z', author: 'Meldkamer', text: 'Licht', ...said }
}

export function shown(one: Incident, mine: OnIt | null = null): Shown {
  return { incident: one, mine, waiting: false }
}
