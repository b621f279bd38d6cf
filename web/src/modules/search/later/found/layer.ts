/** Of the last answer what has a place, on the map: as the sources gave it, and gone with the answer. */
import 'virtual:focus-texts/later/search/found'
import { t } from '../../../../base/i18n.svelte'
import type { MapFeature, MapLayer } from '../../../map/public'
import { lookups } from '../../lookups.svelte'
import type { Card } from '../../wire'
import { underTitle } from '../../words'

export const layer: MapLayer = {
  name: 'found',
  title: () => t('found-on-map'),
  areas: () => [],
  features: () => {
    const [last] = lookups.recent
    return last ? foundIn(last.cards, last.asked.id) : []
  },
}

export function foundIn(cards: readonly Card[], lookup: string): MapFeature[] {
  return cards.flatMap((card): MapFeature[] => {
    if (!card.place) return []
    return [{ id: card.id, at: card.place, label: '', title: card.title, text: underTitle(card), kind: 'found', href: `/search/${lookup}` }]
  })
}
