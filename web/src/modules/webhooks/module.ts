import type { AppModule } from '../../kit/module'

export default {
  name: 'webhooks',
  routes: [{ pattern: '/webhooks', screen: () => import('./later/ReceiversScreen.svelte'), title: 'off-webhooks', needs: 'webhooks.board', under: 'menu', parent: '/menu', seldom: true }],
  menu: { tile: '/webhooks', rows: [{ order: 80, path: '/webhooks', icon: 'signal', title: 'off-webhooks', hint: 'off-webhooks-hint', needs: 'webhooks.board' }] },
} satisfies AppModule
