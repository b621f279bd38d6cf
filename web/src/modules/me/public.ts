import type { Load } from '../../kit/module'

/** The officer's own page; with `front: 'work'` a phone shows what stands beside it. */
export const meScreen: Load = () => import('./screens').then(({ MeScreen }) => ({ default: MeScreen }))
export { lostAtSignOut } from './slots'
