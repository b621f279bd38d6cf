import { toasts } from '../../../kit/toasts.svelte'
import { t } from '../../../base/i18n.svelte'
import { may } from '../../../sync/session.svelte'
import type { Crew, Incident } from '../wire'
import { desk } from './desk.svelte'

const type = 'application/x-focus-crew'

/** A crew drawn with the mouse onto an incident; the keyboard's way is the field under `a`. */
class Dragged {
  crew = $state.raw<Crew | null>(null)
  /** Id of the incident under it. */
  over = $state<string | null>(null)
  failure = $state.raw<unknown>(null)

  begin(event: DragEvent, crew: Crew): void {
    this.crew = crew
    event.dataTransfer?.setData(type, crew.id)
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'link'
  }

  above(event: DragEvent, { id, state }: Incident): void {
    if (!this.crew || state === 'closed' || !may('incidents.dispatch')) return
    event.preventDefault()
    this.over = id
  }

  left(): void {
    this.over = null
  }

  end(): void {
    this.crew = null
    this.over = null
  }

  dropped(event: DragEvent, incident: Incident): void {
    const { crew } = this
    this.end()
    if (!crew) return
    event.preventDefault()
    void this.assign(crew, incident)
  }

  async assign(crew: Crew, incident: Incident): Promise<void> {
    this.failure = null
    try {
      await desk.assign(incident.id, crew.id)
      toasts.show(t('board-assigned', { crew: crew.call_sign, number: incident.number }))
    } catch (error) {
      this.failure = error
    }
  }
}

export const dragged = new Dragged()
