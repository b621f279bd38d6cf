/**
 * How a base map is drawn. Its vector tiles have the layers and kinds of the Protomaps basemap, version 4
 * (docs.protomaps.com/basemaps/layers): what an organisation cuts out of OpenStreetMap by `pmtiles extract` fits.
 */
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { Colours } from './colours'

/** The first of these that the device has; MapLibre draws the letters itself, so no font is fetched. The first name says how bold. */
export const font = ['Roboto SemiBold', 'system-ui', 'Roboto', 'Noto Sans', 'sans-serif']
const slanted = ['Roboto SemiBold Italic', ...font.slice(1)]

const kinds = (...kind: string[]): ExpressionSpecification => ['in', ['get', 'kind'], ['literal', kind]]
/** Pixels by zoom: a doubling of the scale is not quite a doubling of the road. */
const wide = (...stops: number[]): ExpressionSpecification => ['interpolate', ['exponential', 1.6], ['zoom'], ...stops] as ExpressionSpecification
const great = kinds('highway', 'major_road')
const small: ExpressionSpecification = ['all', ['!', great], ['!', kinds('rail', 'path')]]
const greatWidth = [10, 1.5, 13, 4, 15, 9, 17, 22]
const smallWidth = [12, 0.5, 14, 3, 15, 6, 17, 16]

/** With a map: its archive is read under `pmtiles://<key>`; without one the ground alone is drawn. */
export function styleOf(colours: Colours, language: string, map: { key: string; attribution: string } | null): StyleSpecification {
  const ground: LayerSpecification = { id: 'ground', type: 'background', paint: { 'background-color': map ? colours.block : colours.land } }
  if (!map) return { version: 8, sources: {}, layers: [ground] }
  const source = { type: 'vector' as const, url: `pmtiles://${map.key}`, attribution: map.attribution }
  return { version: 8, sources: { base: source }, layers: [ground, ...shapes(colours), ...roads(colours), ...names(colours, language)] }
}

function shapes(c: Colours): LayerSpecification[] {
  return [
    fill('earth', 'earth', c.block),
    fill('green', 'landuse', c.green, kinds('park', 'forest', 'wood', 'grass', 'meadow', 'nature_reserve', 'cemetery', 'garden', 'recreation_ground', 'golf_course')),
    fill('square', 'landuse', c.yard, kinds('pedestrian', 'school', 'hospital', 'industrial')),
    fill('water', 'water', c.water, ['==', ['geometry-type'], 'Polygon']),
    line('stream', 'water', c.water, wide(10, 1, 14, 4, 17, 22), ['==', ['geometry-type'], 'LineString']),
    { ...fill('building', 'buildings', c.yard), minzoom: 14, paint: { 'fill-color': c.yard, 'fill-outline-color': c.edge } } as LayerSpecification,
  ]
}

function roads(c: Colours): LayerSpecification[] {
  const edge = (stops: number[]): ExpressionSpecification => wide(...stops.map((n, i) => (i % 2 ? n + 1.5 : n)))
  return [
    line('small-edge', 'roads', c.edge, edge(smallWidth), small, 13),
    line('great-edge', 'roads', c.edge, edge(greatWidth), great, 11),
    line('path', 'roads', c.road, wide(14, 1, 17, 4), kinds('path'), 14),
    line('small', 'roads', c.road, wide(...smallWidth), small, 12),
    line('great', 'roads', c.major, wide(...greatWidth), great),
    line('rail', 'roads', c.rail, wide(12, 1, 17, 4), kinds('rail'), 12),
  ]
}

function names(c: Colours, language: string): LayerSpecification[] {
  const named: ExpressionSpecification = ['coalesce', ['get', `name:${language}`], ['get', 'name']]
  const paint = { 'text-color': c.text, 'text-halo-color': c.halo, 'text-halo-width': 1.5 }
  const along = { 'symbol-placement': 'line' as const, 'text-field': named, 'text-size': 13, 'text-max-angle': 30, 'symbol-spacing': 320 }
  return [
    { id: 'street-names', type: 'symbol', source: 'base', 'source-layer': 'roads', minzoom: 13, layout: { ...along, 'text-font': font }, paint },
    { id: 'water-names', type: 'symbol', source: 'base', 'source-layer': 'water', minzoom: 12, layout: { ...along, 'text-font': slanted }, paint },
    {
      id: 'place-names', type: 'symbol', source: 'base', 'source-layer': 'places', maxzoom: 14,
      layout: { 'text-field': named, 'text-font': font, 'text-size': 16, 'text-padding': 6 }, paint,
    },
  ]
}

function fill(id: string, layer: string, colour: string, filter?: ExpressionSpecification): LayerSpecification {
  return { id, type: 'fill', source: 'base', 'source-layer': layer, ...(filter ? { filter } : {}), paint: { 'fill-color': colour } }
}

function line(id: string, layer: string, colour: string, width: ExpressionSpecification, filter: ExpressionSpecification, minzoom = 0): LayerSpecification {
  return {
    id, type: 'line', source: 'base', 'source-layer': layer, filter, minzoom,
    layout: { 'line-cap': 'round', 'line-join': 'round' }, paint: { 'line-color': colour, 'line-width': width },
  }
}
