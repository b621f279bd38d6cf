import { t } from '../../base/i18n.svelte'
import type { AppModule, Badge, Load } from '../../kit/module'
import { meScreen } from '../me/public'
import { focusAsk } from './asking'
import { later } from './follow/later.svelte'
import { flushStops, stops } from './follow/stops.svelte'
import { icons } from './icons'
import Recent from './Recent.svelte'
import SourcesCard from './SourcesCard.svelte'

const search: Load = () => import('./screens').then(({ SearchScreen }) => ({ default: SearchScreen }))
const stopsScreen: Load = () => import('./screens').then(({ StopsScreen }) => ({ default: StopsScreen }))
const myLookups: Load = () => import('./screens').then(({ MyLookups }) => ({ default: MyLookups }))
const health: Load = () => import('./later/health/HealthScreen.svelte')

export default {
  name: 'search',
  icons,
  routes: [
    { pattern: '/search', screen: search, title: 'seek-title' },
    { pattern: '/search/:lookup', screen: search, title: 'seek-title', parent: '/search' },
    { pattern: '/stops', screen: stopsScreen, title: 'stops-mine' },
    { pattern: '/stops/figures', screen: stopsScreen, title: 'stops-figures', props: { page: 'figures' } },
    { pattern: '/sources', screen: health, title: 'health-title', needs: 'search.health', under: 'menu', seldom: true },
    { pattern: '/sources/:source', screen: health, title: 'health-title', needs: 'search.health', under: 'menu', seldom: true },
    { pattern: '/me/lookups', screen: meScreen, props: { front: 'work' }, title: 'my-lookups', under: 'menu' },
  ],
  tab: { name: 'search', order: 30, path: '/search', label: 'tab-search', icon: 'search' },
  menu: {
    tile: '/search',
    rows: [
      { order: 10, path: '/me/lookups', icon: 'history', title: 'my-lookups', hint: 'my-lookups-hint', mine: true },
      { order: 20, path: '/sources', icon: 'layers', title: 'health-title', hint: 'health-hint', needs: 'search.health' },
    ],
  },
  today: [
    { order: 20, component: Recent, when: 'phone', props: { limit: 3 } },
    { order: 30, component: SourcesCard, when: 'always' },
    { order: 10, load: myLookups, when: 'beside', props: { embedded: true } },
  ],
  mine: [{ order: 10, load: myLookups, when: 'beside' }],
  badge: waiting,
  start: () => later.load(),
  online: async () => {
    await Promise.all([later.run(), flushStops()])
  },
  keyboard: [{ key: '/', label: 'tab-search', icon: 'search', press: focusAsk }],
} satisfies AppModule

/** Questions that waited and were answered, not yet looked at; those that will not be asked, and refused stops. */
function waiting(): Badge | null {
  const answered = later.answered.length
  const undone = later.notAsked + stops.refused
  if (!answered && !undone) return null
  const label = [answered && t('later-count', { n: answered }), undone && t('later-undone', { n: undone })]
  return { count: answered + undone, label: label.filter(Boolean).join(', '), urgent: undone > 0 }
}
