/** Letting this device be woken: Web Push, whose messages say that something must be read, and nothing else. */
import { fromBase64url } from '../base/encoding'
import { get, post } from './transport'

/** `impossible`: this browser cannot, or the zone wakes no phones; `refused`: the browser was told never to ask. */
export type Wakeable = 'impossible' | 'refused' | 'off' | 'on'

class Waking {
  state = $state<Wakeable>('off')

  /** At each start of a session: a subscription that stands is said anew, since services let them end in silence. */
  async check(): Promise<void> {
    this.state = await this.now()
    if (this.state === 'on') await this.subscribe()
  }

  /** The officer wants it: the browser asks him, and the server is told where this device listens. */
  async turnOn(): Promise<void> {
    if ((await Notification.requestPermission()) === 'granted') await this.subscribe()
    this.state = await this.now()
  }

  async turnOff(): Promise<void> {
    await (await subscription())?.unsubscribe()
    await post('/api/push/unsubscribe')
    this.state = await this.now()
  }

  private async now(): Promise<Wakeable> {
    if (!('Notification' in globalThis) || !('PushManager' in globalThis) || !navigator.serviceWorker) return 'impossible'
    if (Notification.permission === 'denied') return 'refused'
    return Notification.permission === 'granted' && (await subscription()) ? 'on' : 'off'
  }

  private async subscribe(): Promise<void> {
    const { key } = await get<{ key: string }>('/api/push/push-key', {}, { background: true })
    if (!key) {
      this.state = 'impossible'
      return
    }
    const registration = await navigator.serviceWorker.ready
    const options = { userVisibleOnly: true, applicationServerKey: fromBase64url(key) }
    const made = (await registration.pushManager.getSubscription()) ?? (await registration.pushManager.subscribe(options))
    const { endpoint, keys } = made.toJSON()
    await post('/api/push/subscribe', { endpoint, p256dh: keys?.['p256dh'], auth: keys?.['auth'] }, { background: true })
  }
}

async function subscription(): Promise<PushSubscription | null> {
  return (await (await navigator.serviceWorker.getRegistration())?.pushManager.getSubscription()) ?? null
}

export const waking = new Waking()
