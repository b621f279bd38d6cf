import type { AnyComponent, AppRoute, Load } from '../kit/module'

interface Shown {
  Screen: AnyComponent
  route: AppRoute
  given: Record<string, string>
}

/**
 * The screen of a path. The one before it stays until the next is there, and two paths of one screen
 * share it: only what it is given changes.
 */
export class Screens {
  shown = $state.raw<Shown | null>(null)
  /** The one that could not be fetched. */
  failed = $state.raw<AppRoute | null>(null)
  private readonly loaded = new Map<Load, AnyComponent>()
  private wanted: AppRoute | null = null

  async open(route: AppRoute, params: Record<string, string>): Promise<void> {
    this.wanted = route
    const given = { ...route.props, ...params }
    try {
      const Screen = this.loaded.get(route.screen) ?? (await this.load(route.screen))
      if (this.wanted !== route) return
      this.failed = null
      this.shown = { Screen, route, given }
    } catch {
      if (this.wanted === route) this.failed = route // the network dropped just then
    }
  }

  /** Fetched while nobody waits for them: they are there when they are wanted, also without network. */
  async prepare(routes: AppRoute[]): Promise<void> {
    for (const { screen, seldom } of routes) if (!seldom && !this.loaded.has(screen)) await this.load(screen).catch(() => undefined)
  }

  private async load(screen: Load): Promise<AnyComponent> {
    const { default: Screen } = await screen()
    this.loaded.set(screen, Screen)
    return Screen
  }
}
