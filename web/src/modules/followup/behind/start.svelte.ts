import { thoughtMs } from '../../../kit/second-thought'
import { undone } from '../undone.svelte'
import { stops } from './stops.svelte'

let started = false

/** At sign-in: the stops of the page before, where nothing can take them back any more, go to the outbox. */
export function start(): void {
  setTimeout(() => void stops.move(), thoughtMs)
  if (started) return
  started = true
  $effect.root(() => { $effect(() => { undone.stops = stops.refused }) })
}
