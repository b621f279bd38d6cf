/** The server's types under the app's names, and the record that phones hold. */
import type { components } from './api.gen'

type Schemas = components['schemas']

export type DutyUnit = Schemas['UnitShown']
export type BeginDuty = Schemas['BeginDutyRequest']

/** A `duty.shift`: somebody on duty; its id is the person's. */
export interface Shift {
  id: string
  name: string
  function: string
  unit: string | null
  unit_name: string
  crew: string
  since: string
  until: string
}
