/** The server's types under the app's names. */
import type { components } from './api.gen'

type Schemas = components['schemas']

export type Purpose = Schemas['PurposeChoice']
export type Task = Schemas['Task']
export type NewTask = Schemas['StartTaskRequest']
export type PurposeKept = Schemas['Purpose']
