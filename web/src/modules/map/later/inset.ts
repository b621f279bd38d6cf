/** The map for another screen, with all that draws it. */
import 'virtual:focus-texts/later/map/screen'
import './icons'
import { modules } from '../../../kit/modules'
import { layers } from '../slots'

await modules.ready(layers)

export { default } from './Inset.svelte'
