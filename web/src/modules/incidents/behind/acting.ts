import type { Incident } from '../wire'
import type { Step } from './states'
import { telling } from './told.svelte'
import { working } from './working.svelte'

/** Says it, which the buttons show at once, and with the first word begins to work on it. Rejects as `outbox.keep` does. */
export async function take(incident: Incident, step: Step): Promise<void> {
  await telling.state(incident, step)
  if (step !== 'available') working.on(incident)
}
