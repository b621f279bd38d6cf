/** One file of the build: it comes with the first hit, or when somebody opens the list. */
import 'virtual:focus-texts/later/cameras/screen'
import './icons'

export { default as HitsScreen } from './HitsScreen.svelte'
export { start } from './start.svelte'
