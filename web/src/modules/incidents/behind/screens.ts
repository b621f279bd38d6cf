/** One file of the build: it comes behind the first paint, with the records that it shows. */
import 'virtual:focus-texts/later/incidents/field'
import './icons'

export { default as IncidentsScreen } from './IncidentsScreen.svelte'
export { default as TodayCard } from './TodayCard.svelte'
export { incidents } from './incidents.svelte'
export { layer } from './layer'
export { watch } from './watching.svelte'
export { where } from './where.svelte'
export { stateText } from './words'
