import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Lease } from './lease'

interface Schema extends DBSchema {
  /** The device's own key: non-extractable, and of no use without what a person brings. */
  keys: { key: string; value: CryptoKeyPair }
  /** AES-GCM records: nothing personal is ever stored in clear. */
  records: { key: string; value: SealedRecord }
  /** In clear: what says nothing about anybody and opens nothing. */
  clear: { key: string; value: unknown }
}

export interface SealedRecord {
  iv: Uint8Array<ArrayBuffer>
  sealed: ArrayBuffer
  /** The record's own key, sealed with the vault's. */
  key: ArrayBuffer
  keyIv: Uint8Array<ArrayBuffer>
}

/** What stands in clear, by name. */
export interface Clear {
  lease: Lease
  /** The store's master key, sealed under what is not on this device (sync/behind/wraps.ts). */
  wraps: unknown
  /** The session on a locked device (sync/session.svelte.ts). */
  session: unknown
}

let opened: Promise<IDBPDatabase<Schema>> | null = null

export function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('focus', 2, {
    upgrade(db, from, _, transaction) {
      if (from === 0) {
        db.createObjectStore('keys')
        db.createObjectStore('records')
      }
      db.createObjectStore('clear')
      if (from !== 1) return
      // Version 1 kept the keys beside what they sealed: both go, and the officer signs in anew.
      void transaction.objectStore('records').clear()
      void transaction.objectStore('keys').delete('vault')
      void transaction.objectStore('keys').delete('store')
    },
    blocking() {
      void opened?.then((db) => db.close())
      opened = null
    },
    terminated() {
      opened = null
    },
  })
  return opened
}

export async function readClear<T>(name: keyof Clear): Promise<T | null> {
  return ((await (await database()).get('clear', name)) as T | undefined) ?? null
}

/** Null erases it. */
export async function writeClear<T>(name: keyof Clear, value: T | null): Promise<void> {
  const db = await database()
  await (value === null ? db.delete('clear', name) : db.put('clear', value, name))
}
