/** The record that phones hold of a hit, as src/focus/modules/cameras/records.py writes it. */
export type State = 'new' | 'confirmed' | 'not_same' | 'stopped' | 'not_seen' | 'closed'
export type Word = Exclude<State, 'new'>
export type Outcome = 'stopped' | 'not_seen' | 'closed'

export interface Said {
  word: Word
  person: string
  name: string
  at: string
  text?: string
  /** False: somebody else had decided before; it changed nothing. */
  counted: boolean
}

export interface Camera {
  id: string
  name: string
  longitude: number
  latitude: number
  heading?: number | null
}

/** A camera read a plate that a list names: a question, until somebody compared plate and picture. */
export interface Hit {
  id: string
  plate: string
  country: string
  seen_at: string
  camera: Camera
  direction?: string
  lane?: string
  make?: string
  colour?: string
  /** 0 to 1: how sure the camera is of what it read. */
  confidence?: number | null
  picture: boolean
  list: string
  list_name: string
  owner: string
  reason: string
  listed_since: string
  instruction?: string
  contact?: string
  state: State
  decided_by?: string
  decided_at?: string | null
  said?: Said[]
}
