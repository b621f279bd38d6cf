import { alsoIcons } from '../base/icons'
import { match } from '../base/router.svelte'
import { keeping } from '../store/databases'
import { may, session } from '../sync/session.svelte'
import type { AppModule, AppRoute, Badge, Card, MenuRow, Needs, Shortcut, Tab } from './module'
import { announced, places } from './places'
import type { Slot } from './slots'

export interface Found {
  route: AppRoute
  params: Record<string, string>
  /** The name of the tab under which it stands. */
  tab: string
}

/** The modules of this app, in one fixed order; what they declare is put together here. */
export class Modules {
  private list: AppModule[] = []
  private patterns: Record<string, string> = {}
  private readonly may: (permission: string) => boolean
  private readonly on: (module: string) => boolean

  /** `on`: whether the zone has switched on a module of the digital menu. */
  constructor(permitted: (permission: string) => boolean, on: (module: string) => boolean) {
    this.may = permitted
    this.on = on
  }

  /** Refuses two of one name or path: which of them would be shown, nobody could say. */
  take(found: readonly AppModule[]): void {
    this.list = [...found].sort((a, b) => a.name.localeCompare(b.name))
    twice('module', this.list.map((module) => module.name))
    const patterns = this.routes.map((route) => route.pattern)
    twice('path', patterns)
    twice('tab', this.list.flatMap((module) => module.tab?.name ?? []))
    // `/stops/figures` before `/stops/:stop`, whichever module brings it
    patterns.sort((a, b) => a.split(':').length - b.split(':').length)
    this.patterns = Object.fromEntries(patterns.map((pattern) => [pattern, pattern]))
    for (const module of this.list) {
      alsoIcons(module.icons ?? {})
      if (module.keeps) keeping(module.name, module.keeps)
    }
  }

  /** Those that stand in the digital menu and are off here have no screen, tab, row or card. */
  private get shown(): AppModule[] {
    return this.list.filter((module) => !module.menu?.tile || this.on(module.name))
  }

  get routes(): AppRoute[] {
    return this.list.flatMap((module) => module.routes)
  }

  has(name: string): boolean {
    return this.list.some((module) => module.name === name)
  }

  /** Null: no module knows the path. */
  at(path: string): Found | null {
    const fits = match(path, this.patterns)
    const module = fits && this.shown.find((one) => one.routes.some((route) => route.pattern === fits.name))
    const route = module?.routes.find((one) => one.pattern === fits?.name)
    if (!fits || !module || !route) return null
    return { route, params: fits.params, tab: route.under ?? module.tab?.name ?? '' }
  }

  /** A place that no module fills. */
  emptyAt(path: string): Tab | null {
    return places.find((place) => place.path === path && !this.at(path)) ?? null
  }

  allowed(route: AppRoute): boolean {
    return this.mayAny(route.needs)
  }

  private mayAny(needs: Needs = []): boolean {
    const several = typeof needs === 'string' ? [needs] : needs
    return !several.length || several.some((one) => this.may(one))
  }

  /** Every place, as its module declares it or as the product does, and the tabs beside them. */
  tabs(): Tab[] {
    const own = this.shown.flatMap((module) => module.tab ?? [])
    const empty = places.filter((place) => own.every((tab) => tab.name !== place.name))
    return [...own, ...empty].sort((a, b) => a.order - b.order)
  }

  /** What no module brings yet, by name and icon. */
  off(): { name: string; icon: string }[] {
    const filled = new Set(this.shown.flatMap((module) => [module.name, module.tab?.name]))
    return [...places, ...announced].filter(({ name }) => !filled.has(name))
  }

  rows(): MenuRow[] {
    const rows = this.shown.flatMap((module) => module.menu?.rows ?? [])
    return inOrder(rows.filter((row) => this.mayAny(row.needs)))
  }

  tile(name: string): string | undefined {
    return this.list.find((module) => module.name === name)?.menu?.tile
  }

  cards(screen: 'today' | 'menu' | 'mine', when: Card['when'][]): Card[] {
    const cards = this.shown.flatMap((module) => (screen === 'menu' ? module.menu?.cards : module[screen]) ?? [])
    return inOrder(cards.filter((card) => when.includes(card.when)))
  }

  /** What the modules that are on add to a slot; the slot itself says of what type it is. */
  added<T>(slot: Slot<T>): T[] {
    const adds = this.shown.flatMap((module) => module.adds ?? []).filter((one) => one.slot === slot.name)
    return inOrder(adds).flatMap((one) => (one.what === undefined ? [] : [one.what as T]))
  }

  /** Loads what any module adds to these slots; what cannot be loaded is missing there and nowhere else. */
  async ready(...slots: Slot<never>[]): Promise<void> {
    const names = slots.map((slot) => slot.name)
    await Promise.all(this.list.flatMap((module) => (module.adds ?? []).filter((one) => one.load && names.includes(one.slot))
      .map((one) => alone(module.name, async () => { one.what ??= await one.load?.() }))))
  }

  shortcuts(): Shortcut[] {
    return this.shown.flatMap((module) => module.keyboard ?? [])
  }

  /** All that is counted under one tab, as one number. */
  badge(tab: string): Badge | null {
    const badges = this.shown.flatMap((module) =>
      ((module.tab?.name ?? module.routes[0]?.under) === tab ? module.badge?.() ?? [] : []))
    if (!badges.length) return null
    return {
      count: badges.reduce((sum, badge) => sum + badge.count, 0),
      label: badges.map((badge) => badge.label).join(', '),
      urgent: badges.some((badge) => badge.urgent),
    }
  }

  remembers(): boolean {
    return this.shown.some((module) => module.remembers?.())
  }

  start(): void {
    for (const module of this.shown) void alone(module.name, () => module.start?.())
  }

  online(back: boolean): void {
    for (const module of this.shown) void alone(module.name, () => module.online?.(back))
  }
}

function inOrder<T extends { order: number }>(rows: T[]): T[] {
  return rows.sort((a, b) => a.order - b.order)
}

function twice(what: string, names: string[]): void {
  const name = names.find((one, at) => names.indexOf(one) !== at)
  if (name !== undefined) throw new Error(`Two modules bring the ${what} ${name}.`)
}

/** A module that fails takes no other with it. */
function alone(name: string, work: () => void | Promise<void>): Promise<void> {
  return Promise.resolve().then(work).catch((error: unknown) => console.error(`Module ${name}:`, error))
}

export const modules = new Modules(may, (name) => session.me?.modules.some((module) => module.name === name) ?? true)
