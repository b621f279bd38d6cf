import { t } from '../../../base/i18n.svelte'
import type { MapFeature, MapLayer } from '../../map/public'
import { incidents } from './incidents.svelte'
import { placeText } from './words'

/** The open incidents that have a point, on the map. */
export const layer: MapLayer = {
  name: 'incidents',
  title: () => t('off-incidents'),
  areas: () => [],
  features: () => incidents.all.flatMap(({ incident: one }): MapFeature[] => {
    const { longitude, latitude } = one.place ?? {}
    if (one.state !== 'open' || typeof longitude !== 'number' || typeof latitude !== 'number') return []
    const priority = one.priority ?? undefined
    return [{
      id: one.id, at: [longitude, latitude], label: priority === undefined ? '' : `P${priority}`, title: one.title, text: placeText(one.place),
      kind: 'incident', href: `/incidents/${one.id}`, ...(priority === undefined ? {} : { priority }),
    }]
  }),
}
