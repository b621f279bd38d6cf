/** What the module declares of its desk; the screens themselves are fetched when they are opened. */
import type { AppRoute, Load, MenuRow } from '../../../kit/module'

const desk: Load = () => import('./DeskScreen.svelte')
const readers: Load = () => import('./ReadersScreen.svelte')
const rollCall: Load = () => import('./RollCallScreen.svelte')
const writes = { title: 'desk-title', needs: 'briefing.write', under: 'menu', seldom: true } as const

export const deskRoutes: AppRoute[] = [
  { ...writes, pattern: '/briefing/desk', screen: desk, parent: '/menu' },
  { ...writes, pattern: '/briefing/desk/import', screen: desk, parent: '/briefing/desk', props: { page: 'import' } },
  { ...writes, pattern: '/briefing/desk/:draft', screen: desk, parent: '/briefing/desk' },
  { ...writes, pattern: '/briefing/desk/item/:item', screen: desk, parent: '/briefing/desk' },
  { ...writes, pattern: '/briefing/desk/item/:item/revise', screen: desk, parent: '/briefing/desk', props: { page: 'revise' } },
  { ...writes, pattern: '/briefing/desk/offer/:offer', screen: desk, parent: '/briefing/desk' },
  { pattern: '/briefing/readers/:item', screen: readers, title: 'desk-readers', needs: 'briefing.readers', under: 'menu', parent: '/briefing/desk', seldom: true },
  { pattern: '/briefing/roll-call', screen: rollCall, title: 'desk-roll-call', needs: 'briefing.read', under: 'menu', parent: '/menu', seldom: true },
]

export const deskRows: MenuRow[] = [
  { order: 41, path: '/briefing/desk', icon: 'edit', title: 'desk-title', hint: 'desk-hint', needs: 'briefing.write' },
  { order: 42, path: '/briefing/roll-call', icon: 'book', title: 'desk-roll-call', hint: 'desk-roll-call-hint', needs: 'briefing.write' },
]
