/** One file of the build: the page is the screen without its frame. */
export { default as MeDetail } from './MeDetail.svelte'
export { default as MeScreen } from './MeScreen.svelte'
