export interface Match {
  name: string
  params: Record<string, string>
}

/**
 * The first pattern that fits: `/search/:lookup` gives `{ lookup }`. A trailing slash is ignored.
 * Paths carry ids only; a name, plate or number never stands in an address.
 */
export function match(path: string, patterns: Record<string, string>): Match | null {
  const parts = split(path)
  for (const [name, pattern] of Object.entries(patterns)) {
    const wanted = split(pattern)
    if (wanted.length !== parts.length) continue
    const params: Record<string, string> = {}
    const fits = wanted.every((part, i) => {
      const given = parts[i] ?? ''
      if (!part.startsWith(':')) return part === given
      params[part.slice(1)] = decodeURIComponent(given)
      return true
    })
    if (fits) return { name, params }
  }
  return null
}

function split(path: string): string[] {
  return path.split('/').filter(Boolean)
}

interface Entry {
  depth?: number
  /** So many layers lay over the view. */
  layer?: number
}

const entry = (): Entry => (history.state as Entry | null) ?? {}

class Router {
  path = $state(typeof location === 'undefined' ? '/' : location.pathname)
  /** Steps made inside the app: without any, "back" goes to the parent, never out of the app. */
  private depth = 0
  /** What lies over the view, the top one last; each has an entry of the history. */
  private layers: { close: () => void }[] = []
  /** Entries of layers that were closed otherwise than by Back, and are still to be left. */
  private stale = 0
  /** While the browser goes back over stale entries a step would be lost: it is made afterwards. */
  private afterwards: (() => void)[] = []
  private leaving = false

  start(): () => void {
    const popped = (event: PopStateEvent): void => this.popped((event.state as Entry | null) ?? {})
    const clicked = (event: MouseEvent): void => this.follow(event)
    addEventListener('popstate', popped)
    document.addEventListener('click', clicked)
    return () => {
      removeEventListener('popstate', popped)
      document.removeEventListener('click', clicked)
    }
  }

  go(path: string, options: { replace?: boolean } = {}): void {
    if (this.leaving) this.afterwards.push(() => this.go(path, options))
    else if (path !== this.path) {
      // The entry of a layer was never a page: the page that follows takes its place.
      if (options.replace || entry().layer) this.put(path)
      else history.pushState({ depth: (this.depth += 1) }, '', path)
      this.path = path
    }
  }

  back(parent: string): void {
    if (this.depth > 0) history.back()
    else this.go(parent, { replace: true })
  }

  /** Something lies over the view from now on, and Back closes it; called: it was closed in another way. */
  layer(close: () => void): () => void {
    const one = { close }
    this.layers.push(one)
    if (this.leaving) this.afterwards.push(() => this.cover())
    else this.cover()
    return () => this.leave(one)
  }

  /** Whether there was a layer to close. */
  closeTop(): boolean {
    const top = this.layers.at(-1)
    top?.close()
    return top !== undefined
  }

  private put(path: string): void {
    this.stale = Math.max(0, this.stale - 1)
    history.replaceState({ depth: this.depth }, '', path)
  }

  private cover(): void {
    if (this.stale) this.stale -= 1
    else history.pushState({ depth: (this.depth += 1), layer: this.layers.length }, '')
  }

  private leave(one: { close: () => void }): void {
    if (!this.layers.includes(one)) return // by Back
    this.layers = this.layers.filter((other) => other !== one)
    if (!entry().layer) return // a page has taken its place
    this.stale += 1
    setTimeout(() => this.leaveStale())
  }

  private leaveStale(): void {
    if (!this.stale || this.leaving) return
    this.leaving = true
    history.go(-this.stale)
    this.stale = 0
  }

  private popped({ depth = 0, layer = 0 }: Entry): void {
    this.depth = depth
    if (this.leaving) {
      this.leaving = false
      return this.afterwards.splice(0).forEach((step) => step())
    }
    const closed = this.layers.splice(layer)
    this.path = location.pathname
    for (const one of closed.reverse()) one.close()
  }

  private follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
    const link = (event.target as Element | null)?.closest?.('a[href]')
    const href = link?.getAttribute('href') ?? ''
    if (!href.startsWith('/') || link?.hasAttribute('download')) return
    event.preventDefault()
    this.go(href)
  }
}

export const router = new Router()
