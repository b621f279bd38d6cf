/** What is delivered and answered, as src/focus/core/sync/wire.py writes it. */
import type { Params } from '../../base/i18n.svelte'

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

export interface DeliveryKey {
  kid: string
  organisation: string
  /** P-256, uncompressed, base64url. */
  point: string
}

export interface Item {
  id: string
  n: number
  organisation: string
  kid: string
  eph: string
  box: string
}

/** Why it was refused; of a record that somebody changed meanwhile also what stands there now. */
export interface Refusal {
  code: string
  params?: Params
  record?: string
  expected?: number
  version?: number
  theirs?: unknown
}

export interface Outcome {
  id: string
  status: number
  /** It will not be answered otherwise. */
  final: boolean
  problem?: Refusal
}

export interface Delivered {
  outcomes: Outcome[]
}
