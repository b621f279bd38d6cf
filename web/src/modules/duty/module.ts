import type { AppModule } from '../../kit/module'
import { head } from '../today/public'
import { behind } from './parts'

export default {
  name: 'duty',
  routes: [{ pattern: '/duty', screen: () => behind().then(({ DutyScreen }) => ({ default: DutyScreen })), title: 'duty-title', needs: 'duty.use', under: 'menu', parent: '/menu' }],
  menu: { tile: '/duty' },
  adds: [head.with(10, { needs: 'duty.use', load: () => behind().then(({ DutyChip }) => ({ default: DutyChip })) })],
  start: () => behind().then(({ start }) => start()),
} satisfies AppModule
