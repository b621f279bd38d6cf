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

class Router {
  path = $state(typeof location === 'undefined' ? '/' : location.pathname)
  /** Steps made inside the app: without any, "back" goes to the parent, never out of the app. */
  private depth = 0

  start(): () => void {
    const popped = (event: PopStateEvent): void => {
      this.depth = (event.state as { depth?: number } | null)?.depth ?? 0
      this.path = location.pathname
    }
    const clicked = (event: MouseEvent): void => this.follow(event)
    addEventListener('popstate', popped)
    document.addEventListener('click', clicked)
    return () => {
      removeEventListener('popstate', popped)
      document.removeEventListener('click', clicked)
    }
  }

  go(path: string, options: { replace?: boolean } = {}): void {
    if (path === this.path) return
    if (options.replace) history.replaceState({ depth: this.depth }, '', path)
    else history.pushState({ depth: (this.depth += 1) }, '', path)
    this.path = path
  }

  back(parent: string): void {
    if (this.depth > 0) history.back()
    else this.go(parent, { replace: true })
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
