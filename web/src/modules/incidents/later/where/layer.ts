import { t } from '../../../../base/i18n.svelte'
import { wall } from '../../../../base/clock.svelte'
import type { MapFeature, MapLayer } from '../../../map/public'
import { incidents, stateText } from '../../behind/screens'
import { positionText } from './points'
import { positions } from './positions.svelte'

/** Crews where they say that they are. What is doubted says so on its mark too. */
export const layer: MapLayer = {
  name: 'crews',
  title: () => t('inc-crews'),
  areas: () => [],
  features: () => positions.all.map((one): MapFeature => {
    const crew = incidents.crews.find(({ id }) => id === one.id) ?? null
    const text = positionText(one, crew, crew ? stateText(crew.state) : '', one.id === incidents.crew?.id, wall.minute)
    return {
      id: one.id, at: [one.longitude, one.latitude], label: one.doubtful ? `${one.call_sign} ?` : one.call_sign, title: one.call_sign, text,
      kind: 'crew', ...(crew?.incident ? { href: `/incidents/${crew.incident}` } : {}),
    }
  }),
}
