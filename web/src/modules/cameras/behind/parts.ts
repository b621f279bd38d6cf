/** One file of the build, behind the first paint: it looks out for hits and fetches what shows them. */
import 'virtual:focus-texts/later/cameras/behind'

export { default as OnToday } from './OnToday.svelte'
export { watch } from './watching.svelte'
