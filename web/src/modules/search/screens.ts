/** One file of the build: whoever opens one of them soon opens another. */
export { default as MyLookups } from './MyLookups.svelte'
export { default as SearchScreen } from './SearchScreen.svelte'
export { default as StopsScreen } from './follow/StopsScreen.svelte'
