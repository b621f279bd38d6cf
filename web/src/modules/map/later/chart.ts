/** The drawn map: MapLibre behind what the screen asks of it. It knows keys, never records. */
import 'maplibre-gl/dist/maplibre-gl.css'
import './map.css'
import type { FeatureCollection, Point } from 'geojson'
import { addProtocol, Map as Drawn, setWorkerUrl, type GeoJSONSource, type MapGeoJSONFeature, type MapMouseEvent } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { PMTiles, Protocol } from 'pmtiles'
import type { Place } from '../slots'
import { coloursNow, type Colours } from './colours'
import { crewImage, markOf } from './crews'
import { markImages, sharpness } from './marks'
import type { MapOctets } from './octets'
import { overlayLayers, overlaySources, touchable } from './overlay'
import { styleOf } from './style'
import { collection, same, type Box } from './words'

export interface View {
  box: Box
  centre: Place
  zoom: number
}

export interface Told {
  moved: (view: View) => void
  /** What lies under a tap, the topmost first: none, one, or the points of one place. */
  tapped: (keys: string[]) => void
}

/** What changes the whole drawing. */
export interface Look {
  octets: MapOctets | null
  language: string
}

export type SourceName = 'areas' | 'points' | 'crews' | 'chosen' | 'me'

/** So many drawn crews are kept; of more, those that are not shown go. */
const mostMarks = 400
/** Pixels around a fingertip. */
const reach = 10
const archives = new Protocol()
// The page's policy allows workers of this server only: none made of a blob.
setWorkerUrl(workerUrl)
addProtocol('pmtiles', archives.tile)

/** Throws where the device cannot draw (WebGL 2). */
export class Chart {
  private readonly map: Drawn
  private readonly told: Told
  private readonly given = new Map<SourceName, FeatureCollection>()
  private colours: Colours = coloursNow()
  private ready = false
  private readonly crews = new Set<string>()

  constructor(container: HTMLElement, label: string, start: View | Box, told: Told) {
    this.told = told
    const where = 'box' in start ? { center: start.centre, zoom: start.zoom } : { bounds: [...start] as [number, number, number, number], fitBoundsOptions: { padding: 40, maxZoom: 15 } }
    this.map = new Drawn({
      container, ...where, style: { version: 8, sources: {}, layers: [] }, attributionControl: false, dragRotate: false, touchPitch: false,
      pitchWithRotate: false, fadeDuration: 0, maxZoom: 19, minZoom: 6, locale: { 'Map.Title': label }, refreshExpiredTiles: false,
    })
    this.map.touchZoomRotate.disableRotation()
    this.map.keyboard.disableRotation()
    this.map.on('moveend', () => told.moved(this.view))
    this.map.on('click', (event) => void this.tap(event))
    this.map.on('style.load', () => this.filled())
    this.map.once('load', () => told.moved(this.view))
  }

  get view(): View {
    const [bounds, centre] = [this.map.getBounds(), this.map.getCenter()]
    return { box: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()], centre: [centre.lng, centre.lat], zoom: this.map.getZoom() }
  }

  /** Draws all anew: another base map, day or night, another language. */
  draw({ octets, language }: Look): void {
    this.ready = false
    this.colours = coloursNow()
    if (octets && !archives.get(octets.getKey())) archives.add(new PMTiles(octets))
    const style = styleOf(this.colours, language, octets && { key: octets.getKey(), attribution: octets.map.attribution })
    const whole = { ...style, sources: { ...style.sources, ...overlaySources }, layers: [...style.layers, ...overlayLayers(this.colours)] }
    this.map.setStyle(whole, { diff: false })
  }

  put(name: SourceName, data: FeatureCollection): void {
    if (same(this.given.get(name), data)) return // every change of a record comes here, and few are seen on a map
    this.given.set(name, data)
    if (this.ready) this.give(name, data)
  }

  go(place: Place, zoom = Math.max(15, this.map.getZoom())): void {
    this.map.easeTo({ center: place, zoom, ...this.pace })
  }

  show(box: Box): void {
    this.map.fitBounds([...box] as [number, number, number, number], { padding: 40, maxZoom: 16, ...this.pace })
  }

  zoom(by: 1 | -1): void {
    this.map.easeTo({ zoom: this.map.getZoom() + by, ...this.pace })
  }

  end(): void {
    this.map.remove()
  }

  /** Whoever wants no motion sees none. */
  private get pace(): { duration: number } {
    return { duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 240 }
  }

  private filled(): void {
    this.ready = true
    for (const [name, image] of markImages(this.colours)) {
      if (!this.map.hasImage(name)) this.map.addImage(name, image, { pixelRatio: sharpness })
    }
    this.crews.clear()
    for (const [name, data] of this.given) this.give(name, data)
  }

  private give(name: SourceName, data: FeatureCollection): void {
    const wanted = new Set(data.features.flatMap(({ properties }) => (properties?.['mark'] as string | undefined) ?? []))
    for (const mark of wanted) this.drawCrew(mark)
    void this.source(name)?.setData(data)
    if (name === 'crews' && this.crews.size > mostMarks) this.map.once('idle', () => this.forget(wanted))
  }

  private drawCrew(name: string): void {
    const mark = markOf(name)
    if (!mark || this.crews.has(name)) return
    this.crews.add(name)
    if (!this.map.hasImage(name)) this.map.addImage(name, crewImage(mark, this.colours), { pixelRatio: sharpness })
  }

  /** Those that look otherwise by now, or left. */
  private forget(kept: ReadonlySet<string>): void {
    for (const name of [...this.crews].filter((one) => !kept.has(one))) {
      this.crews.delete(name)
      if (this.map.hasImage(name)) this.map.removeImage(name)
    }
  }

  private source(name: string): GeoJSONSource | undefined {
    return this.map.getSource<GeoJSONSource>(name)
  }

  private async tap({ point: { x, y } }: MapMouseEvent): Promise<void> {
    if (!this.ready) return
    const [found] = this.map.queryRenderedFeatures([[x - reach, y - reach], [x + reach, y + reach]], { layers: ['clusters', 'crew-clusters'] })
    if (found) return this.openCluster(found)
    const hits = this.map.queryRenderedFeatures([[x - reach, y - reach], [x + reach, y + reach]], { layers: [...touchable] })
    hits.sort((a, b) => rank(a.layer.id) - rank(b.layer.id))
    this.told.tapped(hits.slice(0, 1).map((hit) => hit.properties['key'] as string))
  }

  /** Closer until it falls apart; points of one place never do, so they are told. */
  private async openCluster({ source, properties, geometry }: MapGeoJSONFeature): Promise<void> {
    const points = this.source(source)
    if (!points) return
    const id = properties['cluster_id'] as number
    const zoom = await points.getClusterExpansionZoom(id)
    if (zoom <= 16) return this.go((geometry as Point).coordinates as Place, zoom)
    const leaves = await points.getClusterLeaves(id, properties['point_count'] as number, 0)
    this.told.tapped(leaves.map((leaf) => leaf.properties?.['key'] as string))
  }
}

function rank(layer: string): number {
  return (touchable as readonly string[]).indexOf(layer)
}

export const nothing = collection([])
