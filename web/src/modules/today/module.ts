import type { AppModule } from '../../kit/module'
import { icons } from './icons'
import Today from './Today.svelte'

export default {
  name: 'today',
  icons,
  // The first screen: it comes with the frame, so that nothing is waited for after sign-in.
  routes: [{ pattern: '/', screen: () => Promise.resolve({ default: Today }), title: 'tab-today' }],
  tab: { name: 'today', order: 10, path: '/', label: 'tab-today', icon: 'today' },
} satisfies AppModule
