/**
 * The keys of what lies on this device: in memory only, and only while somebody may look.
 *
 * Another tab hands them over, and over a reload the service worker holds them for some seconds; nothing of that
 * is ever written. After that a user verification is needed (sync/behind/wraps.ts).
 */
export interface Keys {
  /** Seals the small records of this officer. */
  vault: CryptoKey
  /** Seals the many rows and copies. */
  store: CryptoKey
}

/** Nobody may look now. */
export class RingLocked extends Error {}

const askMs = 150
const workers = typeof navigator === 'undefined' ? undefined : navigator.serviceWorker
let held: Keys | null = null
const channel = new BroadcastChannel('focus-ring')

channel.onmessage = ({ data }: MessageEvent<{ ask: string } | { to: string; keys: Keys }>) => {
  if ('ask' in data && held) channel.postMessage({ to: data.ask, keys: held })
}

export const ring = {
  /** Throws RingLocked. */
  keys(): Keys {
    if (!held) throw new RingLocked()
    return held
  },

  hold(keys: Keys): void {
    held = keys
  },

  drop(): void {
    held = null
    void worker().then((active) => active?.postMessage('forget'))
  },

  /** True when another tab, or the page before this one, still had them. */
  async recall(): Promise<boolean> {
    const answers = [fromTab(), fromWorker()]
    held ??= (await Promise.race([firstOf(answers), pause(askMs * 2)])) ?? null
    return held !== null
  },
}

/** Over a reload: at once, since the page is gone right after. */
export function keepOverReload(): void {
  let active: ServiceWorker | null = null
  void worker().then((found) => { active = found })
  workers?.addEventListener('controllerchange', () => void worker().then((found) => { active = found }))
  addEventListener('pagehide', () => {
    if (held) active?.postMessage({ hold: held })
  })
}

function fromTab(): Promise<Keys | null> {
  const asking = new BroadcastChannel('focus-ring')
  const id = crypto.randomUUID()
  return new Promise<Keys | null>((done) => {
    asking.onmessage = ({ data }: MessageEvent<{ to?: string; keys?: Keys }>) => {
      if (data.to === id && data.keys) done(data.keys)
    }
    asking.postMessage({ ask: id })
    setTimeout(() => done(null), askMs)
  }).finally(() => asking.close())
}

async function fromWorker(): Promise<Keys | null> {
  const active = await worker()
  if (!active) return null
  const { port1, port2 } = new MessageChannel()
  const answer = new Promise<Keys | null>((done) => { port1.onmessage = ({ data }: MessageEvent<Keys | null>) => done(data) })
  active.postMessage({ recall: port2 }, [port2])
  return answer
}

async function worker(): Promise<ServiceWorker | null> {
  const registration = await workers?.getRegistration().catch(() => undefined)
  return registration?.active ?? null
}

/** The first that is not null; null when all are. */
async function firstOf<T>(answers: Promise<T | null>[]): Promise<T | null> {
  const found = answers.map(async (answer) => (await answer) ?? Promise.reject(new RingLocked()))
  return Promise.any(found).catch(() => null)
}

function pause(ms: number): Promise<null> {
  return new Promise((done) => setTimeout(() => done(null), ms))
}
