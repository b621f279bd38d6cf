/** How what lies on the base map is drawn: areas below, then points, their clusters and the officer himself. */
import type { FeatureCollection } from 'geojson'
import type { ExpressionFilterSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl'
import type { Colours } from './colours'
import { font } from './style'

/** Points nearer to each other than so many pixels are shown as one, with their number. */
const together = 44
/** Closer than this, each point stands for itself. */
const apart = 16
/** Crews are never one with what lies below them, and with each other only where their marks would cover each other. */
const crewsTogether = 26
const crewsApart = 13

export const overlaySources: Record<string, SourceSpecification> = {
  areas: { type: 'geojson', data: empty() },
  points: { type: 'geojson', data: empty(), cluster: true, clusterRadius: together, clusterMaxZoom: apart },
  crews: { type: 'geojson', data: empty(), cluster: true, clusterRadius: crewsTogether, clusterMaxZoom: crewsApart },
  chosen: { type: 'geojson', data: empty() },
  me: { type: 'geojson', data: empty() },
}

/** The layers whose features may be chosen by a tap, the topmost first. */
export const touchable = ['chosen-mark', 'chosen-crew', 'pins', 'crews', 'found', 'dots', 'area-fill', 'area-ban'] as const

export function overlayLayers(c: Colours): LayerSpecification[] {
  return [...areaLayers(c), ...pointLayers(c, 'points', single), clusterLayer(c, 'clusters', 'points'), crewLayer(c, 'crews', 'crews', single), clusterLayer(c, 'crew-clusters', 'crews'), ...meLayers(c), ...chosenLayers(c)]
}

function areaLayers(c: Colours): LayerSpecification[] {
  const kind = (name: string): ['==', ['get', string], string] => ['==', ['get', 'kind'], name]
  const edge = (id: string, name: string, colour: string, paint: object): LayerSpecification =>
    ({ id, type: 'line', source: 'areas', filter: kind(name), paint: { 'line-color': colour, 'line-width': 2.5, ...paint } })
  return [
    edge('area-ward', 'ward', c.text, { 'line-width': 1.2, 'line-opacity': 0.6, 'line-dasharray': [1, 2] }),
    { id: 'area-fill', type: 'fill', source: 'areas', filter: ['in', ['get', 'kind'], ['literal', ['briefing', 'area']]], paint: { 'fill-color': c.accent, 'fill-opacity': 0.16 } },
    edge('area-briefing', 'briefing', c.accent, { 'line-dasharray': [3.2, 2] }),
    edge('area-edge', 'area', c.accent, {}),
    { id: 'area-ban', type: 'fill', source: 'areas', filter: kind('ban'), paint: { 'fill-pattern': 'hatch' } },
    edge('area-ban-edge', 'ban', c.redEdge, {}),
    {
      id: 'area-names', type: 'symbol', source: 'areas', minzoom: 11, filter: kind('name'),
      layout: { 'text-field': ['get', 'title'], 'text-font': font, 'text-size': 13, 'text-max-width': 9 },
      paint: { 'text-color': c.text, 'text-halo-color': c.halo, 'text-halo-width': 2 },
    },
  ]
}

const single: ['!', ['has', string]] = ['!', ['has', 'point_count']]

function pointLayers(c: Colours, source: string, of: ['!', ['has', string]]): LayerSpecification[] {
  const label = { 'text-field': ['get', 'label'] as ['get', string], 'text-font': font, 'text-size': 13, 'text-allow-overlap': true, 'icon-allow-overlap': true }
  const only = (kind: string): ExpressionFilterSpecification => ['all', of, ['==', ['get', 'kind'], kind]]
  const order = { 'symbol-sort-key': ['-', 9, ['get', 'priority']] as ['-', number, ['get', string]] }
  return [
    { id: 'dots', type: 'symbol', source, filter: only('place'), layout: { ...label, ...order, 'icon-image': 'dot', 'text-offset': [0, 1.3] }, paint: { 'text-color': c.text, 'text-halo-color': c.halo, 'text-halo-width': 2 } },
    { id: 'found', type: 'symbol', source, filter: only('found'), layout: { 'icon-allow-overlap': true, 'icon-image': 'found' } },
    { id: 'pins', type: 'symbol', source, filter: only('incident'), layout: { ...label, ...order, 'icon-image': 'pin', 'icon-anchor': 'bottom', 'text-offset': [0, -1.45] }, paint: { 'text-color': c.inverse } },
  ]
}

/** Its call sign is part of its mark; how old it is stands below, and below its arrow. */
function crewLayer(c: Colours, id: string, source: string, filter: ExpressionFilterSpecification): LayerSpecification {
  return {
    id, type: 'symbol', source, filter,
    layout: {
      'icon-image': ['get', 'mark'], 'icon-allow-overlap': true, 'text-field': ['get', 'age'], 'text-font': font, 'text-size': 12,
      'text-anchor': 'top', 'text-offset': ['case', ['get', 'south'], ['literal', [0, 2.4]], ['literal', [0, 1.4]]], 'text-optional': true,
    },
    paint: { 'text-color': c.text, 'text-halo-color': c.halo, 'text-halo-width': 2 },
  }
}

function clusterLayer(c: Colours, id: string, source: string): LayerSpecification {
  return {
    id, type: 'symbol', source, filter: ['has', 'point_count'],
    layout: { 'icon-image': 'cluster', 'icon-allow-overlap': true, 'text-field': ['get', 'point_count_abbreviated'], 'text-font': font, 'text-size': 13, 'text-allow-overlap': true },
    paint: { 'text-color': c.ink },
  }
}

function meLayers(c: Colours): LayerSpecification[] {
  return [
    { id: 'me-doubt', type: 'fill', source: 'me', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': c.accent, 'fill-opacity': 0.18 } },
    { id: 'me', type: 'circle', source: 'me', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-color': c.accent, 'circle-radius': 9, 'circle-stroke-color': c.surface, 'circle-stroke-width': 4 } },
  ]
}

/** What is chosen stands out of its cluster, with a ring around its foot. */
function chosenLayers(c: Colours): LayerSpecification[] {
  return [
    { id: 'chosen-ring', type: 'circle', source: 'chosen', paint: { 'circle-color': c.accent, 'circle-opacity': 0.28, 'circle-radius': 20, 'circle-stroke-color': c.accent, 'circle-stroke-width': 2.5 } },
    {
      id: 'chosen-mark', type: 'symbol', source: 'chosen', filter: ['!=', ['get', 'kind'], 'crew'],
      layout: {
        'icon-image': ['match', ['get', 'kind'], 'incident', 'pin', 'found', 'found', 'dot'], 'icon-anchor': ['match', ['get', 'kind'], 'incident', 'bottom', 'center'], 'icon-allow-overlap': true,
        'text-field': ['case', ['==', ['get', 'kind'], 'incident'], ['get', 'label'], ''], 'text-font': font, 'text-size': 13, 'text-offset': [0, -1.45], 'text-allow-overlap': true,
      },
      paint: { 'text-color': c.inverse },
    },
    crewLayer(c, 'chosen-crew', 'chosen', ['==', ['get', 'kind'], 'crew']),
  ]
}

export function empty(): FeatureCollection {
  return { type: 'FeatureCollection', features: [] }
}
