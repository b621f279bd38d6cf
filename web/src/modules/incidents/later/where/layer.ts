import { t } from '../../../../base/i18n.svelte'
import { wall } from '../../../../base/clock.svelte'
import type { MapFeature, MapLayer } from '../../../map/public'
import { incidents, stateText } from '../../behind/screens'
import { movingOf, positionText } from './points'
import { positions } from './positions.svelte'

/** Crews where they say that they are. What is doubted says so on its mark too. */
export const layer: MapLayer = {
  name: 'crews',
  title: () => t('inc-crews'),
  areas: () => [],
  features: () => {
    const byId = new Map(incidents.crews.map((crew) => [crew.id, crew]))
    return positions.all.map((one): MapFeature => {
      const crew = byId.get(one.id) ?? null
      const mine = one.id === incidents.crew?.id
      return {
        id: one.id, at: [one.longitude, one.latitude], label: one.doubtful ? `${one.call_sign} ?` : one.call_sign, title: one.call_sign,
        text: positionText(one, crew, crew ? stateText(crew.state) : '', mine, wall.minute), kind: 'crew',
        moving: movingOf(one, crew, mine, wall.minute), ...(crew?.incident ? { href: `/incidents/${crew.incident}` } : {}),
      }
    })
  },
}
