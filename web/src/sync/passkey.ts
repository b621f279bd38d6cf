import { base64url, fromBase64url } from '../base/encoding'

/** Options and credentials travel as JSON (WebAuthn level 3); older browsers get them by hand. */
export async function createPasskey(options: unknown): Promise<unknown> {
  const publicKey = creationOptions(options as CreationJSON)
  const credential = await navigator.credentials.create({ publicKey })
  return asJSON(credential as PublicKeyCredential)
}

export async function usePasskey(options: unknown): Promise<unknown> {
  const publicKey = requestOptions(options as RequestJSON)
  const credential = await navigator.credentials.get({ publicKey })
  return asJSON(credential as PublicKeyCredential)
}

export function passkeysWork(): boolean {
  return typeof PublicKeyCredential !== 'undefined' && 'credentials' in navigator
}

/** The officer closed the system's sheet, or it waited too long: no failure, he may try again. */
export function wasDismissed(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError')
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

function asJSON(credential: PublicKeyCredential): unknown {
  if (typeof credential.toJSON === 'function') return credential.toJSON()
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
    clientExtensionResults: credential.getClientExtensionResults(),
    response: Object.fromEntries(present.map(([name, value]) => [name, base64url(value)])),
  }
}
