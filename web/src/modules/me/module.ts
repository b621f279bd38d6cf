import type { AppModule } from '../../kit/module'
import { icons } from './icons'
import MenuCard from './MenuCard.svelte'
import { meScreen } from './public'

export default {
  name: 'me',
  icons,
  routes: [{ pattern: '/me', screen: meScreen, title: 'me-title', under: 'menu' }],
  menu: {
    cards: [
      { order: 10, component: MenuCard, when: 'always' },
      { order: 10, load: () => import('./screens').then(({ MeDetail }) => ({ default: MeDetail })), when: 'beside' },
    ],
  },
} satisfies AppModule
