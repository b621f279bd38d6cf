import type { AppModule, Load } from '../../kit/module'
import { said } from './said.svelte'

const behind = (): Promise<typeof import('./behind/screens')> => import('./behind/screens')
/** A loader of its own at each call: cards are told apart by these. */
const part = (name: 'IncidentsScreen' | 'TodayCard'): Load => () => behind().then((all) => ({ default: all[name] }))
/** The shell's title, until the screen brings its own, and no row of the menu: the first visit has no room for words. */
const route = { screen: part('IncidentsScreen'), title: 'tab-today', needs: 'incidents.read', under: 'today' }
const board = { screen: () => import('./later/BoardScreen.svelte'), title: 'tab-today', needs: 'incidents.board', under: 'today', parent: '/', seldom: true } as const

export default {
  name: 'incidents',
  routes: [
    { pattern: '/incidents', parent: '/', ...route },
    { pattern: '/incidents/:incident', parent: '/incidents', ...route },
    { pattern: '/board', ...board },
    { pattern: '/board/:incident', ...board },
  ],
  menu: { tile: '/incidents' },
  today: [{ order: 3, load: part('TodayCard'), when: 'always' }],
  badge: () => said.badge,
  start: () => behind().then(({ watch }) => watch()),
} satisfies AppModule
