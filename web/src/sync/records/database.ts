import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { State } from './wire'

/** One record: what it says is sealed; in clear stands only what erasing needs. */
export interface SealedRow {
  /** `type/id` */
  k: string
  v: number
  /** The device's buckets that hold it. */
  b: string[]
  /** How often everything was fetched anew before it was named last. */
  g: number
  iv: Uint8Array<ArrayBuffer>
  box: ArrayBuffer
}

export interface Progress {
  /** Rises with each piece: who read another number was overtaken by another tab. */
  turn: number
  generation: number
  /** Rows of older generations are erased once everything is there. */
  sweep: boolean
  state: State | null
  /** The last pull came to its end. */
  ended: boolean
  /** The last pull went on where another was cut: it says nothing of what changed between the two. */
  resumed: boolean
  /** When everything was last there, in ms. */
  whole: number | null
  /** By type, for how many hours after that it may be kept. */
  hours: Record<string, number>
}

export interface Schema extends DBSchema {
  rows: { key: string; value: SealedRow; indexes: { b: string; g: number } }
  kv: { key: 'progress'; value: Progress }
}

let opened: Promise<IDBPDatabase<Schema>> | null = null

/** `focus-sync`, erased at sign-out by `eraseDatabases`: whoever holds it open lets it go then. */
export function syncDatabase(): Promise<IDBPDatabase<Schema>> {
  if (opened) return opened
  const opening = openDB<Schema>('focus-sync', 2, {
    upgrade(db, from, _, transaction) {
      if (from === 1) {
        // Its rows are sealed with a key that is gone.
        void transaction.objectStore('rows').clear()
        void transaction.objectStore('kv').clear()
        return
      }
      const rows = db.createObjectStore('rows', { keyPath: 'k' })
      rows.createIndex('b', 'b', { multiEntry: true })
      rows.createIndex('g', 'g')
      db.createObjectStore('kv')
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
