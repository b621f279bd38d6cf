import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

interface Schema extends DBSchema {
  /** Non-extractable CryptoKeys: usable here, never readable. */
  keys: { key: string; value: CryptoKey | CryptoKeyPair }
  /** AES-GCM records: nothing personal is ever stored in clear. */
  records: { key: string; value: SealedRecord }
}

export interface SealedRecord {
  iv: Uint8Array<ArrayBuffer>
  sealed: ArrayBuffer
  /** The record's own key, sealed with the vault's. */
  key: ArrayBuffer
  keyIv: Uint8Array<ArrayBuffer>
}

let opened: Promise<IDBPDatabase<Schema>> | null = null

export function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('focus', 1, {
    upgrade(db) {
      db.createObjectStore('keys')
      db.createObjectStore('records')
    },
    terminated() {
      opened = null
    },
  })
  return opened
}
