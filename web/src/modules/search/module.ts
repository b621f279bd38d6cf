import type { AppModule, Load } from '../../kit/module'
import { modules } from '../../kit/modules'
import { layers } from '../map/public'
import { meScreen } from '../me/public'
import { focusAsk, watchLinks } from './asking'
import { icons } from './icons'
import Recent from './Recent.svelte'
import { home, onCard, ways } from './slots'
import SourcesCard from './SourcesCard.svelte'

/** With what other modules add to it, so that nothing on it moves when that comes. */
const search: Load = async () => {
  const [{ SearchScreen }] = await Promise.all([import('./screens'), modules.ready(home, ways, onCard)])
  return { default: SearchScreen }
}
/** Their list comes from the server: without network there is nothing in it. */
const myLookups: Load = () => import('./later/log/MyLookups.svelte')
const health: Load = () => import('./later/health/HealthScreen.svelte')

export default {
  name: 'search',
  icons,
  routes: [
    { pattern: '/search', screen: search, title: 'seek-title' },
    { pattern: '/search/:lookup', screen: search, title: 'seek-title', parent: '/search' },
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
  adds: [home.with(20, Recent), home.later(30, () => import('./screens').then(({ Kinds }) => Kinds)), layers.later(6, () => import('./later/found/layer').then(({ layer }) => layer))],
  mine: [{ order: 10, load: myLookups, when: 'beside' }],
  start: watchLinks,
  keyboard: [{ key: '/', label: 'tab-search', icon: 'search', press: focusAsk }],
} satisfies AppModule
