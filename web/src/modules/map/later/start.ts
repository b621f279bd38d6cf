import type { BaseMap } from './wire'
import { boxOf, type Box, type Listed } from './words'

/** Belgium: where neither a record nor a map says where to look. */
const somewhere: Box = [2.5, 49.5, 6.4, 51.5]

/** What the map shows at first: its points, else its areas, else all of the base map. */
export function extent(all: readonly Listed[], map: BaseMap | null): Box {
  const points = all.filter(({ feature }) => feature)
  const boxes = (points.length ? points : all).map(({ at, area }): Box => (area ? boxOf(area) : [at[0], at[1], at[0], at[1]]))
  const [first, ...more] = boxes
  if (!first) return map ? [map.west, map.south, map.east, map.north] : somewhere
  return more.reduce((one, other) => [Math.min(one[0], other[0]), Math.min(one[1], other[1]), Math.max(one[2], other[2]), Math.max(one[3], other[3])], first)
}
