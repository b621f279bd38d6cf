export { start } from './start.svelte'
export { stops } from './stops.svelte'
export { default as StopSheet } from './StopSheet.svelte'
export { default as StopsScreen } from './StopsScreen.svelte'
