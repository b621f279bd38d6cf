import 'virtual:focus-texts/later/me/apart'

export { default as Apart } from './Apart.svelte'
export { default as Devices } from './Devices.svelte'
export { default as Sessions } from './Sessions.svelte'
export { default as Waking } from './Waking.svelte'
