import type { AppModule, Load } from '../../kit/module'
import { said } from './said.svelte'

const screens = (): Promise<typeof import('./behind/screens')> => import('./behind/screens')
const briefing: Load = () => screens().then(({ BriefingScreen }) => ({ default: BriefingScreen }))
const dueCard: Load = () => screens().then(({ DueCard }) => ({ default: DueCard }))

export default {
  name: 'briefing',
  icons: { megaphone: 'M4 10v4.5h3.5L17 19V5.5L7.5 10zM20 10v4.5M8 14.5l1.5 5.5' },
  routes: [
    { pattern: '/briefing', screen: briefing, title: 'off-briefing', needs: 'briefing.read', under: 'today', parent: '/' },
    { pattern: '/briefing/:item', screen: briefing, title: 'off-briefing', needs: 'briefing.read', under: 'today', parent: '/briefing' },
  ],
  menu: { tile: '/briefing' },
  // Two loaders: a screen tells its cards apart by these.
  today: [
    { order: 5, load: () => dueCard(), when: 'always', props: { urgent: true } },
    { order: 15, load: dueCard, when: 'always' },
  ],
  badge: () => said.badge,
  start: () => screens().then(({ watch }) => watch()),
} satisfies AppModule
