/** What the board asks the server for; the records stand in the module's wire.ts. */
import type { Incident, Line } from '../wire'

export type { Feed, Quarantined } from '../wire'

/** A closed incident of the history; its lines come with the whole of it. */
export type Past = Pick<Incident, 'id' | 'number' | 'kind' | 'title' | 'priority' | 'opened_at' | 'closed_at' | 'result' | 'place'>

export interface PastWhole {
  incident: Incident
  lines: Line[]
}

/** Without a slash at the end: the server's own texts of this module stay out of the first visit. */
const base = '/api/incidents'

export const path = (name: string): string => `${base}/${name}`
