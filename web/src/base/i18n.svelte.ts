import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from '@fluent/bundle'

export const languages = ['nl', 'fr', 'de', 'en'] as const
export type Language = (typeof languages)[number]
export type Params = Record<string, unknown>

const loaders: Record<Language, () => Promise<{ default: string[] }>> = {
  nl: () => import('./texts/nl'),
  fr: () => import('./texts/fr'),
  de: () => import('./texts/de'),
  en: () => import('./texts/en'),
}

/** Belgian forms of numbers and dates; German as written in the East Cantons. */
const locales: Record<Language, string> = { nl: 'nl-BE', fr: 'fr-BE', de: 'de-BE', en: 'en-GB' }

const state = $state<{ language: Language; bundle: FluentBundle | null }>({ language: 'nl', bundle: null })
/** Sources of `state.bundle` that were not needed so far: reading them all would delay the first screen. */
let unread: string[] = []
/** Texts that came with a part of the app that was fetched later. */
const more: Record<Language, string>[] = []
const formats = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()

export function language(): Language {
  return state.language
}

export function locale(): string {
  return locales[state.language]
}

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language)
}

export async function useLanguage(next: Language): Promise<void> {
  const sources = (await loaders[next]()).default
  state.bundle = bundleOf(next, [])
  unread = [...sources, ...more.map((texts) => texts[next])]
  state.language = next
  formats.clear()
  if (typeof document !== 'undefined') document.documentElement.lang = next
}

/** Texts of a part of the app that was fetched just now, for this language and any that follows. */
export function alsoTexts(texts: Record<Language, string>): void {
  more.push(texts)
  unread.push(texts[state.language])
}

export function bundleOf(next: Language, sources: string[]): FluentBundle {
  const bundle = new FluentBundle(locales[next], { useIsolating: false })
  for (const source of sources) bundle.addResource(new FluentResource(source), { allowOverrides: true })
  return bundle
}

/** The text of `key`; a key without text shows itself, so that it is noticed and nothing is invented. */
export function t(key: string, params?: Params): string {
  return textOf(key, params) ?? key
}

/** The text of `key`, or null: for codes of the server that may be newer than this app. */
export function textOf(key: string, params?: Params): string | null {
  const bundle = state.bundle
  const message = bundle?.getMessage(key) ?? readFor(key)
  if (!bundle || !message?.value) return null
  return bundle.formatPattern(message.value, variables(params), [])
}

/** Reads the source in which `key` stands; a key stands in one source only. */
function readFor(key: string): ReturnType<FluentBundle['getMessage']> {
  const at = unread.findIndex((source) => source.startsWith(`${key} =`) || source.includes(`\n${key} =`))
  if (at === -1) return undefined
  const [source = ''] = unread.splice(at, 1)
  state.bundle?.addResource(new FluentResource(source), { allowOverrides: true })
  return state.bundle?.getMessage(key)
}

/** `search.purpose_missing` → the message `error-search-purpose-missing`, else the server's own title. */
export function errorText(code: string, title: string, params?: Params): string {
  return textOf(`error-${codeKey(code)}`, params) ?? (title || t('error-unexpected'))
}

/** A function by its code: those that an organisation starts with have a text, its own show as they are. */
export function functionTitle(code: string): string {
  return textOf(`function-${code}`) ?? code.replaceAll('_', ' ')
}

export function codeKey(code: string): string {
  return code.replace(/[._]/g, '-')
}

/** By the clock of Brussels, wherever the device believes to be, unless the options say otherwise. */
export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale(), { timeZone: 'Europe/Brussels', ...options })
  formats.set(key, known)
  return known as Intl.DateTimeFormat
}

export function numberFormat(options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `n${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.NumberFormat(locale(), options)
  formats.set(key, known)
  return known as Intl.NumberFormat
}

function variables(params: Params | undefined): Record<string, FluentVariable> | null {
  if (!params) return null
  const given: Record<string, FluentVariable> = {}
  for (const [name, value] of Object.entries(params)) {
    if (typeof value === 'number') given[name] = new FluentNumber(value, { useGrouping: true })
    else if (typeof value === 'string') given[name] = value
    else if (Array.isArray(value)) given[name] = value.join(', ')
  }
  return given
}
