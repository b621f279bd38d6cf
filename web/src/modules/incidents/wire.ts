/** The records that phones and boards hold of incidents, as src/focus/modules/incidents/records.py writes them. */
export type CrewState = 'assigned' | 'accepted' | 'en_route' | 'on_scene' | 'available' | 'unavailable'
export type LineKind = 'control' | 'note' | 'crew' | 'desk' | 'result'

export interface Place {
  street?: string
  number?: string
  box?: string
  postcode?: string
  town?: string
  text?: string
  longitude?: number | null
  latitude?: number | null
  within_m?: number | null
}

export interface Linked {
  kind: 'person' | 'vehicle' | 'object'
  role?: 'informant' | 'suspect' | 'victim' | 'witness' | 'involved' | 'other'
  label?: string
  /** What an officer would type in Search; empty: nothing identifies it. */
  question?: string
  caution?: boolean
}

/** A crew on an incident; one that left stays, `available`. */
export interface OnIt {
  crew: string
  call_sign: string
  state: CrewState
  /** By state, to the second. */
  times?: Partial<Record<CrewState, string>>
}

export interface Incident {
  id: string
  number: string
  source: string
  kind: string
  title: string
  priority: number | null
  lights?: boolean
  state: 'open' | 'closed'
  opened_at: string
  changed_at: string
  closed_at?: string | null
  result?: string
  place?: Place
  linked?: Linked[]
  weapon?: boolean
  crews?: OnIt[]
  caller?: boolean
  gaps?: number[]
}

export interface Line {
  id: string
  incident: string
  kind: LineKind
  at: string
  told_at: string
  author: string
  text: string
  late?: boolean
}

export interface Caller {
  id: string
  name: string
  phone: string
  text?: string
}

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

export interface Feed {
  name: string
  format: string
  last_at: string | null
  silent_since: string | null
  today: number
  quarantined: number
}

export interface Quarantined {
  id: string
  feed: string
  at: string
  code: string
  path: string
  detail: string
  octets: number
}
