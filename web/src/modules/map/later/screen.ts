/** The map with what other modules put on it: everything that draws comes with it, and nothing of it before. */
import 'virtual:focus-texts/later/map/screen'
import './icons'
import { modules } from '../../../kit/modules'
import { layers } from '../slots'

await modules.ready(layers)

export { default } from './MapScreen.svelte'
