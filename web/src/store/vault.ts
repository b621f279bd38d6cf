import { utf8 } from '../base/encoding'
import { database, type SealedRecord } from './database'
import { eraseDatabases } from './databases'
import { ring } from './ring'

/**
 * Small records of this officer, encrypted on the device.
 *
 * AES-256-GCM: each writing of a record with a key of its own, itself sealed with the ring's, so that what is
 * written over or removed stays unreadable. The record's name is bound in as associated data, so that one record
 * cannot be passed off as another. While locked nothing can be read or written: RingLocked.
 */
export const vault = {
  async read<T>(name: string): Promise<T | null> {
    const record = await (await database()).get('records', name)
    return record ? unsealed<T>(name, record) : null
  },

  async write(name: string, value: unknown): Promise<void> {
    await (await database()).put('records', await sealed(name, value), name)
  },

  async remove(name: string): Promise<void> {
    await (await database()).delete('records', name)
  },

  /** Everything of this officer goes, and the key with it; the device stays enrolled. */
  async destroy(): Promise<void> {
    ring.drop()
    await (await database()).clear('clear')
    await this.forget()
  },

  /** All that was kept for a post that was left; what opens the store stays, and what waits to be sent. */
  async forget(): Promise<void> {
    await (await database()).clear('records')
    await eraseDatabases()
  },
}

/** For what a module keeps in a database of its own: sealed as the records are, bound to `name`. */
export async function sealed(name: string, value: unknown): Promise<SealedRecord> {
  const [iv, keyIv] = [crypto.getRandomValues(new Uint8Array(12)), crypto.getRandomValues(new Uint8Array(12))]
  const own = crypto.getRandomValues(new Uint8Array(32))
  const sealedKey = await crypto.subtle.encrypt(parameters(name, keyIv), ring.keys().vault, own)
  const plain = utf8(JSON.stringify(value))
  const octets = await crypto.subtle.encrypt(parameters(name, iv), await recordKey(own, 'encrypt'), plain)
  return { iv, sealed: octets, keyIv, key: sealedKey }
}

/** Null: sealed with a key that is gone, or under another name; as good as not there. */
export async function unsealed<T>(name: string, record: SealedRecord): Promise<T | null> {
  const { vault: outer } = ring.keys()
  try {
    const opened = new Uint8Array(await crypto.subtle.decrypt(parameters(name, record.keyIv), outer, record.key))
    const plain = await crypto.subtle.decrypt(parameters(name, record.iv), await recordKey(opened, 'decrypt'), record.sealed)
    return JSON.parse(new TextDecoder().decode(plain)) as T
  } catch {
    return null
  }
}

function parameters(name: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: utf8(`focus-record-v1\n${name}`) }
}

/** The octets are gone from memory once the browser holds the key. */
async function recordKey(octets: Uint8Array<ArrayBuffer>, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  const made = await crypto.subtle.importKey('raw', octets, 'AES-GCM', false, [use])
  octets.fill(0)
  return made
}

/** For many rows that are sealed alike; rejects with RingLocked. */
export async function storeKey(): Promise<CryptoKey> {
  return ring.keys().store
}
