import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { inOneStep } from '../../store/onestep'
import type { DeliveryKey, Item } from './wire'

/** What only the officer who made it may read, under the store's key; gone with that at sign-out. */
export interface Copy {
  iv: Uint8Array<ArrayBuffer>
  box: ArrayBuffer
}

/** One item as it lies on the device. The sealed part is the organisation's: this device cannot read it. */
export interface StoredItem extends Item {
  /** When it was made, by the device's clock, in ms. */
  at: number
  state: 'waiting' | 'refused'
  copy: Copy
  /** Why it was refused: its code and what that means, and the rest for whoever made it. */
  code?: string
  title?: string
  refusal?: Copy
}

interface Schema extends DBSchema {
  items: { key: string; value: StoredItem }
  /** By device (its key's thumbprint) the last number given. */
  numbers: { key: string; value: number }
  /** By organisation. */
  keys: { key: string; value: DeliveryKey }
}

let opened: Promise<IDBPDatabase<Schema>> | null = null

/** `focus-outbox`: nothing but the outbox itself ever erases from it, whoever signs out. */
function outboxDatabase(): Promise<IDBPDatabase<Schema>> {
  if (opened) return opened
  const opening = openDB<Schema>('focus-outbox', 1, {
    upgrade(db) {
      db.createObjectStore('items', { keyPath: 'id' })
      db.createObjectStore('numbers')
      db.createObjectStore('keys')
    },
    blocking() {
      void opening.then((db) => db.close())
      opened = null
    },
    terminated() {
      opened = null
    },
  })
  opened = opening
  opening.catch(() => { opened = null })
  return opening
}

/** Oldest first. */
export async function storedItems(): Promise<StoredItem[]> {
  const items = await (await outboxDatabase()).getAll('items')
  return items.sort((a, b) => a.n - b.n || a.at - b.at)
}

export async function storedCount(): Promise<number> {
  return (await outboxDatabase()).count('items')
}

export async function storedItem(id: string): Promise<StoredItem | undefined> {
  return (await outboxDatabase()).get('items', id)
}

export async function lastNumber(device: string): Promise<number> {
  return (await (await outboxDatabase()).get('numbers', device)) ?? 0
}

/**
 * Puts an item and its number, durable when it resolves; `instead` is a refused one that goes in the same step.
 * False: the number was given meanwhile, and nothing was put.
 */
export async function putItem(item: StoredItem, device: string, instead?: string): Promise<boolean> {
  const transaction = (await outboxDatabase()).transaction(['items', 'numbers'], 'readwrite', { durability: 'strict' })
  return inOneStep(transaction, async () => {
    const [items, numbers] = [transaction.objectStore('items'), transaction.objectStore('numbers')]
    if (((await numbers.get(device)) ?? 0) + 1 !== item.n) return false
    const replaced = instead === undefined ? undefined : await items.get(instead)
    await numbers.put(item.n, device)
    await items.add(item)
    if (replaced?.state === 'refused') await items.delete(replaced.id)
    return true
  })
}

export interface Settled {
  id: string
  /** Done: it goes. Otherwise it stays, refused, with this. */
  refused: Pick<StoredItem, 'code' | 'title' | 'refusal'> | null
}

/** What a delivery's outcomes change, at once; what is no longer there is left alone. */
export async function settle(outcomes: readonly Settled[]): Promise<void> {
  const transaction = (await outboxDatabase()).transaction('items', 'readwrite', { durability: 'strict' })
  await inOneStep(transaction, async () => {
    for (const { id, refused } of outcomes) {
      const item = await transaction.store.get(id)
      if (item && refused) await transaction.store.put({ ...item, ...refused, state: 'refused' })
      else if (item) await transaction.store.delete(id)
    }
  })
}

/** Only what was refused; false: it was not. */
export async function removeRefused(id: string): Promise<boolean> {
  const transaction = (await outboxDatabase()).transaction('items', 'readwrite', { durability: 'strict' })
  return inOneStep(transaction, async () => {
    const refused = (await transaction.store.get(id))?.state === 'refused'
    if (refused) await transaction.store.delete(id)
    return refused
  })
}

export async function keptKey(organisation: string): Promise<DeliveryKey | undefined> {
  return (await outboxDatabase()).get('keys', organisation)
}

export async function keepKey(key: DeliveryKey): Promise<void> {
  await (await outboxDatabase()).put('keys', key, key.organisation)
}
