import { base64url, fromBase64url, utf8 } from '../base/encoding'
import type { Device } from './device'

/** Signs proofs: by the device key (ES256) or, after sign-in or unlock, by the agreed key (HS256). */
export interface Signer {
  header: string
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
}

export interface Request {
  method: string
  path: string
  body: Uint8Array<ArrayBuffer>
  /** Made by the app by itself: does not count against idleness. */
  background?: boolean
}

export interface Agreement {
  pair: CryptoKeyPair
  /** The 65 raw bytes of the public half, base64url. */
  agree: string
}

export type Label = 'enrol' | 'sign-in' | 'choose' | 'unlock' | 'agree' | 'step-up' | 'change-post' | 'oidc' | 'demo'

const ecdh = { name: 'ECDH', namedCurve: 'P-256' }

export async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return base64url(await crypto.subtle.digest('SHA-256', bytes))
}

export function deviceSigner(device: Device): Signer {
  return { header: header('ES256', device.thumbprint), sign: (bytes) => device.sign(bytes) }
}

export function agreedSigner(kid: string, key: CryptoKey): Signer {
  return { header: header('HS256', kid), sign: (bytes) => crypto.subtle.sign('HMAC', key, bytes) }
}

function header(alg: string, kid: string): string {
  return base64url(utf8(JSON.stringify({ typ: 'dpop+jwt', alg, kid })))
}

/**
 * One proof for one request; never used twice. `ath` is the token's hash, base64url.
 * `offset` is the server's clock minus ours, in seconds.
 */
export async function makeProof(signer: Signer, ath: string, request: Request, offset: number): Promise<string> {
  const claims = {
    htm: request.method,
    htu: request.path.split('?')[0],
    iat: Math.round(Date.now() / 1000) + offset,
    jti: base64url(crypto.getRandomValues(new Uint8Array(16))),
    ath,
    bh: await digest(request.body),
    ...(request.background ? { bg: true } : {}),
  }
  const input = `${signer.header}.${base64url(utf8(JSON.stringify(claims)))}`
  return `${input}.${base64url(await signer.sign(utf8(input)))}`
}

/** What the device signs in a ceremony; `agree` is `-` where no key is agreed. */
export function statement(label: Label, ceremony: string, challenge: string, device: string, agree: string): string {
  return [`focus-${label}-v1`, ceremony, challenge, device, agree].join('\n')
}

export async function newAgreement(): Promise<Agreement> {
  const pair = await crypto.subtle.generateKey(ecdh, false, ['deriveKey'])
  return { pair, agree: base64url(await crypto.subtle.exportKey('raw', pair.publicKey)) }
}

/** The proof key of a session: in memory only, not extractable, gone at lock and at reload. */
export async function agreeKey(agreed: {
  mine: Agreement
  theirs: string
  challenge: string
  device: string
  /** The token's hash, base64url. */
  ath: string
}): Promise<{ kid: string; key: CryptoKey }> {
  const lines = ['focus-proof-key-v1', agreed.challenge, agreed.device, agreed.mine.agree, agreed.theirs, agreed.ath]
  const transcript = utf8(lines.join('\n'))
  const theirs = await crypto.subtle.importKey('raw', fromBase64url(agreed.theirs), ecdh, false, [])
  const shared = await crypto.subtle.deriveKey(
    { name: 'ECDH', public: theirs }, agreed.mine.pair.privateKey, 'HKDF', false, ['deriveKey'],
  )
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: fromBase64url(agreed.challenge), info: transcript },
    shared, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign'],
  )
  const hash = await crypto.subtle.digest('SHA-256', transcript)
  return { kid: base64url(hash.slice(0, 12)), key }
}
