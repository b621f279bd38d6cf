import type { AppModule } from '../../kit/module'

export default {
  name: 'map',
  routes: [{ pattern: '/map', screen: () => import('./later/screen'), title: 'tab-map', under: 'map', seldom: true }],
  menu: { tile: '/map' },
} satisfies AppModule
