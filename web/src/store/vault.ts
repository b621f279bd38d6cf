import { utf8 } from '../base/encoding'
import { database } from './database'

const keyName = 'vault'

/**
 * Small records of this officer, encrypted on the device.
 *
 * AES-256-GCM with a key that the browser will not hand out; the record's name is bound in as
 * associated data, so that one record cannot be passed off as another. Without the server's lease
 * (a later step) whoever holds the unlocked device and its browser profile can still use the key.
 */
export const vault = {
  async read<T>(name: string): Promise<T | null> {
    const record = await (await database()).get('records', name)
    if (!record) return null
    try {
      const plain = await crypto.subtle.decrypt(parameters(name, record.iv), await key(), record.sealed)
      return JSON.parse(new TextDecoder().decode(plain)) as T
    } catch {
      return null // sealed with a key that is gone: as good as not there
    }
  },

  async write(name: string, value: unknown): Promise<void> {
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const plain = utf8(JSON.stringify(value))
    const sealed = await crypto.subtle.encrypt(parameters(name, iv), await key(), plain)
    await (await database()).put('records', { iv, sealed }, name)
  },

  async remove(name: string): Promise<void> {
    await (await database()).delete('records', name)
  },

  /** Everything of this officer goes, and the key with it; the device stays enrolled. */
  async destroy(): Promise<void> {
    const db = await database()
    await db.clear('records')
    await db.delete('keys', keyName)
  },
}

function parameters(name: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: utf8(`focus-record-v1\n${name}`) }
}

async function key(): Promise<CryptoKey> {
  const db = await database()
  const known = (await db.get('keys', keyName)) as CryptoKey | undefined
  if (known) return known
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const transaction = db.transaction('keys', 'readwrite')
  const raced = (await transaction.store.get(keyName)) as CryptoKey | undefined
  if (!raced) await transaction.store.put(made, keyName)
  await transaction.done
  return raced ?? made
}
