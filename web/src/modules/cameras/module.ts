import type { AppModule, Load } from '../../kit/module'
import { said } from './said.svelte'

const behind = (): Promise<typeof import('./behind/parts')> => import('./behind/parts')
const screen: Load = () => import('./later/parts').then(({ HitsScreen }) => ({ default: HitsScreen }))
const route = { screen, title: 'off-cameras', needs: 'cameras.read', under: 'today', seldom: true } as const

export default {
  name: 'cameras',
  routes: [
    { pattern: '/cameras', parent: '/', ...route },
    { pattern: '/cameras/:hit', parent: '/cameras', ...route },
  ],
  menu: { tile: '/cameras' },
  today: [{ order: 2, load: () => behind().then(({ OnToday }) => ({ default: OnToday })), when: 'always' }],
  badge: () => said.badge,
  start: () => behind().then(({ watch }) => watch()),
} satisfies AppModule
