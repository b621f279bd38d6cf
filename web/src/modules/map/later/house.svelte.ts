import { language, t } from '../../../base/i18n.svelte'
import { vault } from '../../../store/vault'
import { get } from '../../../sync/transport'
import type { MapArea, MapFeature, MapLayer, Shape } from '../slots'
import type { OwnLayer, WardCollection } from './wire'

/** What the organisation itself draws: its wards, and layers of its own. Kept sealed on this device. */
class House {
  private wards = $state.raw<WardCollection['features']>([])
  private own = $state.raw<OwnLayer[]>([])

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
    const fresh = await Promise.all([get<WardCollection>('/api/map/wards'), get<OwnLayer[]>('/api/map/layers')])
    this.wards = fresh[0].features
    this.own = fresh[1]
    await Promise.all([vault.write('map.wards', fresh[0]), vault.write('map.layers', fresh[1])])
  }
}

function layerOf(own: OwnLayer): MapLayer {
  const named = own.features.features.map((one) => ({ ...one, title: String(one.properties['name'] ?? own.name) }))
  const points = named.flatMap(({ id, title, geometry }): MapFeature[] => (geometry.type === 'Point' ? [{ id, at: geometry.coordinates, label: '', title, kind: 'place' }] : []))
  const areas = named.flatMap(({ id, title, geometry }): MapArea[] => (geometry.type === 'Point' ? [] : [{ id, shape: geometry as Shape, title, kind: 'area' }]))
  return { name: `own-${own.id}`, title: () => own.name, features: () => points, areas: () => areas }
}

export const house = new House()
