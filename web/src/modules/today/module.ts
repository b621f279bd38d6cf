import type { AppModule } from '../../kit/module'
import { icons } from './icons'
import Today from './Today.svelte'

const parts = (): Promise<typeof import('./behind/parts')> => import('./behind/parts')

export default {
  name: 'today',
  icons,
  // The first screen: it comes with the frame, so that nothing is waited for after sign-in.
  routes: [{ pattern: '/', screen: () => Promise.resolve({ default: Today }), title: 'tab-today' }],
  tab: { name: 'today', order: 10, path: '/', label: 'tab-today', icon: 'today' },
  today: [
    { order: 18, load: () => parts().then(({ Unsent }) => ({ default: Unsent })), when: 'always' },
    { order: 90, load: () => parts().then(({ Off }) => ({ default: Off })), when: 'always' },
  ],
} satisfies AppModule
