import type { AppModule } from '../../kit/module'
import Menu from './Menu.svelte'

export default {
  name: 'menu',
  routes: [{ pattern: '/menu', screen: () => Promise.resolve({ default: Menu }), title: 'tab-menu' }],
  tab: { name: 'menu', order: 50, path: '/menu', label: 'tab-menu', icon: 'menu' },
} satisfies AppModule
