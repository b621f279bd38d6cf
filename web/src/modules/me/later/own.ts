export { default as Devices } from './Devices.svelte'
export { default as Sessions } from './Sessions.svelte'
