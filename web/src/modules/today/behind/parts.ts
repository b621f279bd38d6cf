import 'virtual:focus-texts/later/today/behind'

export { default as Off } from './Off.svelte'
export { default as Unsent } from './Unsent.svelte'
