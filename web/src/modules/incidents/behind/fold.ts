/** What was said on this device and the server's records do not show yet, laid over those records. */
import type { Crew, Incident, Line, OnIt } from '../wire'
import { isOn, type Step } from './states'

export type Told =
  & { item: string; incident: string; at: string; waiting: boolean }
  & ({ what: 'state'; state: Step } | { what: 'note'; line: string; text: string } | { what: 'close'; result: string; text: string })

export interface Shown {
  incident: Incident
  /** My crew on it; null: not on it, or on duty in none. */
  mine: OnIt | null
  /** Something of it has not been sent. */
  waiting: boolean
}

export interface ShownLine extends Line {
  waiting: boolean
}

/** Each incident as the officer left it; `told` in the order in which it was said. */
export function folded(incidents: readonly Incident[], told: readonly Told[], crew: Crew | null): Shown[] {
  const byId = new Map(incidents.map((incident) => [incident.id, incident]))
  for (const one of told) {
    const incident = byId.get(one.incident)
    if (incident) byId.set(incident.id, one.what === 'close' ? closed(incident, one) : incident)
    if (crew && one.what === 'state') stateTaken(byId, one, crew)
  }
  const unsent = new Set(told.filter(({ waiting }) => waiting).map(({ incident }) => incident))
  return [...byId.values()].map((incident) => ({
    incident, mine: incident.crews?.find((one) => one.crew === crew?.id) ?? null, waiting: unsent.has(incident.id),
  }))
}

/** A state that the record shows no longer needs what was said here. */
export function isShown(told: Told, incident: Incident | null, lines: readonly Line[], crew: Crew | null): boolean {
  if (!incident) return false
  if (told.what === 'close') return incident.state === 'closed'
  if (told.what === 'note') return lines.some(({ id }) => id === told.line)
  const mine = incident.crews?.find((one) => one.crew === crew?.id)
  return mine?.state === told.state || mine?.times?.[told.state] !== undefined
}

/** The timeline, the newest first; what waits stands in it where it was said. */
export function timeline(incident: string, lines: readonly Line[], told: readonly Told[], author: string): ShownLine[] {
  const known = new Set(lines.map(({ id }) => id))
  const own = told.flatMap((one): ShownLine[] => {
    if (one.incident !== incident || (one.what === 'note' && known.has(one.line))) return []
    const { item, at, waiting } = one
    const said = one.what === 'state' ? { kind: 'crew' as const, text: one.state as string }
      : one.what === 'note' ? { kind: 'note' as const, text: one.text }
      : { kind: 'result' as const, text: one.text }
    return [{ id: item, incident, at, told_at: at, author, waiting, ...said }]
  })
  const all = [...lines.filter((line) => line.incident === incident).map((line) => ({ ...line, waiting: false })), ...own]
  return all.sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.id < b.id ? 1 : -1))
}

function closed(incident: Incident, { at, result }: Extract<Told, { what: 'close' }>): Incident {
  if (incident.state === 'closed') return incident
  return { ...incident, state: 'closed', closed_at: at, result, crews: (incident.crews ?? []).map((one) => ({ ...one, state: 'available' })) }
}

/** A status belongs to one incident: working on another one leaves the first. */
function stateTaken(byId: Map<string, Incident>, told: Extract<Told, { what: 'state' }>, crew: Crew): void {
  for (const incident of byId.values()) {
    const here = incident.id === told.incident
    const known = incident.crews?.find((one) => one.crew === crew.id)
    if (here && incident.state === 'open') byId.set(incident.id, withCrew(incident, taken(known, told, crew)))
    else if (known && isOn(known) && known.state !== 'assigned' && told.state !== 'available') {
      byId.set(incident.id, withCrew(incident, taken(known, { ...told, state: 'available' }, crew)))
    }
  }
}

/** Whoever wrote a time first keeps it; back on an incident that it left, a crew begins anew. */
function taken(known: OnIt | undefined, { state, at }: Extract<Told, { what: 'state' }>, crew: Crew): OnIt {
  const before = known && isOn(known) ? known : undefined
  return { crew: crew.id, call_sign: crew.call_sign, state, times: { ...before?.times, [state]: before?.times?.[state] ?? at } }
}

function withCrew(incident: Incident, mine: OnIt): Incident {
  const others = (incident.crews ?? []).filter((one) => one.crew !== mine.crew)
  return { ...incident, crews: [...others, mine].sort((a, b) => a.call_sign.localeCompare(b.call_sign)) }
}
