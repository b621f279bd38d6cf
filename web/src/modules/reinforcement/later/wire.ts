/** What the board asks the server for. */
export interface LentCrew {
  organisation: string
  organisation_name: string
  organisation_code: string
  call_sign: string
  unit_name: string
  people: number
  until: string
  here: boolean
}

export interface Reinforcement {
  id: string
  direction: 'received' | 'given'
  organisation: string
  organisation_name: string
  crews: { call_sign: string; crew: string; people: number }[]
  since: string
  until: string
  by: string
  ended_at: string | null
  ended_why: '' | 'time' | 'host' | 'home' | 'revoked'
  ended_by: string
}

/** Without a slash at the end: the server's own texts of this module stay out of the first visit. */
const base = '/api/reinforcement'

export const path = (name: string): string => `${base}/${name}`
