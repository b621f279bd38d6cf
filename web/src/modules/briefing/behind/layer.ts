import { t } from '../../../base/i18n.svelte'
import type { MapArea, MapLayer, Shape } from '../../map/public'
import { board } from './board.svelte'

/** The areas of the items that are in force, on the map. */
export const layer: MapLayer = {
  name: 'briefing',
  title: () => t('brief-title'),
  features: () => [],
  areas: () => board.lines.flatMap(({ item, state }): MapArea[] => {
    const shape = item.content.area as unknown as Shape | null | undefined
    return shape && state === 'now' ? [{ id: item.id, shape, title: item.content.title, kind: 'briefing', href: `/briefing/${item.id}` }] : []
  }),
}
