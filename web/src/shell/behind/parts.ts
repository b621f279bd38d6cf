import 'virtual:focus-texts/later/shell/connection'

export { default as Connection } from './Connection.svelte'
export { default as Mark } from './Mark.svelte'
export { start } from './start.svelte'
