/** One file of the build: it comes behind the first paint, with the records that it shows. */
import 'virtual:focus-texts/later/briefing/field'
import './deciding'
import './icons'

export { default as BriefingScreen } from './BriefingScreen.svelte'
export { default as DueCard } from './DueCard.svelte'
export { layer } from './layer'
export { looking } from './looking.svelte'
export { default as WatchAnswer } from './WatchAnswer.svelte'
export { watch } from './watching.svelte'
