/**
 * Sealing to the organisation's delivery key, octet for octet as src/focus/core/sync/sealing.py opens it: ECDH on
 * P-256 with a key made for one item, HKDF-SHA-256 over label and both points, AES-256-GCM with a nonce of zeros.
 */
import { base64url, fromBase64url, utf8 } from '../../base/encoding'
import type { DeliveryKey, Item } from './wire'

const ecdh = { name: 'ECDH', namedCurve: 'P-256' }
const label = utf8('focus-outbox-v1')

/** The item; `pair` is given by tests only: a key that is used twice under this nonce protects nothing. */
export async function sealedItem(id: string, n: number, to: DeliveryKey, plain: string, pair?: CryptoKeyPair): Promise<Item> {
  const ephemeral = pair ?? (await crypto.subtle.generateKey(ecdh, false, ['deriveBits']))
  const ours = new Uint8Array(await crypto.subtle.exportKey('raw', ephemeral.publicKey))
  const theirs = fromBase64url(to.point)
  const key = await itemKey(ephemeral.privateKey, ours, theirs)
  const additionalData = utf8(`${id}\n${n}\n${to.organisation}\n${to.kid}`)
  const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array(12), additionalData }, key, utf8(plain))
  return { id, n, organisation: to.organisation, kid: to.kid, eph: base64url(ours), box: base64url(box) }
}

async function itemKey(mine: CryptoKey, ours: Uint8Array<ArrayBuffer>, theirs: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const point = await crypto.subtle.importKey('raw', theirs, ecdh, false, [])
  const bits = await crypto.subtle.deriveBits({ name: 'ECDH', public: point }, mine, 256)
  const shared = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey'])
  const info = new Uint8Array([...label, ...ours, ...theirs])
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }, shared, { name: 'AES-GCM', length: 256 }, false, ['encrypt'],
  )
}

/** What the device signs over a delivery. */
export async function statementOf(device: string, sentMs: number, waiting: readonly number[], items: readonly Item[]): Promise<string> {
  const lines = await Promise.all(items.map(async ({ id, n, organisation, eph, box }) => {
    const digest = base64url(await crypto.subtle.digest('SHA-256', utf8(`${eph}.${box}`)))
    return `${id} ${n} ${organisation} ${digest}`
  }))
  return ['focus-deliver-v1', device, String(sentMs), waiting.join(','), ...lines].join('\n')
}
