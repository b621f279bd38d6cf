/** The server's types under the app's names. */
import type { components } from './api.gen'

type Schemas = components['schemas']

export type Ground = Schemas['GroundShown']
export type Stop = Schemas['StopShown']
export type NewStop = Schemas['RecordStopRequest']
export type StopFigure = Schemas['StopFigure']
export type StopFigures = Schemas['StopFigures']
/** What of a stop is put right, and why. */
export type Change = Omit<Schemas['CorrectStopRequest'], 'stop'>
/** Why somebody was stopped: chosen, or by the task. */
export type StopPurpose = Pick<NewStop, 'purpose' | 'task'>

export interface StopSheetProps {
  name?: string | undefined
  /** Null: somebody whom no record shows. */
  who: Pick<NewStop, 'records' | 'lookup'> | null
  /** Null: none yet, so nothing can be registered. */
  purpose: StopPurpose | null
  /** What was refused, to be put right: its id in the outbox and what it said. */
  again?: { id: string; stop: NewStop } | undefined
  onclose: () => void
}
