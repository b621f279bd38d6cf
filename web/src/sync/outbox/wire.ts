/** What is delivered and answered: the server's types under the app's names, and what it seals and refuses. */
import type { components } from '../../base/api/sync.gen'
import type { Params } from '../../base/i18n.svelte'

type Schemas = components['schemas']

/** Something the officer does: the server does it once, whenever it arrives. */
export interface Command {
  /** `<module>.<action>` */
  action: string
  body: Record<string, unknown>
  /** Ids of what it builds on, which was kept here before. */
  after?: string[]
  /** By `type/id` the version that he saw, or the id of the item of his that wrote it. */
  expects?: Record<string, number | string>
  /** ISO; later it is delivered and not done. */
  expires?: string
}

/** What the screen says of it while it waits. */
export interface Shown {
  module: string
  title: { key: string; args?: Params }
}

/** What stands inside a sealed item. */
export interface Made extends Command {
  token: string
  /** By the device's clock. */
  at: string
}

export type DeliveryKey = Schemas['DeliveryKey']
export type Item = Schemas['Item']
export type Delivery = Schemas['Delivery']
export type Delivered = Schemas['Delivered']
export type Outcome = Schemas['Outcome']

/** Why it was refused; of a record that somebody changed meanwhile also what stands there now. */
export interface Refusal {
  code: string
  /** In words, in the language of the delivery; says nothing about anybody. */
  title?: string
  params?: Params
  record?: string
  expected?: number
  version?: number
  theirs?: unknown
}
