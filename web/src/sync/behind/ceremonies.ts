import { base64url, utf8 } from '../../base/encoding'
import { Problem } from '../../base/errors'
import type { DemoPerson, OpenedSession, PostChoice, SteppedUp, UnlockedSession } from '../../base/wire'
import type { ServerProof, Store } from '../../base/wire'
import { type Device, knownDevice, newDevice } from '../device'
import { type Agreement, type Label, newAgreement, statement } from '../proof'
import { session } from '../session.svelte'
import { get, post } from '../transport'
import { createPasskey, usePasskey } from './passkey'
import { beginStore, openStore, type Evaluated } from './wraps'

interface Ceremony {
  ceremony: string
  challenge: string
  options?: unknown
}

export type Answer = OpenedSession | (Ceremony & { choose: PostChoice[] })

/** A sign-in that waits for the officer to say in which function he works now. */
export interface Choosing {
  posts: PostChoice[]
  pick(post: string): Promise<void>
}

export const anonymous = { anonymous: true }
/** After so long without an answer a locked device opens by itself, where it can. */
const answerMs = 6_000
const againMs = 2_000

export async function signed(device: Device, label: Label, begun: Ceremony, agree: string): Promise<string> {
  const text = statement(label, begun.ceremony, begun.challenge, device.thumbprint, agree)
  return base64url(await device.sign(utf8(text)))
}

export async function enrolled(): Promise<Device> {
  const device = await knownDevice()
  if (!device) throw new Problem({ code: 'identity.device_unknown' }, 403)
  return device
}

/** Binds this device and a passkey to the person to whom the code was given. */
export async function enrol(code: string, name: string, kind: 'phone' | 'desk'): Promise<void> {
  const device = await newDevice()
  const begun = await post<Ceremony>('/api/identity/enrol/begin', { code, device_key: device.jwk }, anonymous)
  const credential = await createPasskey(begun.options)
  const signature = await signed(device, 'enrol', begun, '-')
  const body = { ceremony: begun.ceremony, credential, signature, name, kind }
  await post('/api/identity/enrol/finish', body, anonymous)
}

/** Null when the session is open, else the posts to choose from. */
export async function signIn(): Promise<Choosing | null> {
  const device = await enrolled()
  const begun = await post<Ceremony>('/api/identity/sign-in/begin', {}, anonymous)
  const used = await usePasskey(begun.options)
  const mine = await newAgreement()
  const answer = await post<Answer>('/api/identity/sign-in/finish', {
    ceremony: begun.ceremony, credential: used.credential, device: device.thumbprint, agree: mine.agree,
    signature: await signed(device, 'sign-in', begun, mine.agree),
  }, anonymous)
  return finished(device, begun.challenge, mine, answer, used.evaluated)
}

/** An open session, or the posts to choose from first; the same after a passkey and after a provider. */
export async function finished(
  device: Device, challenge: string, mine: Agreement, answer: Answer, evaluated: Evaluated | null,
): Promise<Choosing | null> {
  if (!('choose' in answer)) {
    await begin(answer, challenge, mine, evaluated, false)
    return null
  }
  return { posts: answer.choose, pick: (chosen) => choose(device, answer, mine, chosen, evaluated) }
}

async function choose(device: Device, begun: Ceremony, mine: Agreement, chosen: string, evaluated: Evaluated | null): Promise<void> {
  const answer = await post<OpenedSession>('/api/identity/sign-in/choose', {
    ceremony: begun.ceremony, post: chosen, device: device.thumbprint, agree: mine.agree,
    signature: await signed(device, 'choose', begun, mine.agree),
  }, anonymous)
  await begin(answer, begun.challenge, mine, evaluated, false)
}

async function begin(answer: OpenedSession, challenge: string, mine: Agreement, evaluated: Evaluated | null, demo: boolean): Promise<void> {
  await beginStore(answer.store, evaluated)
  await session.opened(answer, challenge, mine, demo)
}

/** The synthetic people of a demo server; empty where the route does not exist. */
export async function demoPeople(): Promise<DemoPerson[]> {
  while (session.status === 'out') {
    try {
      return await get<DemoPerson[]>('/api/demo/people', {}, anonymous)
    } catch (error) {
      if (error instanceof Problem && error.status === 404) return []
      await new Promise((done) => setTimeout(done, againMs)) // the server is starting, or the network is gone
    }
  }
  return []
}

/** A key serves one person: continuing as another one makes a new one. */
export async function continueAs(person: DemoPerson, kind: 'phone' | 'desk'): Promise<void> {
  const known = await knownDevice()
  try {
    await demoSignIn(known ?? (await newDevice()), person, kind)
  } catch (error) {
    if (!known || !(error instanceof Problem) || error.code !== 'identity.device_unknown') throw error
    await demoSignIn(await newDevice(), person, kind)
  }
}

async function demoSignIn(device: Device, person: DemoPerson, kind: 'phone' | 'desk'): Promise<void> {
  const begun = await post<Ceremony>('/api/demo/begin', {}, anonymous)
  const mine = await newAgreement()
  const answer = await post<OpenedSession>('/api/demo/sign-in', {
    ceremony: begun.ceremony, person: person.person, post: person.post, device_key: device.jwk, agree: mine.agree,
    signature: await signed(device, 'demo', begun, mine.agree), kind,
  }, anonymous)
  await begin(answer, begun.challenge, mine, null, true)
}

/** By the server; throws Unreachable without it, and StoreLost when what is here cannot be opened any more. */
export async function unlock(): Promise<void> {
  await session.whileLocked()
  const device = await enrolled()
  const { answer, evaluated } = session.demo ? { answer: await verifyDemo(device), evaluated: null } : await verify(device)
  await openStore(answer.store, evaluated)
  await session.unlocked(answer)
  void agree(device, answer.agree).catch(() => undefined) // the device's own key signs until then
}

async function verify(device: Device): Promise<{ answer: UnlockedSession; evaluated: Evaluated | null }> {
  const begun = await post<Ceremony>('/api/identity/unlock/begin', {}, { signal: AbortSignal.timeout(answerMs) })
  const { credential, evaluated } = await usePasskey(begun.options)
  const signature = await signed(device, 'unlock', begun, '-')
  const answer = await post<UnlockedSession>('/api/identity/unlock/finish', { ceremony: begun.ceremony, credential, signature })
  return { answer, evaluated }
}

async function agree(device: Device, begun: Ceremony): Promise<void> {
  const mine = await newAgreement()
  const signature = await signed(device, 'agree', begun, mine.agree)
  const proof = await post<ServerProof>('/api/identity/agree', { ceremony: begun.ceremony, agree: mine.agree, signature }, { background: true })
  if (session.status === 'open') await session.agree(proof.agree, begun.challenge, mine)
}

async function verifyDemo(device: Device): Promise<UnlockedSession> {
  const begun = await post<Ceremony>('/api/demo/begin', {}, { ...anonymous, signal: AbortSignal.timeout(answerMs) })
  return post<UnlockedSession>('/api/demo/verify', { ceremony: begun.ceremony, signature: await signed(device, 'demo', begun, '-') })
}

/** Shows again that it is the officer himself; good for five minutes. What came with it opens the store. */
export async function stepUp(): Promise<Store> {
  const device = await enrolled()
  if (session.demo) return (await verifyDemo(device)).store
  const begun = await post<Ceremony>('/api/identity/step-up/begin', {})
  const { credential } = await usePasskey(begun.options)
  const signature = await signed(device, 'step-up', begun, '-')
  return (await post<SteppedUp>('/api/identity/step-up/finish', { ceremony: begun.ceremony, credential, signature })).store
}
