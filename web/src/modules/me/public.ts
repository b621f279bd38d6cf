export { default as MeScreen } from './MeScreen.svelte'
export { default as MeDetail } from './MeDetail.svelte'
export { default as MyLookups } from './MyLookups.svelte'
