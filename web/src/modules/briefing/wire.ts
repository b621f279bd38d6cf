/** The server's types under the app's names; records that no view gives are as src/focus/modules/briefing/records.py writes them. */
import type { components } from './api.gen'

type Schemas = components['schemas']

export type Item = Schemas['Item']
export type Content = Item['content']
export type Kind = Content['kind']
export type Priority = NonNullable<Content['priority']>
export type Subject = Schemas['Subject']
export type Sighting = Schemas['Sighting']
export type Change = Schemas['Change']
export type Spot = Schemas['Spot']

/** How many of those meant have read the version that is asked for; `id` is the item's. */
export interface Tally {
  id: string
  read: number
  of: number
}

/** The holder of this phone has read a version, on whichever device. */
export interface Receipt {
  id: string
  item: string
  version: number
  at: string
}
