/** The server's types under the app's names; GeoJSON as narrow as the server keeps it. */
import type { components } from '../api.gen'
import type { Place, Shape } from '../slots'

type Schemas = components['schemas']
type Of<Geometry, Properties> = Omit<Schemas['Feature'], 'geometry' | 'properties'> & { geometry: Geometry; properties: Properties }

/** `sha256`: of the whole file, its name on this device too; `attribution`: whom its makers want named. */
export type BaseMap = Schemas['BaseMap']

export interface WardCollection {
  features: Of<Shape, { code: string; names: Record<string, string> }>[]
}

/** A layer that the organisation gave; every feature is a point or an area. */
export type OwnLayer = Omit<Schemas['Layer'], 'features'> & {
  features: { features: Of<{ type: 'Point'; coordinates: Place } | Shape, Record<string, string | number | boolean>>[] }
}

export type LayerAdded = Schemas['LayerAdded']
