export { default as DutyChip } from './DutyChip.svelte'
export { default as DutyScreen } from './DutyScreen.svelte'
export { start } from './start.svelte'
