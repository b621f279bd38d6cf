import { base64url, utf8 } from '../../base/encoding'
import { Problem } from '../../base/errors'
import { knownDevice, type Device } from '../device'
import { session } from '../session.svelte'
import { post } from '../transport'
import { copied, opened } from './copies'
import { settle, storedItems, type Settled, type StoredItem } from './database'
import { statementOf } from './sealing'
import type { Delivered, Delivery, Item, Outcome, Refusal } from './wire'

const batchItems = 50
/** The server takes 8 MB of a delivery. */
const batchOctets = 6_000_000
/** So many numbers the server takes. */
const waitingNumbers = 5_000
const answerMs = 60_000

/**
 * Sends all that waits, oldest first, once; each batch is settled before the next leaves.
 *
 * Throws what the transport throws: whether that batch arrived nobody knows, so it waits on, and the server does
 * each item once however often it comes.
 */
export async function sendAll(settled: () => Promise<void>): Promise<void> {
  const device = await knownDevice()
  if (!device) return
  const waiting = (await storedItems()).filter(({ state }) => state === 'waiting')
  let parked: unknown = null
  for (const batch of batches(waiting)) {
    await deliver(device, batch, settled).catch(async (error: unknown) => {
      if (!isUnreadable(error)) throw error
      parked = (await singly(device, batch, settled)) ?? parked
    })
  }
  if (parked) throw parked
}

async function deliver(device: Device, batch: StoredItem[], settled: () => Promise<void>): Promise<void> {
  const { outcomes } = await send(device, batch)
  await settle(await settlements(batch, outcomes))
  await settled()
}

/** One bad item waits and holds up no other; why it was not taken, or null. */
async function singly(device: Device, batch: StoredItem[], settled: () => Promise<void>): Promise<unknown> {
  let parked: unknown = null
  for (const item of batch) {
    await deliver(device, [item], settled).catch((error: unknown) => {
      if (!isUnreadable(error)) throw error
      parked = error
    })
  }
  return parked
}

/** The server did not take the delivery for one: that may be due to a single item. */
function isUnreadable(error: unknown): boolean {
  return error instanceof Problem && [400, 413, 422].includes(error.status)
}

async function send(device: Device, batch: StoredItem[]): Promise<Delivered> {
  const ids = new Set(batch.map(({ id }) => id))
  const others = (await storedItems()).filter(({ id }) => !ids.has(id))
  const waiting = others.map(({ n }) => n).slice(0, waitingNumbers)
  const items = batch.map(({ id, n, organisation, kid, eph, box }): Item => ({ id, n, organisation, kid, eph, box }))
  const sent = Date.now()
  const statement = await statementOf(device.thumbprint, sent, waiting, items)
  const signature = base64url(await device.sign(utf8(statement)))
  const body: Delivery = { device: device.thumbprint, sent_ms: sent, waiting, items, signature }
  return post<Delivered>('/api/sync/deliver', body, { anonymous: true, signal: AbortSignal.timeout(answerMs) })
}

/** Only the last word about an item of this batch changes anything. */
async function settlements(batch: StoredItem[], outcomes: readonly Outcome[]): Promise<Settled[]> {
  const found: Settled[] = []
  for (const item of batch) {
    const outcome = outcomes.find(({ id }) => id === item.id)
    if (!outcome?.final) continue
    if (outcome.status === 200) found.push({ id: item.id, refused: null })
    else if (session.status === 'locked') continue // it comes again, and is told to whoever made it
    else found.push({ id: item.id, refused: await refusedAs(item, outcome) })
  }
  return found
}

/** What the server says beside the code is for whoever made the item: nobody else's key may seal it. */
async function refusedAs(item: StoredItem, { problem, status }: Outcome): Promise<NonNullable<Settled['refused']>> {
  const told = (problem ?? { code: `http.${status}` }) as Refusal
  const mine = await opened(item.id, item.copy)
  const clear = { code: told.code, ...(told.title ? { title: told.title } : {}) }
  return mine === null ? clear : { ...clear, refusal: await copied(`${item.id} refused`, told) }
}

function batches(items: StoredItem[]): StoredItem[][] {
  const found: StoredItem[][] = []
  let octets = Infinity
  for (const item of items) {
    const last = found.at(-1)
    octets += item.box.length
    if (last && last.length < batchItems && octets <= batchOctets) last.push(item)
    else {
      found.push([item])
      octets = item.box.length
    }
  }
  return found
}
