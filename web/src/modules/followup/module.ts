import { t } from '../../base/i18n.svelte'
import type { AppModule, Badge, Load } from '../../kit/module'
import { lostAtSignOut } from '../me/public'
import { home, keeper, onCard, ways } from '../search/public'
import { icons } from './icons'
import { later } from './later.svelte'
import { parts } from './parts'
import { undone } from './undone.svelte'

const screens = (): Promise<typeof import('./screens')> => import('./screens')
const stopsScreen: Load = () => parts.stops().then(({ StopsScreen }) => ({ default: StopsScreen }))

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
    ways.later(10, () => parts.stops().then(({ Follow }) => Follow)),
    onCard.later(10, () => screens().then(({ StopButton }) => StopButton)),
    keeper.with(10, later),
    lostAtSignOut.with(10, () => later.lostAtSignOut()),
  ],
  badge: waiting,
  start: async () => {
    await Promise.all([later.load(), parts.stops().then(({ start }) => start())])
  },
  online: async () => {
    await Promise.all([later.run(), parts.stops().then(({ stops }) => stops.move())])
  },
} satisfies AppModule

/** Questions that waited and were answered, not yet looked at; those that will not be asked, and refused stops. */
function waiting(): Badge | null {
  const answered = later.answered.length
  const failed = later.notAsked + undone.stops
  if (!answered && !failed) return null
  const label = [answered && t('later-count', { n: answered }), failed && t('later-undone', { n: failed })]
  return { count: answered + failed, label: label.filter(Boolean).join(', '), urgent: failed > 0 }
}
