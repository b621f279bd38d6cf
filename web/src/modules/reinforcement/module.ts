import type { AppModule } from '../../kit/module'
import { boardDock } from '../incidents/public'

export default {
  name: 'reinforcement',
  routes: [],
  today: [{ order: 1, load: () => import('./behind/CallCard.svelte'), when: 'always' }],
  adds: [boardDock.later(10, () => import('./later/BoardButton.svelte').then((button) => button.default))],
} satisfies AppModule
