import { thoughtMs } from '../../../kit/second-thought'
import { may } from '../../../sync/session.svelte'
import { undone } from '../undone.svelte'
import { stops } from './stops.svelte'

let started = false

/** At sign-in: stops of the page before, which nothing can take back any more, go to the outbox; grounds are there before the network is not. */
export function start(): void {
  setTimeout(() => void stops.move(), thoughtMs)
  if (may('followup.stop')) void stops.loadGrounds().catch(() => undefined)
  if (started) return
  started = true
  $effect.root(() => { $effect(() => { undone.stops = stops.refused }) })
}
