import { utf8 } from '../../base/encoding'
import { storeKey } from '../../store/vault'
import type { Copy } from './database'

/** Under the store's key, bound to the item and to what it is. */
export async function copied(name: string, value: unknown): Promise<Copy> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, box: await crypto.subtle.encrypt(parameters(name, iv), await storeKey(), utf8(JSON.stringify(value))) }
}

/** Null: made by somebody who signed out since. */
export async function opened<T>(name: string, { iv, box }: Copy): Promise<T | null> {
  try {
    const plain = await crypto.subtle.decrypt(parameters(name, iv), await storeKey(), box)
    return JSON.parse(new TextDecoder().decode(plain)) as T
  } catch {
    return null
  }
}

function parameters(name: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: utf8(`focus-outbox-copy-v1\n${name}`) }
}
