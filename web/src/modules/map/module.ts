import type { AppModule } from '../../kit/module'

export default {
  name: 'map',
  routes: [
    { pattern: '/map', screen: () => import('./later/screen'), title: 'tab-map', under: 'map', seldom: true },
    { pattern: '/map/layers', screen: () => import('./later/own/OwnLayers.svelte'), title: 'tab-map', needs: 'map.write', under: 'map', parent: '/map', seldom: true },
  ],
  menu: { tile: '/map' },
} satisfies AppModule
