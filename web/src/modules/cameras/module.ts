import type { AppModule, Load } from '../../kit/module'
import OnToday from './OnToday.svelte'
import { said } from './said.svelte'

const screen: Load = () => import('./later/parts').then(({ HitsScreen }) => ({ default: HitsScreen }))
const route = { screen, title: 'off-cameras', needs: 'cameras.read', under: 'today', seldom: true } as const

export default {
  name: 'cameras',
  routes: [
    { pattern: '/cameras', parent: '/', ...route },
    { pattern: '/cameras/:hit', parent: '/cameras', ...route },
  ],
  menu: { tile: '/cameras' },
  today: [{ order: 2, component: OnToday, when: 'always' }],
  badge: () => said.badge,
  start: () => import('./behind/watching.svelte').then(({ watch }) => watch()),
} satisfies AppModule
