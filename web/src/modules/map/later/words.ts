/** What the map says in words and numbers, and what is put into its sources. Places are degrees, lengths metres. */
import type { Feature, FeatureCollection, Polygon } from 'geojson'
import { markName } from './crews'
import type { MapArea, MapFeature, MapLayer, Place } from '../slots'

/** West, south, east, north. */
export type Box = readonly [number, number, number, number]

/** Found again by `<layer>/<id>` after a tap. */
export interface Listed {
  key: string
  layer: MapLayer
  feature: MapFeature | null
  area: MapArea | null
  at: Place
}

const earthRadius = 6_371_008
const rad = Math.PI / 180

/** Metres between two places, as the crow flies. */
export function metresBetween([west, south]: Place, [east, north]: Place): number {
  const up = Math.sin(((north - south) * rad) / 2) ** 2
  const across = Math.cos(south * rad) * Math.cos(north * rad) * Math.sin(((east - west) * rad) / 2) ** 2
  return 2 * earthRadius * Math.asin(Math.sqrt(up + across))
}

/** The middle of an area's box: near enough for a list and for where the map goes. */
export function middleOf(area: MapArea): Place {
  const [west, south, east, north] = boxOf(area)
  return [(west + east) / 2, (south + north) / 2]
}

export function boxOf(area: MapArea): Box {
  const rings = area.shape.type === 'Polygon' ? area.shape.coordinates : area.shape.coordinates.flat()
  return rings.flat().reduce<Box>(([west, south, east, north], [x, y]) =>
    [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)], [Infinity, Infinity, -Infinity, -Infinity])
}

/** Everything of these layers, in their order; a place that is no place on earth is left out. */
export function listed(layers: readonly MapLayer[]): Listed[] {
  return layers.flatMap((layer) => [
    ...layer.features().filter(({ at }) => isPlace(at)).map((feature): Listed => ({ key: `${layer.name}/${feature.id}`, layer, feature, area: null, at: feature.at })),
    ...layer.areas().map((area): Listed => ({ key: `${layer.name}/${area.id}`, layer, feature: null, area, at: middleOf(area) })),
  ])
}

/** Those that lie in the box or reach into it, by layer, the nearest to `from` first. */
export function inView(all: readonly Listed[], [west, south, east, north]: Box, from: Place): Listed[] {
  const seen = all.filter(({ at, area }) => {
    const [w, s, e, n] = area ? boxOf(area) : [at[0], at[1], at[0], at[1]]
    return w <= east && e >= west && s <= north && n >= south
  })
  const order = new Map([...new Set(seen.map(({ layer }) => layer))].map((layer, i) => [layer, i]))
  const near = new Map(seen.map((one) => [one, metresBetween(from, one.at)]))
  return seen.sort((a, b) => (order.get(a.layer) ?? 0) - (order.get(b.layer) ?? 0) || (near.get(a) ?? 0) - (near.get(b) ?? 0))
}

/** What a source of points is given: crews have one of their own. */
export function pointsOf(all: readonly Listed[], which: 'crews' | 'others' | 'all' = 'all'): FeatureCollection {
  const fits = ({ kind }: MapFeature): boolean => which === 'all' || (kind === 'crew') === (which === 'crews')
  return collection(all.flatMap(({ key, feature }) => (feature && fits(feature) ? [{
    type: 'Feature' as const, geometry: { type: 'Point' as const, coordinates: feature.at },
    properties: {
      key, kind: feature.kind, label: feature.label, priority: feature.priority ?? 9,
      ...(feature.kind === 'crew' ? { mark: markName(feature), age: feature.moving?.age ?? '', south: Math.abs((feature.moving?.heading ?? 0) - 180) < 68 } : {}),
    },
  }] : [])))
}

/** What a source of areas is given: each with one point for its name, for a name on the area would stand in every tile. */
export function areasOf(all: readonly Listed[]): FeatureCollection {
  return collection(all.flatMap(({ key, area, at }): Feature[] => (area ? [
    { type: 'Feature', geometry: area.shape, properties: { key, kind: area.kind } },
    { type: 'Feature', geometry: { type: 'Point', coordinates: at }, properties: { key, kind: 'name', title: area.title } },
  ] : [])))
}

/** The longest round length that is at most so many pixels wide: metres, and its pixels. */
export function scaleOf(metresPerPixel: number, pixels: number): { metres: number; pixels: number } {
  const most = metresPerPixel * pixels
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = ([5, 2].find((step) => step * power <= most) ?? 1) * power
  return { metres, pixels: metres / metresPerPixel }
}

/** A pixel of Web Mercator, with tiles of 512 pixels. */
export function metresPerPixel(latitude: number, zoom: number): number {
  return (Math.cos(latitude * rad) * 2 * Math.PI * 6_378_137) / (512 * 2 ** zoom)
}

/** For the device's own navigation (RFC 5870). */
export function geoUri([longitude, latitude]: Place): string {
  return `geo:${latitude.toFixed(6)},${longitude.toFixed(6)}`
}

/** A round area of that radius, as 32 corners. */
export function around([longitude, latitude]: Place, metres: number): Polygon {
  const [up, across] = [metres / 111_195, metres / (111_195 * Math.cos(latitude * rad))]
  const ring = Array.from({ length: 33 }, (_, i) => [longitude + across * Math.cos((i * Math.PI) / 16), latitude + up * Math.sin((i * Math.PI) / 16)])
  return { type: 'Polygon', coordinates: [ring] }
}

/** Whether both would be drawn alike; shapes are compared by what holds them, for they are never changed in place. */
export function same(one: FeatureCollection | undefined, other: FeatureCollection): boolean {
  if (one?.features.length !== other.features.length) return false
  return one.features.every((feature, i) => {
    const twin = other.features[i]
    return twin !== undefined && sameGeometry(feature, twin) && sameProperties(feature.properties ?? {}, twin.properties ?? {})
  })
}

function sameGeometry({ geometry: a }: Feature, { geometry: b }: Feature): boolean {
  if (a === b) return true
  return a.type === 'Point' && b.type === 'Point' && a.coordinates[0] === b.coordinates[0] && a.coordinates[1] === b.coordinates[1]
}

function sameProperties(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}

export function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features }
}

function isPlace([x, y]: Place): boolean {
  return Math.abs(x) <= 180 && Math.abs(y) <= 85
}
