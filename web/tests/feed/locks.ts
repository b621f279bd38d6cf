type Work = (lock: unknown) => unknown
type Options = { signal?: AbortSignal; steal?: boolean; ifAvailable?: boolean }
interface Holder {
  stolen: () => void
  over: Promise<void>
}

/** `navigator.locks`, as far as the app uses it: one holder of a name, a queue, `signal` and `steal`. */
export class Locks {
  private readonly held = new Map<string, Holder>()

  async request(name: string, given: Options | Work, then?: Work): Promise<unknown> {
    const options = typeof given === 'function' ? {} : given
    const work = (typeof given === 'function' ? given : then) as Work
    const aborted = abortOf(options.signal)
    if (options.steal) this.held.get(name)?.stolen()
    else for (let holder = this.held.get(name); holder; holder = this.held.get(name)) await Promise.race([holder.over, aborted])
    let stolen: () => void = () => undefined
    const taken = new Promise<never>((_, refuse) => { stolen = () => refuse(new DOMException('stolen', 'AbortError')) })
    let done: () => void = () => undefined
    const holder = { stolen, over: new Promise<void>((resolve) => { done = resolve }) }
    this.held.set(name, holder)
    try {
      return await Promise.race([Promise.resolve(work({ name })), taken])
    } finally {
      if (this.held.get(name) === holder) this.held.delete(name)
      done()
    }
  }
}

function abortOf(signal?: AbortSignal): Promise<never> {
  const aborted = new Promise<never>((_, refuse) => {
    signal?.addEventListener('abort', () => refuse(new DOMException('not waited for', 'AbortError')))
  })
  aborted.catch(() => undefined)
  return aborted
}
