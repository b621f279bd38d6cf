import type { AppModule, Load } from '../../kit/module'

const behind = (): Promise<typeof import('./behind/screens')> => import('./behind/screens')
/** A loader of its own at each call: cards are told apart by these. */
const part = (name: 'IncidentsScreen' | 'MenuRow' | 'TodayCard'): Load => () => behind().then((all) => ({ default: all[name] }))
/** The shell's titles, until the screen brings its own: texts of the first visit are dear. */
const route = { screen: part('IncidentsScreen'), title: 'tab-today', needs: 'incidents.read', under: 'today' }
const board = { screen: () => import('./later/BoardScreen.svelte'), title: 'tab-menu', needs: 'incidents.board', under: 'menu', parent: '/menu', seldom: true } as const

export default {
  name: 'incidents',
  routes: [
    { pattern: '/incidents', parent: '/', ...route },
    { pattern: '/incidents/:incident', parent: '/incidents', ...route },
    { pattern: '/board', ...board },
    { pattern: '/board/:incident', ...board },
  ],
  menu: { tile: '/incidents', cards: [{ order: 5, load: part('MenuRow'), when: 'always' }] },
  today: [{ order: 3, load: part('TodayCard'), when: 'always' }],
  start: () => behind().then(({ watch }) => watch()),
} satisfies AppModule
