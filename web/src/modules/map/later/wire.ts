/** What the server's views of the map give, as src/focus/modules/map/records.py writes it. */
import type { Place, Shape } from '../slots'

export interface BaseMap {
  /** Of the whole file, hex; its name on this device too. */
  sha256: string
  name: string
  octets: number
  /** The day on which it was added. */
  date: string
  west: number
  south: number
  east: number
  north: number
  min_zoom: number
  max_zoom: number
  /** Whom its makers want named. */
  attribution: string
}

export interface WardCollection {
  features: { id: string; geometry: Shape; properties: { code: string; names: Record<string, string> } }[]
}

/** A layer that the organisation gave; every feature is a point or an area. */
export interface OwnLayer {
  id: string
  name: string
  features: {
    features: { id?: string | number; geometry: { type: 'Point'; coordinates: Place } | Shape; properties: Record<string, string> | null }[]
  }
}
