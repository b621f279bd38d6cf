/** The server's types under the app's names; records that no view gives are as src/focus/modules/incidents/records.py writes them. */
import type { components } from './api.gen'

type Schemas = components['schemas']

export type Incident = Schemas['Incident']
export type Place = Schemas['Place']
export type Linked = Schemas['Linked']
/** A crew on an incident; one that left stays, `available`. `times`: by state, to the second. */
export type OnIt = Schemas['OnIt']
export type CrewState = OnIt['state']
export type Line = Schemas['Line']
export type LineKind = Line['kind']
export type Caller = Schemas['Caller']
export type Feed = Schemas['FeedShown']
export type Quarantined = Schemas['HeldShown']
export type Sharing = Schemas['Sharing']
export type Placed = Schemas['Placed']
export type Report = Schemas['Reported']

export interface Crew {
  id: string
  call_sign: string
  unit: string | null
  unit_name: string
  members: { person: string; name: string }[]
  state: CrewState
  incident?: string | null
  since: string
  until: string
}

/** Where a crew was last; held by its unit on duty and by the desk. */
export interface Position {
  /** The crew's; of what a foreign system told, its own. */
  id: string
  call_sign: string
  unit: string | null
  longitude: number
  latitude: number
  within_m: number
  /** Degrees clockwise from north. */
  heading?: number | null
  at: string
  doubtful?: boolean
  /** Empty: the crew's own phone. */
  source?: string
}
