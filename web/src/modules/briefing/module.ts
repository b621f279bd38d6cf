import type { AppModule, Load } from '../../kit/module'
import { layers } from '../map/public'
import { home, offline } from '../search/public'
import { deskRoutes, deskRows } from './later/routes'
import { said } from './said.svelte'

const screens = (): Promise<typeof import('./behind/screens')> => import('./behind/screens')
/** A loader of its own at each call: cards are told apart by these. */
const part = (name: 'BriefingScreen' | 'DueCard'): Load => () => screens().then((all) => ({ default: all[name] }))
const route = { screen: part('BriefingScreen'), title: 'off-briefing', needs: 'briefing.read', under: 'today' }

export default {
  name: 'briefing',
  icons: { megaphone: 'M4 10v4.5h3.5L17 19V5.5L7.5 10zM20 10v4.5M8 14.5l1.5 5.5' },
  routes: [
    { pattern: '/briefing', parent: '/', ...route },
    ...deskRoutes, // before what takes any word for an item
    { pattern: '/briefing/:item', parent: '/briefing', ...route },
  ],
  menu: { tile: '/briefing', rows: [...deskRows] },
  today: [
    { order: 5, load: part('DueCard'), when: 'always', props: { urgent: true } },
    { order: 15, load: part('DueCard'), when: 'always' },
  ],
  adds: [
    home.later(5, () => screens().then((all) => all.WatchAnswer)),
    layers.later(10, () => screens().then((all) => all.layer)),
    offline.with(10, (asked) => screens().then((all) => all.looking.ask(asked))),
  ],
  badge: () => said.badge,
  remembers: () => said.held,
  start: () => screens().then((all) => all.watch()),
} satisfies AppModule
