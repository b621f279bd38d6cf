import { toasts } from '../../../kit/toasts.svelte'
import { t } from '../../../base/i18n.svelte'
import type { Incident } from '../wire'
import type { Step } from './states'
import { telling } from './told.svelte'
import { stateText } from './words'
import { working } from './working.svelte'

/** Says it, and with the first word begins to work on it. Rejects as `outbox.keep` does. */
export async function take(incident: Incident, step: Step): Promise<void> {
  await telling.state(incident, step)
  if (step !== 'available') working.on(incident)
  toasts.show(t('inc-said-state', { state: stateText(step) }))
}
