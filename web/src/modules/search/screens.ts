/** One file of the build: whoever opens one of them soon opens another. */
export { default as Kinds } from './Kinds.svelte'
export { default as SearchScreen } from './SearchScreen.svelte'
