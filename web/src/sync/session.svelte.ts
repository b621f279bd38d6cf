import { Problem } from '../base/errors'
import { isLanguage, useLanguage, type Language } from '../base/i18n.svelte'
import type { Me, OpenedSession, UnlockedSession } from '../base/wire'
import { preferences } from '../store/preferences.svelte'
import { vault } from '../store/vault'
import { knownDevice } from './device'
import { leave } from './leaving'
import { agreedSigner, agreeKey, deviceSigner, type Agreement } from './proof'
import { get, listeners, post, setServerTime, useCredentials } from './transport'

interface Kept {
  token: string
  session: string
  expiresAt: string
  lockAfter: number
  demo: boolean
  locked: boolean
  me: Me | null
}

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
  /** This device was taken out of use: said at the door. */
  revoked = $state(false)
  lockAfter = $state(300)
  /** Proves who did something; empty while nothing may be shown. */
  token = ''
  private readonly emptied = new Set<() => void>()

  /** Called at lock and sign-out: whoever holds personal data in memory drops it. */
  onEmpty(forget: () => void): () => void {
    this.emptied.add(forget)
    return () => this.emptied.delete(forget)
  }

  async start(): Promise<void> {
    listeners.signedOut = (revoked) => {
      this.revoked = revoked
      void this.end()
    }
    listeners.locked = () => void this.hide()
    otherTabs.onmessage = ({ data }: MessageEvent<'locked' | 'out'>) => {
      if (this.status === 'open' || data === 'out') void (data === 'out' ? this.end(false) : this.hide(undefined, false))
    }
    const kept = await vault.read<Kept>(record).catch(() => null)
    const device = await knownDevice().catch(() => null)
    if (!kept || !device || new Date(kept.expiresAt) <= new Date()) {
      if (kept) await vault.destroy()
      this.status = 'out'
      return
    }
    this.demo = kept.demo
    this.lockAfter = kept.lockAfter
    const idle = Date.now() - preferences.lastActive
    if (kept.locked || idle > kept.lockAfter * 1000) return this.hide(kept)
    this.token = kept.token
    this.me = kept.me
    const signer = deviceSigner(device)
    useCredentials({ token: kept.token, signer, fallback: signer })
    this.status = 'open'
    void this.refresh().catch(() => undefined)
  }

  /** After sign-in: agree the proof key, keep the token encrypted, learn who this is. */
  async opened(answer: OpenedSession, challenge: string, mine: Agreement, demo: boolean): Promise<void> {
    setServerTime(answer.server_time)
    this.token = answer.token
    this.demo = demo
    this.lockAfter = answer.lock_after_s
    this.revoked = false
    preferences.forgetWaiting()
    await this.agree(answer.proof.agree, challenge, mine)
    preferences.lastActive = Date.now()
    await this.keep(answer.session, answer.expires_at)
    await this.refresh()
    this.status = 'open'
    void navigator.storage?.persist?.()
  }

  /** After unlock: a new proof key, the same token. */
  async unlocked(answer: UnlockedSession, challenge: string, mine: Agreement): Promise<void> {
    setServerTime(answer.server_time)
    await this.agree(answer.proof.agree, challenge, mine)
    preferences.lastActive = Date.now()
    const kept = await vault.read<Kept>(record)
    if (kept) {
      await vault.write(record, { ...kept, locked: false, lockAfter: answer.lock_after_s })
      this.me = kept.me
    }
    this.status = 'open'
    void this.refresh().catch(() => undefined)
  }

  async refresh(): Promise<void> {
    const me = await get<Me>('/api/identity/me', {}, { background: true })
    this.me = me
    this.lockAfter = me.session.lock_after_s
    const kept = await vault.read<Kept>(record)
    if (kept) await vault.write(record, { ...kept, me })
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

  /** With the token for the lock screen's own calls (unlock, sign-out); the device key signs them. */
  async whileLocked(): Promise<void> {
    const kept = await vault.read<Kept>(record)
    const device = await knownDevice()
    if (!kept || !device) throw new Problem({ code: 'identity.signed_out' }, 401)
    this.token = kept.token
    const signer = deviceSigner(device)
    useCredentials({ token: kept.token, signer, fallback: signer })
  }

  async signOut(): Promise<void> {
    if (this.status === 'locked') await this.whileLocked().catch(() => undefined)
    else await atMost(2_000, leave())
    await post('/api/identity/sign-out', {}, { anonymous: false }).catch(() => undefined)
    await this.end()
  }

  private async hide(kept?: Kept, tell = true): Promise<void> {
    const known = kept ?? (await vault.read<Kept>(record).catch(() => null))
    this.lockedName = known?.me?.person.name ?? this.me?.person.name ?? ''
    this.demo = known?.demo ?? this.demo
    this.status = 'locked'
    this.empty()
    if (tell) otherTabs.postMessage('locked')
    if (known && !known.locked) await vault.write(record, { ...known, locked: true })
  }

  private async end(tell = true): Promise<void> {
    this.status = 'out'
    preferences.languageUnsent = null
    this.empty()
    if (tell) otherTabs.postMessage('out')
    await vault.destroy().catch(() => undefined)
  }

  private empty(): void {
    this.token = ''
    this.me = null
    useCredentials(null)
    for (const forget of this.emptied) forget()
  }

  private async agree(theirs: string, challenge: string, mine: Agreement): Promise<void> {
    const device = await knownDevice()
    if (!device) throw new Problem({ code: 'identity.device_unknown' }, 403)
    const { kid, key } = await agreeKey({ mine, theirs, challenge, device: device.thumbprint, token: this.token })
    useCredentials({ token: this.token, signer: agreedSigner(kid, key), fallback: deviceSigner(device) })
  }

  private async keep(session: string, expiresAt: string): Promise<void> {
    const kept: Kept = {
      token: this.token, session, expiresAt, lockAfter: this.lockAfter, demo: this.demo, locked: false, me: null,
    }
    await vault.write(record, kept)
  }
}

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  await Promise.race([work, new Promise((done) => setTimeout(done, ms))])
}

export const session = new Session()

export function may(permission: string): boolean {
  return session.me?.permissions.includes(permission) ?? false
}
