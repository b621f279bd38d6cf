import type { Area, Point } from './wire'

export interface Bounds {
  west: number
  south: number
  east: number
  north: number
}

/** Between places and points of a drawing; y grows downwards. */
export interface Frame {
  to: (place: Point) => [number, number]
  from: (x: number, y: number) => Point
}

/** Every ring of an area, holes included. */
export function ringsOf(area: Area | null): Point[][] {
  if (!area) return []
  return area.type === 'Polygon' ? area.coordinates : area.coordinates.flat()
}

/** Null: there is no point at all. */
export function boundsOf(areas: readonly (Area | null)[]): Bounds | null {
  const points = areas.flatMap((area) => ringsOf(area).flat())
  if (!points.length) return null
  const [x, y] = [points.map((one) => one[0]), points.map((one) => one[1])]
  return { west: least(x), south: least(y), east: -least(x.map((n) => -n)), north: -least(y.map((n) => -n)) }
}

/** Shows the bounds in the middle of a drawing of that size, with a margin; a degree of longitude is as wide as it is there. */
export function frameOf(bounds: Bounds, width: number, height: number, margin = 0.08): Frame {
  const middle: Point = [(bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2]
  const narrow = Math.cos((middle[1] * Math.PI) / 180)
  const across = Math.max((bounds.east - bounds.west) * narrow, 1e-4)
  const up = Math.max(bounds.north - bounds.south, 1e-4)
  const scale = (1 - 2 * margin) * Math.min(width / across, height / up)
  return {
    to: ([x, y]) => [width / 2 + (x - middle[0]) * narrow * scale, height / 2 - (y - middle[1]) * scale],
    from: (x, y) => [rounded(middle[0] + (x - width / 2) / scale / narrow), rounded(middle[1] - (y - height / 2) / scale)],
  }
}

/** Closer by `factor` around the middle. */
export function closer(bounds: Bounds, factor: number): Bounds {
  const [x, y] = [(bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2]
  const [w, h] = [(bounds.east - bounds.west) / 2 / factor, (bounds.north - bounds.south) / 2 / factor]
  return { west: x - w, east: x + w, south: y - h, north: y + h }
}

/** A closed area of its corners; null where there are fewer than three. */
export function areaOf(corners: readonly Point[]): Area | null {
  const [first] = corners
  return first && corners.length > 2 ? { type: 'Polygon', coordinates: [[...corners, first]] } : null
}

/** The corners of an area that can be drawn by tapping: one ring; otherwise null. */
export function cornersOf(area: Area | null): Point[] | null {
  const rings = ringsOf(area)
  const [ring = []] = rings
  return rings.length > 1 ? null : ring.slice(0, -1)
}

/** Whether the border of any ring crosses or touches itself. */
export function crosses(area: Area | null): boolean {
  return ringsOf(area).some((ring) => {
    const sides = ring.slice(1).map((end, i) => [ring[i] as Point, end] as const)
    return sides.some((one, i) => sides.some((other, j) => j > i + 1 && !(i === 0 && j === sides.length - 1) && meet(...one, ...other)))
  })
}

/** What was pasted: GeoJSON of an area, alone or as a feature; null: it is none. */
export function readArea(text: string): Area | null {
  try {
    return areaIn(JSON.parse(text))
  } catch {
    return null
  }
}

function areaIn(value: unknown): Area | null {
  const given = value as { type?: string; coordinates?: unknown; geometry?: unknown; features?: unknown[] } | null
  if (given?.type === 'FeatureCollection' && given.features?.length === 1) return areaIn(given.features[0])
  if (given?.type === 'Feature') return areaIn(given.geometry)
  if (given?.type !== 'Polygon' && given?.type !== 'MultiPolygon') return null
  const area = { type: given.type, coordinates: given.coordinates } as Area
  const rings = ringsOf(area)
  return rings.length && rings.every((ring) => ring.length > 3 && ring.every(isPlace)) ? area : null
}

function isPlace(value: unknown): boolean {
  return Array.isArray(value) && value.length > 1 && Math.abs(value[0]) <= 180 && Math.abs(value[1]) <= 90
}

function meet(a: Point, b: Point, c: Point, d: Point): boolean {
  const [s, u, v, w] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)]
  if (s * u < 0 && v * w < 0) return true
  return (s === 0 && between(a, c, b)) || (u === 0 && between(a, d, b)) || (v === 0 && between(c, a, d)) || (w === 0 && between(c, b, d))
}

function turn(a: Point, b: Point, c: Point): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))
}

function between(a: Point, p: Point, b: Point): boolean {
  return p[0] >= Math.min(a[0], b[0]) && p[0] <= Math.max(a[0], b[0]) && p[1] >= Math.min(a[1], b[1]) && p[1] <= Math.max(a[1], b[1])
}

function least(numbers: number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Infinity)
}

/** About ten centimetres. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}
