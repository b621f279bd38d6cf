import { base64url, fromBase64url, utf8 } from '../../base/encoding'
import type { Evaluated } from './wraps'

/** What the authenticator is asked for beside its signature: a secret that only this passkey gives, with this. */
const prf = { eval: { first: utf8('focus-store-prf-v1') } }

export interface Used {
  /** As the server reads it; the secret is not in it. */
  credential: unknown
  evaluated: Evaluated | null
}

/** Options and credentials travel as JSON (WebAuthn level 3); older browsers get them by hand. */
export async function createPasskey(options: unknown): Promise<unknown> {
  const publicKey = creationOptions(options as CreationJSON)
  publicKey.extensions = { ...publicKey.extensions, prf: {} }
  const credential = await navigator.credentials.create({ publicKey })
  return asJSON(credential as PublicKeyCredential)
}

export async function usePasskey(options: unknown): Promise<Used> {
  return used(requestOptions(options as RequestJSON))
}

/** Without the server: for its secret only, since nobody checks the signature. */
export async function evaluatePasskey(id: string): Promise<Evaluated | null> {
  const publicKey: PublicKeyCredentialRequestOptions = {
    challenge: crypto.getRandomValues(new Uint8Array(32)),
    allowCredentials: [{ id: fromBase64url(id), type: 'public-key' }],
    userVerification: 'required',
    timeout: 120_000,
  }
  return (await used(publicKey)).evaluated
}

async function used(publicKey: PublicKeyCredentialRequestOptions): Promise<Used> {
  publicKey.extensions = { ...publicKey.extensions, prf }
  const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential
  const output = credential.getClientExtensionResults().prf?.results?.first
  const evaluated = output ? { credential: credential.id, output: new Uint8Array(output as ArrayBuffer).slice() } : null
  return { credential: asJSON(credential), evaluated }
}

interface DescriptorJSON {
  id: string
  type: 'public-key'
  transports?: AuthenticatorTransport[]
}
interface CreationJSON extends Omit<PublicKeyCredentialCreationOptions, 'challenge' | 'user' | 'excludeCredentials'> {
  challenge: string
  user: { id: string; name: string; displayName: string }
  excludeCredentials?: DescriptorJSON[]
}
interface RequestJSON extends Omit<PublicKeyCredentialRequestOptions, 'challenge' | 'allowCredentials'> {
  challenge: string
  allowCredentials?: DescriptorJSON[]
}

function creationOptions(json: CreationJSON): PublicKeyCredentialCreationOptions {
  return {
    ...json,
    challenge: fromBase64url(json.challenge),
    user: { ...json.user, id: fromBase64url(json.user.id) },
    excludeCredentials: (json.excludeCredentials ?? []).map(descriptor),
  }
}

function requestOptions(json: RequestJSON): PublicKeyCredentialRequestOptions {
  return { ...json, challenge: fromBase64url(json.challenge), allowCredentials: (json.allowCredentials ?? []).map(descriptor) }
}

function descriptor(json: DescriptorJSON): PublicKeyCredentialDescriptor {
  return { ...json, id: fromBase64url(json.id) }
}

/** The results of extensions stay here: among them is the secret. */
function asJSON(credential: PublicKeyCredential): unknown {
  if (typeof credential.toJSON === 'function') return { ...credential.toJSON(), clientExtensionResults: {} }
  const response = credential.response as AuthenticatorAttestationResponse & AuthenticatorAssertionResponse
  const buffers = {
    clientDataJSON: response.clientDataJSON,
    attestationObject: response.attestationObject,
    authenticatorData: response.authenticatorData,
    signature: response.signature,
    userHandle: response.userHandle,
  }
  const present = Object.entries(buffers).filter((pair): pair is [string, ArrayBuffer] => pair[1] instanceof ArrayBuffer)
  return {
    id: credential.id,
    rawId: base64url(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: {},
    response: Object.fromEntries(present.map(([name, value]) => [name, base64url(value)])),
  }
}
