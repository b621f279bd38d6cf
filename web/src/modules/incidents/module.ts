import type { AppModule, Load } from '../../kit/module'
import { modules } from '../../kit/modules'
import { layers } from '../map/public'
import { taskShown } from '../purposes/public'
import { said } from './said.svelte'
import { boardDock } from './slots'

const behind = (): Promise<typeof import('./behind/screens')> => import('./behind/screens')
/** A loader of its own at each call: cards are told apart by these. */
const part = (name: 'IncidentsScreen' | 'TodayCard'): Load => () => behind().then((all) => ({ default: all[name] }))
const leads = ['incidents.board', 'incidents.dispatch']
const route = { screen: part('IncidentsScreen'), title: 'off-incidents', needs: 'incidents.read', under: 'today' }
const boardScreen: Load = () => Promise.all([import('./later/BoardScreen.svelte'), modules.ready(boardDock)]).then(([screen]) => screen)
const board = { screen: boardScreen, title: 'off-board', needs: leads, under: 'today', parent: '/', seldom: true } as const

export default {
  name: 'incidents',
  routes: [
    { pattern: '/incidents', parent: '/', ...route },
    { pattern: '/incidents/:incident', parent: '/incidents', ...route },
    { pattern: '/board', ...board },
    { pattern: '/board/:incident', ...board },
  ],
  menu: { tile: '/incidents', rows: [{ order: 40, path: '/board', icon: 'layers', title: 'off-board', hint: 'off-board-hint', needs: leads }] },
  today: [{ order: 3, load: part('TodayCard'), when: 'always' }],
  adds: [taskShown.with(10, ({ reference }) => reference === said.number), layers.later(5, () => behind().then((all) => all.layer)), layers.later(4, () => import('./later/where/start').then((all) => all.layer))],
  badge: () => said.badge,
  start: () => behind().then(({ watch }) => watch()),
} satisfies AppModule
