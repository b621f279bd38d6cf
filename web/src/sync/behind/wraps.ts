/**
 * The store's master key, which lies on this device only sealed: under the server's share, which a locked device
 * does not have; under what the passkey gives without network (WebAuthn PRF); under a PIN where the organisation
 * allows one. SPEC.md S20, S24.
 */
import { fromBase64url, utf8 } from '../../base/encoding'
import type { Store } from '../../base/wire'
import { database, readClear, writeClear } from '../../store/database'
import { renewLease } from '../../store/lease'
import { inOneStep } from '../../store/onestep'
import { ring } from '../../store/ring'
import { vault } from '../../store/vault'

interface Box {
  iv: Uint8Array<ArrayBuffer>
  box: ArrayBuffer
}

interface Wraps {
  share: Box
  /** Of the passkey with this id, as the browser names it. */
  prf?: Box & { credential: string }
  pin?: Box & { salt: Uint8Array<ArrayBuffer>; rounds: number; left: number }
  /** The organisation allows a PIN. */
  mayPin: boolean
}

/** What a passkey gave beside its signature. */
export interface Evaluated {
  credential: string
  output: Uint8Array<ArrayBuffer>
}

const pinTries = 5
const pinRounds = 600_000

/** What is kept here is not this person's, or cannot be opened any more. */
export class StoreLost extends Error {}

/** At sign-in: what the same person kept here before is his again; anybody else's goes. */
export async function beginStore(store: Store, evaluated: Evaluated | null): Promise<void> {
  if (await openStore(store, evaluated).then(() => true, () => false)) return
  await vault.destroy()
  await take(crypto.getRandomValues(new Uint8Array(32)), store, evaluated, null)
}

/** At unlock; throws StoreLost. */
export async function openStore(store: Store, evaluated: Evaluated | null): Promise<void> {
  const wraps = await readClear<Wraps>('wraps')
  if (!wraps) throw new StoreLost()
  const master = await unsealed(await derived(fromBase64url(store.share), 'share'), wraps.share, 'share')
  if (!master) throw new StoreLost()
  await take(master, store, evaluated, wraps)
}

/** Ways to open without network, best first. */
export async function waysApart(): Promise<{ passkey: string | null; pin: { left: number } | null }> {
  const wraps = await readClear<Wraps>('wraps')
  return { passkey: wraps?.prf?.credential ?? null, pin: wraps?.pin ? { left: wraps.pin.left } : null }
}

/** By what the passkey gave without network; false: it is not the right one. */
export async function openByPasskey({ output }: Evaluated): Promise<boolean> {
  const wrap = (await readClear<Wraps>('wraps'))?.prf
  return wrap ? held(await unsealed(await derived(output, 'prf'), wrap, 'prf')) : false
}

/** Tries left, or null when it opened. Counted before it is tried; with the last wrong one the key is gone. */
export async function openByPin(pin: string): Promise<number | null> {
  const wrap = await countedTry()
  if (!wrap) return 0
  const master = await unsealed(await stretched(pin, wrap.salt, wrap.rounds), wrap, 'pin')
  if (!(await held(master))) return wrap.left
  const wraps = await readClear<Wraps>('wraps')
  if (wraps?.pin) await writeClear('wraps', { ...wraps, pin: { ...wraps.pin, left: pinTries } })
  return null
}

/** What is tried, with the tries that are left after it; in one step, so that two tabs do not share a try. */
async function countedTry(): Promise<NonNullable<Wraps['pin']> | null> {
  const transaction = (await database()).transaction('clear', 'readwrite', { durability: 'strict' })
  return inOneStep(transaction, async () => {
    const wraps = (await transaction.store.get('wraps')) as Wraps | undefined
    if (!wraps?.pin || wraps.pin.left < 1) return null
    const pin = { ...wraps.pin, left: wraps.pin.left - 1 }
    await transaction.store.put({ ...wraps, pin }, 'wraps')
    return pin
  })
}

/** Whether a PIN may be chosen here, and whether one was. */
export async function pinState(): Promise<{ may: boolean; set: boolean }> {
  const wraps = await readClear<Wraps>('wraps')
  return { may: wraps?.mayPin === true && !wraps.prf, set: wraps?.pin !== undefined }
}

/** After a fresh user verification, which brought `store`. */
export async function choosePin(pin: string, store: Store): Promise<void> {
  const wraps = await readClear<Wraps>('wraps')
  const master = wraps && (await unsealed(await derived(fromBase64url(store.share), 'share'), wraps.share, 'share'))
  if (!wraps || !master) throw new StoreLost()
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const box = await sealedBox(await stretched(pin, salt, pinRounds), master, 'pin')
  await writeClear('wraps', { ...wraps, pin: { ...box, salt, rounds: pinRounds, left: pinTries } })
  master.fill(0)
}

export async function forgetPin(): Promise<void> {
  const { pin: _, ...rest } = (await readClear<Wraps>('wraps')) ?? {}
  if ('share' in rest) await writeClear('wraps', rest)
}

async function take(master: Uint8Array<ArrayBuffer>, store: Store, evaluated: Evaluated | null, before: Wraps | null): Promise<void> {
  const share = before?.share ?? (await sealedBox(await derived(fromBase64url(store.share), 'share'), master, 'share'))
  const wraps: Wraps = { share, mayPin: store.pin }
  if (evaluated) wraps.prf = { ...(await sealedBox(await derived(evaluated.output, 'prf'), master, 'prf')), credential: evaluated.credential }
  else if (before?.prf) wraps.prf = before.prf
  if (before?.pin && store.pin && !wraps.prf) wraps.pin = { ...before.pin, left: pinTries }
  await writeClear('wraps', wraps)
  await renewLease(store.lease_h)
  await held(master)
}

/** The master's octets are gone from memory once the browser holds the keys. */
async function held(master: Uint8Array<ArrayBuffer> | null): Promise<boolean> {
  if (!master) return false
  const [forVault, forStore] = await Promise.all([derived(master, 'vault'), derived(master, 'store')])
  ring.hold({ vault: forVault, store: forStore })
  master.fill(0)
  return true
}

async function derived(octets: Uint8Array<ArrayBuffer>, what: string): Promise<CryptoKey> {
  const from = await crypto.subtle.importKey('raw', octets, 'HKDF', false, ['deriveKey'])
  const info = utf8(`focus-store-${what}-v1`)
  return crypto.subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }, from, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

async function stretched(pin: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const from = await crypto.subtle.importKey('raw', utf8(pin), 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, from, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

async function sealedBox(key: CryptoKey, master: Uint8Array<ArrayBuffer>, what: string): Promise<Box> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, box: await crypto.subtle.encrypt(parameters(iv, what), key, master) }
}

async function unsealed(key: CryptoKey, { iv, box }: Box, what: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const opened = await crypto.subtle.decrypt(parameters(iv, what), key, box).catch(() => null)
  return opened && new Uint8Array(opened)
}

function parameters(iv: Uint8Array<ArrayBuffer>, what: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: utf8(`focus-wrap-v1\n${what}`) }
}
