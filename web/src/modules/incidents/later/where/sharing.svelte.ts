/** Says where the own crew is, for as long as its officer is on duty in it and has not paused. */
import { untrack } from 'svelte'
import { wall } from '../../../../base/clock.svelte'
import { vault } from '../../../../store/vault'
import { connection } from '../../../../sync/connection.svelte'
import { records } from '../../../../sync/records/records.svelte'
import { may, session } from '../../../../sync/session.svelte'
import { get, post, serverNow } from '../../../../sync/transport'
import { incidents } from '../../behind/screens'
import type { Placed, Sharing as Wanted } from '../../wire'
import { path } from '../wire'
import { isDue, isOver, reportOf, shiftOf, type Fix, type Sent } from './reports'

/** `off`: not on duty in a crew, or the zone does not want it; `ask`: the device has not been allowed yet. */
export type Stage = 'off' | 'ask' | 'on' | 'paused' | 'refused'

const pausedIn = 'incidents.not-shared'
const patienceMs = 10_000
const denied = 1
/** So often is looked whether it is time; what failed is tried again as soon. */
const tickMs = 5_000
/** A place that could not be said when it came is said by the next look, if it is no older; later it is wrong. */
const goodMs = 20_000

class Sharing {
  stage = $state<Stage>('off')
  rounded = $state(false)
  /** When the server last took it. */
  sent = $state.raw<Date | null>(null)
  every = $state(15)
  private shift: string | null = null
  private last: Sent | null = null
  /** Came while another was on its way, or did not arrive: a device that stands still does not say it again. */
  private unsaid: Fix | null = null
  private busy = false
  private watching = false
  private watched: number | null = null
  private timer: ReturnType<typeof setInterval> | undefined

  /** For as long as the page stands. At a lock there is no crew, so it stops. */
  watch(): void {
    if (this.watching) return
    this.watching = true
    $effect.root(() => {
      $effect(() => {
        void wall.minute
        const [shift, online] = [shiftNow(), connection.online]
        untrack(() => void this.follow(shift, online))
      })
    })
  }

  /** The officer says yes: now the device asks him. */
  share(): void {
    this.run()
    void vault.write(pausedIn, '').catch(() => undefined)
  }

  /** For this shift, also after the app was closed. */
  async pause(): Promise<void> {
    this.halt()
    this.stage = 'paused'
    await vault.write(pausedIn, this.shift ?? '').catch(() => undefined)
  }

  /** Whether what was sent last is too old to say that it is shared. */
  isSilent(now: Date): boolean {
    return !this.sent || now.getTime() - this.sent.getTime() > 1000 * (3 * this.every + 20)
  }

  private async follow(shift: string | null, online: boolean): Promise<void> {
    if (shift === this.shift) return
    this.halt()
    this.stage = 'off'
    this.shift = null
    this.sent = null
    if (!shift || !online) return
    this.shift = shift
    try {
      await this.begin(shift)
    } catch {
      if (this.shift === shift) this.shift = null // with the next minute, or when the network is back
    }
  }

  private async begin(shift: string): Promise<void> {
    const [wanted, paused] = await Promise.all([get<Wanted>(path('sharing'), {}, { background: true }), vault.read<string>(pausedIn)])
    if (this.shift !== shift || wanted.positions === 'off') return
    this.rounded = wanted.positions === 'rounded'
    this.every = wanted.every_s
    const allowed = await permission()
    if (this.shift !== shift) return
    if (paused === shift) this.stage = 'paused'
    else if (allowed === 'granted') this.run()
    else this.stage = allowed === 'denied' ? 'refused' : 'ask'
  }

  private run(): void {
    this.halt()
    this.stage = 'on'
    this.watched = navigator.geolocation.watchPosition(this.found, this.failed, { enableHighAccuracy: true, maximumAge: 5_000 })
    this.timer = setInterval(this.look, tickMs)
  }

  private halt(): void {
    if (this.watched !== null) navigator.geolocation.clearWatch(this.watched)
    clearInterval(this.timer)
    this.watched = null
    this.last = null
    this.unsaid = null
  }

  /** A device that stands still tells nothing by itself. */
  private readonly look = (): void => {
    if (!isOver(this.last, Date.now(), this.every)) return
    if (this.unsaid && Date.now() - this.unsaid.timestamp < goodMs) this.found(this.unsaid)
    navigator.geolocation.getCurrentPosition(this.found, this.failed, { enableHighAccuracy: true, maximumAge: 2_000, timeout: patienceMs })
  }

  private readonly found = (fix: Fix): void => {
    const now = Date.now()
    const point = [fix.coords.longitude, fix.coords.latitude] as const
    if (this.stage !== 'on' || !connection.online || !isDue(this.last, point, now, this.every)) return
    this.unsaid = fix
    if (!this.busy) void this.send(fix, { at: now, point })
  }

  private readonly failed = ({ code }: GeolocationPositionError): void => {
    if (code !== denied || this.stage !== 'on') return
    this.halt()
    this.stage = 'refused'
  }

  /** What does not arrive is not said later: by then it is wrong. */
  private async send(fix: Fix, sent: Sent): Promise<void> {
    const { shift } = this
    this.busy = true
    try {
      const body = reportOf(fix, sent.at, serverNow())
      const { outcome, every_s } = await post<Placed>(path('position'), body, { background: true, signal: AbortSignal.timeout(patienceMs) })
      if (this.shift !== shift || this.stage !== 'on') return
      this.last = sent
      if (this.unsaid === fix) this.unsaid = null
      this.sent = new Date()
      this.heard(outcome, every_s)
    } catch {
      // the next one says where it is by then; when the last one arrived stands on the screen
    } finally {
      this.busy = false
    }
  }

  private heard(outcome: Placed['outcome'], every: number): void {
    if (outcome === 'off') {
      this.halt()
      this.stage = 'off'
    }
    this.every = every
  }
}

/** Null: not on duty in a crew, as far as the server says. */
function shiftNow(): string | null {
  const { crew } = incidents
  const me = session.me?.person.id
  if (!crew || !me || !may('incidents.act')) return null
  return shiftOf(crew.id, records.get<{ since: string }>('duty.shift', me)?.body.since)
}

async function permission(): Promise<PermissionState> {
  if (!('geolocation' in navigator)) return 'denied'
  try {
    return (await navigator.permissions.query({ name: 'geolocation' })).state
  } catch {
    return 'prompt' // a browser that cannot say
  }
}

export const sharing = new Sharing()
