/** One file of the build: it comes with the screens of Search. */
export { default as StopButton } from './StopButton.svelte'
export { default as Waiting } from './Waiting.svelte'
