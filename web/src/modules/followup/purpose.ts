import { tasks } from '../purposes/public'
import type { NewStop, StopPurpose } from './wire'

/** Under which purpose a stop without a lookup is registered: the one chosen, else that of the task; null without either. */
export function purposeNow(): StopPurpose | null {
  const { chosen, current } = tasks
  if (chosen) return { purpose: given(chosen.purpose.code, chosen.reference, chosen.reason) }
  return current ? { purpose: { code: current.purpose.code, reference: current.reference }, task: current.id } : null
}

/** Without what was not said. */
export function given(code: string, reference?: string | null, reason?: string | null): NonNullable<NewStop['purpose']> {
  return { code, ...(reference ? { reference } : {}), ...(reason ? { reason } : {}) }
}
