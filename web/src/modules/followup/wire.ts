/** The server's types under the app's names. */
import type { components } from './api.gen'

type Schemas = components['schemas']

export type Ground = Schemas['GroundShown']
export type Stop = Schemas['StopShown']
export type NewStop = Schemas['RecordStopRequest']
export type StopFigure = Schemas['StopFigure']
export type StopFigures = Schemas['StopFigures']
