import { language, t } from '../../../base/i18n.svelte'
import { vault } from '../../../store/vault'
import { newId } from '../../../base/ids'
import { get, post } from '../../../sync/transport'
import type { MapArea, MapFeature, MapLayer, Shape } from '../slots'
import type { OwnLayer, WardCollection } from './wire'

/** What the organisation itself draws: its wards, and layers of its own. Kept sealed on this device. */
class House {
  private wards = $state.raw<WardCollection['features']>([])
  /** Layers that the organisation gave itself, by name. */
  own = $state.raw<OwnLayer[]>([])

  readonly layers: readonly MapLayer[] = $derived([...this.own.map(layerOf), {
    name: 'wards',
    title: () => t('map-wards'),
    features: () => [],
    areas: () => this.wards.map(({ id, geometry, properties: { names, code } }): MapArea =>
      ({ id, shape: geometry, title: names[language()] ?? Object.values(names)[0] ?? code, kind: 'ward' })),
  }])

  /** What this device keeps is shown at once; the server's replaces it. */
  async start(): Promise<void> {
    const [wards, own] = await Promise.all([vault.read<WardCollection>('map.wards'), vault.read<OwnLayer[]>('map.layers')])
    this.wards = wards?.features ?? []
    this.own = own ?? []
    const [fresh] = await Promise.all([get<WardCollection>('/api/map/wards'), this.refresh()])
    this.wards = fresh.features
    await vault.write('map.wards', fresh)
  }

  /** What the server has of own layers now. */
  async refresh(): Promise<void> {
    const fresh = await get<OwnLayer[]>('/api/map/layers')
    this.own = fresh
    await vault.write('map.layers', fresh)
  }

  /** For everybody of the organisation. Rejects as the transport does: `map.layer_invalid` says in `fields` where and why. */
  async add(name: string, geojson: object): Promise<void> {
    await post('/api/map/add-layer', { name, geojson }, { command: newId() })
    await this.refresh()
  }

  async remove(layer: string): Promise<void> {
    await post('/api/map/remove-layer', { layer }, { command: newId() })
    await this.refresh()
  }
}

function layerOf(own: OwnLayer): MapLayer {
  const named = own.features.features.map((one) => ({ ...one, title: String(one.properties['name'] ?? own.name) }))
  const points = named.flatMap(({ id, title, geometry }): MapFeature[] => (geometry.type === 'Point' ? [{ id, at: geometry.coordinates, label: '', title, kind: 'place' }] : []))
  const areas = named.flatMap(({ id, title, geometry }): MapArea[] => (geometry.type === 'Point' ? [] : [{ id, shape: geometry as Shape, title, kind: 'area' }]))
  return { name: `own-${own.id}`, title: () => own.name, features: () => points, areas: () => areas }
}

export const house = new House()
