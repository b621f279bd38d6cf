import 'virtual:focus-texts/later/shell/connection'
import 'virtual:focus-texts/later/shell/unlocking'

export { default as Confirm } from './Confirm.svelte'
export { default as Connection } from './Connection.svelte'
export { default as Mark } from './Mark.svelte'
export { start } from './start.svelte'
