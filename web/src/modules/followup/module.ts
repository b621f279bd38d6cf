import { t } from '../../base/i18n.svelte'
import type { AppModule, Badge, Load } from '../../kit/module'
import { thoughtMs } from '../../kit/second-thought'
import { home, keeper, onCard, ways } from '../search/public'
import { icons } from './icons'
import { later } from './later.svelte'
import { flushStops, stops } from './stops.svelte'

const screens = (): Promise<typeof import('./screens')> => import('./screens')
const stopsScreen: Load = () => screens().then(({ StopsScreen }) => ({ default: StopsScreen }))

export default {
  name: 'followup',
  icons,
  routes: [
    { pattern: '/stops', screen: stopsScreen, title: 'stops-mine', under: 'search' },
    { pattern: '/stops/figures', screen: stopsScreen, title: 'stops-figures', under: 'search', props: { page: 'figures' } },
  ],
  menu: { tile: '/stops' },
  adds: [
    home.later(10, () => screens().then(({ Waiting }) => Waiting)),
    home.later(40, () => screens().then(({ StopButton }) => StopButton)),
    ways.later(10, () => screens().then(({ Follow }) => Follow)),
    onCard.later(10, () => screens().then(({ StopButton }) => StopButton)),
    keeper.with(10, later),
  ],
  badge: waiting,
  start: () => {
    setTimeout(() => void flushStops(), thoughtMs) // of the page before, where nothing can take them back any more
    return later.load()
  },
  online: async () => {
    await Promise.all([later.run(), flushStops()])
  },
} satisfies AppModule

/** Questions that waited and were answered, not yet looked at; those that will not be asked, and refused stops. */
function waiting(): Badge | null {
  const answered = later.answered.length
  const undone = later.notAsked + stops.refused
  if (!answered && !undone) return null
  const label = [answered && t('later-count', { n: answered }), undone && t('later-undone', { n: undone })]
  return { count: answered + undone, label: label.filter(Boolean).join(', '), urgent: undone > 0 }
}
