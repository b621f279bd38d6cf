import { isLanguage, type Language } from '../base/i18n.svelte'

export type Theme = 'auto' | 'light' | 'dark'

/** Choices of this device that say nothing about anybody: they may stand in clear. */
class Preferences {
  theme = $state<Theme>(readTheme())
  private counts = $state.raw<Record<string, number>>(readCounts())

  setTheme(theme: Theme): void {
    this.theme = theme
    keep('focus.theme', theme)
    if (theme === 'auto') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  }

  /** The chosen language, else the browser's, else Dutch. */
  language(): Language {
    const kept = read('focus.language')
    if (isLanguage(kept)) return kept
    const spoken = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage)
    return spoken ?? 'nl'
  }

  keepLanguage(language: Language): void {
    keep('focus.language', language)
  }

  /** Chosen here and not yet known to the server: until then it wins from what the server remembers. */
  get languageUnsent(): Language | null {
    const kept = read('focus.language.unsent')
    return isLanguage(kept) ? kept : null
  }

  set languageUnsent(language: Language | null) {
    keep('focus.language.unsent', language ?? '')
  }

  /** The code of the organisation through which somebody signed in here; it says nothing about a person. */
  get organisation(): string {
    return read('focus.organisation') ?? ''
  }

  set organisation(code: string) {
    keep('focus.organisation', code)
  }

  /** When the app was last touched, in ms: an app reopened after the lock delay opens locked. */
  get lastActive(): number {
    return Number(read('focus.active') ?? 0)
  }

  set lastActive(at: number) {
    keep('focus.active', String(at))
  }

  /** Seconds by which the server's clock is ahead of this device's, as it last told. */
  get clockOffset(): number {
    return Number(read('focus.clock') ?? 0) || 0
  }

  set clockOffset(seconds: number) {
    keep('focus.clock', String(seconds))
  }

  /** How many of a kind wait on this device for the server: a number that says nothing about anybody. */
  waiting(kind: string): number {
    return this.counts[kind] ?? 0
  }

  /** Of all kinds together. While nobody is signed in, so many were erased. */
  get allWaiting(): number {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0)
  }

  keepWaiting(kind: string, count: number): void {
    if (this.waiting(kind) === count) return
    this.counts = { ...this.counts, [kind]: count }
    keep('focus.waiting', JSON.stringify(this.counts))
  }

  /** Somebody signed in: what was erased before has been said. */
  forgetWaiting(): void {
    this.counts = {}
    keep('focus.waiting', '{}')
  }

  get installDismissed(): boolean {
    return read('focus.install') === 'later'
  }

  dismissInstall(): void {
    keep('focus.install', 'later')
  }
}

function readTheme(): Theme {
  const kept = read('focus.theme')
  return kept === 'light' || kept === 'dark' ? kept : 'auto'
}

function readCounts(): Record<string, number> {
  try {
    return JSON.parse(read('focus.waiting') ?? '{}') as Record<string, number>
  } catch {
    return {}
  }
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null // storage forbidden: the app works, it only forgets
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value)
  } catch {
    // as above
  }
}

export const preferences = new Preferences()
