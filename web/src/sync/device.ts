import { base64url, utf8 } from '../base/encoding'
import { database } from '../store/database'

export interface Device {
  thumbprint: string
  jwk: PublicKey
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
}

export interface PublicKey {
  kty: 'EC'
  crv: 'P-256'
  x: string
  y: string
}

const keyName = 'device'
const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' }
let loaded: Promise<Device | null> | null = null
let present = false

/** This device's key, if it was enrolled; the private half can sign and can never be read. */
export function knownDevice(): Promise<Device | null> {
  loaded ??= load()
  return loaded
}

/** Whether this device has a key: certain once the session has started, and without waiting. */
export function isEnrolled(): boolean {
  return present
}

/** A fresh key, kept at once: enrolment and demo sign-in name it to the server. */
export async function newDevice(): Promise<Device> {
  const pair = await crypto.subtle.generateKey(ecdsa, false, ['sign', 'verify'])
  await (await database()).put('keys', pair, keyName)
  const device = await deviceOf(pair)
  loaded = Promise.resolve(device)
  present = true
  return device
}

export async function forgetDevice(): Promise<void> {
  await (await database()).delete('keys', keyName)
  loaded = null
  present = false
}

async function load(): Promise<Device | null> {
  const pair = (await (await database()).get('keys', keyName)) as CryptoKeyPair | undefined
  present = pair !== undefined
  return pair ? deviceOf(pair) : null
}

async function deviceOf(pair: CryptoKeyPair): Promise<Device> {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  const jwk: PublicKey = { kty: 'EC', crv: 'P-256', x, y }
  return {
    jwk,
    thumbprint: await thumbprint(jwk),
    sign: (bytes) => crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, bytes),
  }
}

/** RFC 7638: these four members, in this order, without spaces. */
export async function thumbprint(jwk: PublicKey): Promise<string> {
  const text = JSON.stringify({ crv: jwk.crv, kty: jwk.kty, x: jwk.x, y: jwk.y })
  return base64url(await crypto.subtle.digest('SHA-256', utf8(text)))
}
