/** The way of a crew through an incident. */
import type { CrewState, OnIt } from '../wire'

/** What a crew says itself, in order. */
export const steps = ['accepted', 'en_route', 'on_scene', 'available'] as const
export type Step = (typeof steps)[number]

/** What comes next; who is on no incident, or has left it, accepts it (again). */
export function nextStep(state: CrewState | undefined): Step {
  if (state === 'accepted') return 'en_route'
  if (state === 'en_route') return 'on_scene'
  return state === 'on_scene' ? 'available' : 'accepted'
}

/** Assigned to it or working on it. */
export function isOn({ state }: OnIt): boolean {
  return state !== 'available' && state !== 'unavailable'
}

/** Has said that it takes it. */
export function hasAccepted(one: OnIt | null): boolean {
  return one !== null && isOn(one) && one.state !== 'assigned'
}

export interface Button {
  step: Step
  as: 'done' | 'next' | 'later'
  /** When it was said, where it was. */
  at: string | null
}

/** The four buttons as they stand: those behind the crew keep their time, one is next. */
export function buttons(mine: OnIt | null): Button[] {
  const next = nextStep(mine?.state)
  const left = !mine || !isOn(mine)
  return steps.map((step, i) => {
    const at = left ? null : (mine.times?.[step] ?? null)
    const as = step === next ? 'next' : !left && i < steps.indexOf(next) ? 'done' : 'later'
    return { step, as, at: as === 'done' ? at : null }
  })
}
