/** Where other modules put points and areas on the map: they take these from `public.ts`, and the map names none of them. */
import { Slot } from '../../kit/slots'

/** Longitude and latitude in degrees, EPSG:4326. */
export type Place = [longitude: number, latitude: number]

/** A GeoJSON area; the first ring of each polygon is its edge, further ones are holes. */
export type Shape = { type: 'Polygon'; coordinates: Place[][] } | { type: 'MultiPolygon'; coordinates: Place[][][] }

/** What is known of something that moves; each is drawn by its form, never by colour alone. */
export interface Moving {
  /** A ring, a half, a full disc, a ring of dots; `unknown` has none. */
  state: 'free' | 'going' | 'busy' | 'off' | 'unknown'
  /** An arrow at the edge: degrees clockwise from north; null where it stands or nobody knows. */
  heading: number | null
  /** Below the mark, as short as can be; empty where it is of just now. */
  age: string
  /** Its edge is dashed. */
  doubtful: boolean
  /** `mine` has a second edge; `others` has pointed ends. */
  whose: 'mine' | 'ours' | 'others'
}

export interface MapFeature {
  /** Of its layer only. */
  id: string
  at: Place
  /** On the mark itself, as short as on the radio: `P1`, `NO-4`; empty for a dot. */
  label: string
  /** What it is, in the record's own words. */
  title: string
  /** Address, state: the line under the title. */
  text?: string
  kind: 'incident' | 'crew' | 'place' | 'found'
  /** Of a crew. */
  moving?: Moving
  /** 1 is first. */
  priority?: number
  /** The path of its screen; without one there is nothing to open. */
  href?: string
}

export interface MapArea {
  id: string
  shape: Shape
  title: string
  /** `ban` is hatched, `briefing` dashed, `area` drawn through, `ward` a thin line. */
  kind: 'briefing' | 'ban' | 'area' | 'ward'
  href?: string
}

/** One thing that is switched on and off. What it gives is read again whenever the state behind it changes. */
export interface MapLayer {
  name: string
  /** In the officer's language. */
  title: () => string
  features: () => readonly MapFeature[]
  areas: () => readonly MapArea[]
}

/** Shown in this order in the list and drawn the other way round, so that the first lies on top. */
export const layers = new Slot<MapLayer>('map.layers')
