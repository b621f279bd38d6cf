import { Problem } from '../base/errors'
import { isLanguage, useLanguage, type Language } from '../base/i18n.svelte'
import type { Me, OpenedSession, UnlockedSession } from '../base/wire'
import { utf8 } from '../base/encoding'
import { readClear, writeClear } from '../store/database'
import { leaseHolds } from '../store/lease'
import { preferences } from '../store/preferences.svelte'
import { keepOverReload, ring } from '../store/ring'
import { vault } from '../store/vault'
import { knownDevice, type Device } from './device'
import { leave } from './leaving'
import { agreedSigner, agreeKey, deviceSigner, digest, type Agreement } from './proof'
import { get, listeners, post, setServerTime, useCredentials } from './transport'

/** What a locked device knows of its session: enough to unlock or end it, and nothing of anybody. */
interface Kept {
  /** The token's hash, base64url. */
  handle: string
  session: string
  expiresAt: string
  lockAfter: number
  demo: boolean
  locked: boolean
  /** It was opened without network since the server last saw its officer. */
  apart?: boolean
}

/** Sealed. */
interface Own {
  token: string
  me: Me | null
}

/** A session in another post; nobody was verified for it. */
export type PostChanged = Omit<OpenedSession, 'store'>

export type Status = 'starting' | 'out' | 'open' | 'locked'

const record = 'session'
/** Locking or signing out in one tab does so in all. */
const otherTabs = new BroadcastChannel('focus-session')

/** Who is signed in on this device, and whether the app may show anything. */
class Session {
  status = $state<Status>('starting')
  me = $state<Me | null>(null)
  /** Shown on the lock screen, where `me` is dropped. */
  lockedName = $state('')
  demo = $state(false)
  /** Opened without network: the server does not know, and still takes the session for locked. */
  apart = $state(false)
  /** The server asks that the officer shows himself; nothing on the screen goes meanwhile. */
  asked = $state(false)
  /** This device was taken out of use: said at the door. */
  revoked = $state(false)
  lockAfter = $state(300)
  /** Proves who did something; empty while nothing may be shown. */
  token = ''
  /** When the session ends, whatever happens, in ms; what is done later the server refuses. */
  endsAt = 0
  private readonly emptied = new Set<() => void>()
  /** Going over to another post: the session before is over, and that is no signing out. */
  private moving = false

  /** Called at lock and sign-out: whoever holds personal data in memory drops it. */
  onEmpty(forget: () => void): () => void {
    this.emptied.add(forget)
    return () => this.emptied.delete(forget)
  }

  async start(): Promise<void> {
    listeners.signedOut = (revoked) => {
      if (this.moving) return
      this.revoked = revoked
      void this.end()
    }
    listeners.locked = () => {
      if (this.apart) this.asked = true
      else void this.hide()
    }
    otherTabs.onmessage = ({ data }: MessageEvent<'locked' | 'out' | 'moving' | 'moved'>) => {
      if (data === 'moving') return void (this.moving = true)
      if (data === 'moved') return location.reload()
      if (this.status === 'open' || data === 'out') void (data === 'out' ? this.end(false) : this.hide(undefined, false))
    }
    keepOverReload()
    const kept = await readClear<Kept>('session').catch(() => null)
    const device = await knownDevice().catch(() => null)
    if (!kept || !device || !(await leaseHolds())) {
      if (kept) await vault.destroy()
      this.status = 'out'
      return
    }
    this.demo = kept.demo
    this.lockAfter = kept.lockAfter
    const idle = Date.now() - preferences.lastActive
    const over = new Date(kept.expiresAt) <= new Date()
    if (kept.locked || over || idle > kept.lockAfter * 1000 || !(await ring.recall())) {
      await this.hide(kept)
      // Over, or its device taken out of use: the server says so, and the door opens instead.
      void this.whileLocked().then(() => post('/api/identity/unlock/begin')).catch(() => undefined)
      return
    }
    await this.resume(kept)
    void this.refresh().catch(() => undefined)
  }

  /** With the keys at hand: what is here may be shown. */
  private async resume(kept: Kept): Promise<void> {
    const [own, device] = [await vault.read<Own>(record), await knownDevice()]
    if (!own || !device) return this.end()
    this.token = own.token
    this.me = own.me
    this.apart = kept.apart ?? false
    this.endsAt = Date.parse(kept.expiresAt)
    this.use(`DPoP ${own.token}`, kept.handle, device)
    this.status = 'open'
  }

  /** After sign-in: agree the proof key, keep the token encrypted, learn who this is. */
  async opened(answer: PostChanged, challenge: string, mine: Agreement, demo: boolean): Promise<void> {
    setServerTime(answer.server_time)
    this.token = answer.token
    this.demo = demo
    this.lockAfter = answer.lock_after_s
    this.revoked = false
    this.endsAt = Date.parse(answer.expires_at)
    preferences.forgetWaiting()
    const handle = await digest(utf8(this.token))
    await this.agree(answer.proof.agree, challenge, mine)
    preferences.lastActive = Date.now()
    await vault.write(record, { token: this.token, me: null } satisfies Own)
    await writeClear<Kept>('session', {
      handle, session: answer.session, expiresAt: answer.expires_at, lockAfter: this.lockAfter, demo, locked: false,
    })
    await this.refresh()
    this.status = 'open'
    void navigator.storage?.persist?.()
  }

  /**
   * Over to another post: nothing of the one before stays on the screen or on this device, but for what waits to be
   * sent, which goes under the post that made it. Rejects, and nothing changed, when `ask` does.
   */
  async move(ask: () => Promise<{ answer: PostChanged; challenge: string; mine: Agreement }>): Promise<void> {
    await atMost(2_000, leave())
    this.moving = true
    otherTabs.postMessage('moving')
    try {
      const { answer, challenge, mine } = await ask()
      this.status = 'starting'
      this.me = null
      for (const forget of this.emptied) forget()
      await vault.forget()
      await this.opened(answer, challenge, mine, this.demo).catch(() => location.reload())
    } finally {
      this.moving = false
      otherTabs.postMessage('moved')
    }
  }

  /** The keys are at hand again: `answer` by the server, or null without network. */
  async unlocked(answer: UnlockedSession | null): Promise<void> {
    if (answer) setServerTime(answer.server_time)
    preferences.lastActive = Date.now()
    const kept = await readClear<Kept>('session')
    if (!kept) return this.end()
    const next = { ...kept, locked: false, lockAfter: answer?.lock_after_s ?? kept.lockAfter, apart: answer === null }
    await writeClear('session', next)
    this.asked = false
    await this.resume(next)
    if (answer) void this.refresh().catch(() => undefined)
  }

  /** A key that signs faster than the device's own, once the server answered. */
  async agree(theirs: string, challenge: string, mine: Agreement): Promise<void> {
    const handle = await digest(utf8(this.token))
    const device = await knownDevice()
    if (!device) throw new Problem({ code: 'identity.device_unknown' }, 403)
    const { kid, key } = await agreeKey({ mine, theirs, challenge, device: device.thumbprint, ath: handle })
    this.use(`DPoP ${this.token}`, handle, device, agreedSigner(kid, key))
  }

  async refresh(): Promise<void> {
    const { token } = this
    const me = await get<Me>('/api/identity/me', {}, { background: true })
    if (this.token !== token) return // locked meanwhile
    this.me = me
    this.lockAfter = me.session.lock_after_s
    await vault.write(record, { token: this.token, me } satisfies Own)
    const unsent = preferences.languageUnsent
    if (unsent) void this.tellLanguage(unsent).catch(() => undefined)
    else if (isLanguage(me.language)) {
      preferences.keepLanguage(me.language)
      if (document.documentElement.lang !== me.language) await useLanguage(me.language)
    }
  }

  /** The screen changes at once; the server keeps it for his other devices, also when he leaves meanwhile. */
  async speak(next: Language): Promise<void> {
    preferences.keepLanguage(next)
    preferences.languageUnsent = next
    await useLanguage(next)
    await this.tellLanguage(next)
  }

  private async tellLanguage(language: Language): Promise<void> {
    await post('/api/identity/change-language', { language }, { keepalive: true })
    if (preferences.languageUnsent === language) preferences.languageUnsent = null
    if (this.me) this.me = { ...this.me, language }
  }

  /** Hide first, tell the server after: the screen never waits for the network. */
  async lock(): Promise<void> {
    if (this.status !== 'open') return
    // The server hears what was decided before it hears of the lock, which is told in any case.
    await atMost(100, leave())
    await atMost(150, post('/api/identity/lock', {}).catch(() => undefined))
    await this.hide()
  }

  /** For the lock screen's own calls (unlock, sign-out): all that a locked device can show. */
  async whileLocked(): Promise<void> {
    const kept = await readClear<Kept>('session')
    const device = await knownDevice()
    if (!kept || !device) throw new Problem({ code: 'identity.signed_out' }, 401)
    this.use(`DPoP-Locked ${kept.handle}`, kept.handle, device)
  }

  async signOut(): Promise<void> {
    if (this.status === 'locked') await this.whileLocked().catch(() => undefined)
    else await atMost(2_000, leave())
    await post('/api/identity/sign-out', {}, { anonymous: false }).catch(() => undefined)
    await this.end()
  }

  private async hide(given?: Kept, tell = true): Promise<void> {
    this.lockedName = this.me?.person.name ?? this.lockedName
    this.status = 'locked'
    this.apart = this.asked = false
    this.empty()
    if (tell) otherTabs.postMessage('locked')
    const kept = given ?? (await readClear<Kept>('session').catch(() => null))
    this.demo = kept?.demo ?? this.demo
    if (kept && !kept.locked) await writeClear('session', { ...kept, locked: true })
  }

  /** Everything of this officer goes from this device, but for what is sealed to the organisation. */
  async end(tell = true): Promise<void> {
    this.status = 'starting'
    this.lockedName = ''
    preferences.languageUnsent = null
    this.empty()
    if (tell) otherTabs.postMessage('out')
    await atMost(2_000, vault.destroy().catch(() => undefined))
    this.status = 'out'
  }

  private empty(): void {
    this.token = ''
    this.me = null
    ring.drop()
    useCredentials(null)
    for (const forget of this.emptied) forget()
  }

  private use(authorization: string, ath: string, device: Device, signer = deviceSigner(device)): void {
    useCredentials({ authorization, ath, signer, fallback: deviceSigner(device) })
  }
}

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  await Promise.race([work, new Promise((done) => setTimeout(done, ms))])
}

export const session = new Session()

export function may(permission: string): boolean {
  return session.me?.permissions.includes(permission) ?? false
}
