export { tasks, type ChosenPurpose } from './tasks.svelte'
export { default as PurposeChip } from './PurposeChip.svelte'
export { default as PurposeSheet } from './PurposeSheet.svelte'
export type { Purpose } from './wire'
