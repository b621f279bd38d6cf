import type { AppModule } from '$focus/kit/module'

export default {
  name: 'bicycles',
  routes: [
    { pattern: '/bicycles', screen: () => import('./Bicycles.svelte'), title: 'bicycles-title', needs: 'bicycles.keep', under: 'menu' },
    { pattern: '/bicycles/back', screen: () => import('./behind/HandBack.svelte'), title: 'bicycles-back', needs: 'bicycles.keep', under: 'menu' },
  ],
  icons: { bicycle: 'M2 16a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M14 16a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M6 16l4-8h5l3 8M10 8l3 8H6' },
  menu: { tile: '/bicycles' },
  today: [{ order: 50, when: 'always', load: () => import('./TodayCard.svelte') }],
} satisfies AppModule
