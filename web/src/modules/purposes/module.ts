import type { AppModule } from '../../kit/module'
import TaskCard from './TaskCard.svelte'
import { tasks } from './tasks.svelte'

export default {
  name: 'purposes',
  routes: [],
  today: [{ order: 10, component: TaskCard, when: 'always' }],
  start: async () => {
    await tasks.recall()
    await tasks.load().catch(() => undefined) // without network the card says so
  },
  online: async (back) => {
    if (back) await tasks.load().catch(() => undefined)
  },
  remembers: () => tasks.asOf !== null || tasks.current !== null,
} satisfies AppModule
