import type { AppModule } from '../../kit/module'
import { boardDock } from '../incidents/public'

export default {
  name: 'reinforcement',
  routes: [],
  today: [{ order: 1, load: () => import('./behind/CallCard.svelte'), when: 'always' }],
  adds: [boardDock.later(10, () => import('./later/BoardButton.svelte').then((button) => button.default))],
  icons: { users: 'M5.5 8.5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0M2.5 20c.5-3.7 3-5.5 6.5-5.5s6 1.8 6.5 5.5M18.5 8v6M15.5 11h6' },
} satisfies AppModule
