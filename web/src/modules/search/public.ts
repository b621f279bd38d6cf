export { lookups } from './lookups.svelte'
export { default as SearchScreen } from './SearchScreen.svelte'
export { default as Recent } from './Recent.svelte'
export { default as SourcesOpen } from './SourcesOpen.svelte'
export { kindIcon } from './words'
export { later } from './follow/later.svelte'
export { flushStops, stops } from './follow/stops.svelte'
export { default as StopsScreen } from './follow/StopsScreen.svelte'
/** Only for those who look after the sources, so fetched when it is opened. */
export const healthScreen = (): Promise<typeof import('./health/HealthScreen.svelte')> => import('./health/HealthScreen.svelte')
