/** What a module of the app declares in its `module.ts`; the shell knows modules by this alone. */
import type { Component } from 'svelte'
import type { Keep } from '../store/databases'
import type { Added } from './slots'

/** Any component: what it is given is said where it is used. */
export type AnyComponent = Component<any>

/** Loads a component; `() => import('./Screen.svelte')` where it may come later. */
export type Load = () => Promise<{ default: AnyComponent }>

/** A permission, or several of which one suffices. */
export type Needs = string | readonly string[]

export interface AppRoute {
  /** `/search/:lookup`; what stands at `:lookup` is given to the screen under that name. */
  pattern: string
  screen: Load
  /** Key of the title, shown while the screen is on its way. */
  title: string
  /** The permission without which the path leads to the first screen; of several, one suffices. */
  needs?: Needs
  /** The tab that is lit, where it is not the module's own. */
  under?: string
  /** Escape leads there. */
  parent?: string
  /** Few open it, so it is not fetched ahead; it stands in a folder `later/`. */
  seldom?: true
  /** Given to the screen beside what stands in the path. */
  props?: Record<string, string>
}

export interface Tab {
  name: string
  order: number
  path: string
  /** Key of its label. */
  label: string
  icon: string
}

/** A row of the Menu screen. */
export interface MenuRow {
  order: number
  path: string
  icon: string
  title: string
  hint: string
  needs?: Needs
  /** About the officer himself: it stands on his own page too. */
  mine?: boolean
}

/** A part of Today, of Menu or of the officer's own page. */
export type Card = ({ component: AnyComponent } | { load: Load }) & {
  order: number
  /** `phone`: only where there is one pane; `beside`: in the pane beside the list. */
  when: 'always' | 'phone' | 'beside'
  props?: Record<string, unknown>
}

export interface Badge {
  count: number
  /** What is counted, in the officer's language, for whoever does not see the number. */
  label: string
  urgent: boolean
}

/** A key of the whole app, and a button in the bar of a desk. */
export interface Shortcut {
  key: string
  label: string
  icon: string
  press: () => void
}

export interface AppModule {
  /** As on the server, where it is there too. */
  name: string
  routes: AppRoute[]
  tab?: Tab
  menu?: {
    /** Where the module's tile leads; without it the tile is no button. */
    tile?: string
    rows?: MenuRow[]
    cards?: Card[]
  }
  today?: Card[]
  /** On the officer's own page. */
  mine?: Card[]
  /** What it adds to another module, by the slots of that one's `public.ts`: `[onCard.with(10, StopButton)]`. */
  adds?: Added[]
  /** Its own drawings: one path each on a 24 × 24 grid. */
  icons?: Record<string, string>
  /** Shown at the module's tab, or at the tab of its first route. */
  badge?: () => Badge | null
  /** Somebody is signed in: recall and load. */
  start?: () => void | Promise<void>
  /** Each minute with network; `back`: it was not there just before. */
  online?: (back: boolean) => void | Promise<void>
  /** Whether there is something to look at without network. */
  remembers?: () => boolean
  /** A database of its own on this device, emptied at sign-out. */
  keeps?: Keep
  keyboard?: Shortcut[]
}
