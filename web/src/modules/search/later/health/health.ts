import { codeKey, numberFormat, t, textOf } from '../../../../base/i18n.svelte'
import { seconds, when } from '../../../../base/time'
import type { FileFault, Share, SourceDrift, SourceHealth } from '../../wire'
import { sourceReason } from '../../words'
import 'virtual:focus-texts/later/search/health'

/** How a source stands, in the order in which it asks for attention. */
export const stands = ['bad', 'part', 'old', 'good', 'never'] as const
export type Stand = (typeof stands)[number]
export type Sorting = 'stand' | 'title' | 'median' | 'answered'

const icons: Record<Stand, string> = { bad: 'octagon', part: 'alert', old: 'hourglass', good: 'check', never: 'ring' }

export function standOf(source: SourceHealth): Stand {
  if (source.good === false) return source.reason === 'unread' ? 'part' : 'bad'
  if (source.listed && (source.listed.old || !source.listed.fresh_at || source.listed.load === 'refused' || source.listed.load === 'failed')) return 'old'
  return source.good ? 'good' : 'never'
}

export const standIcon = (source: SourceHealth): string => icons[standOf(source)]
export const standText = (source: SourceHealth): string => t(`health-stand-${standOf(source)}`)
export const isTroubled = (source: SourceHealth): boolean => !['good', 'never'].includes(standOf(source)) || Boolean(source.unread)

/** Why it is not well, in words; empty when it is. */
export function whyText(source: SourceHealth): string {
  if (source.faults?.length) return t('health-faulty')
  if (source.reason) return sourceReason(source.reason)
  return standOf(source) === 'old' && source.listed ? listText(source.listed) : ''
}

/** "plates.toml, lijn 12" */
export function faultPlace({ file, line }: FileFault): string {
  return line ? t('health-fault-line', { file, line }) : file
}

type Listed = NonNullable<SourceHealth['listed']>

function listText(listed: Listed): string {
  if (!listed.fresh_at) return sourceReason('not_loaded')
  return listed.old ? sourceReason('old') : t('health-list-refused')
}

export interface Parts {
  answered: number
  silent: number
  failed: number
  asked: number
}

/** Counts of a while: of the last hour, or of all that was asked for. */
export function partsOf(share: Pick<Share, 'answered' | 'silent' | 'failed'>): Parts {
  const { answered = 0, silent = 0, failed = 0 } = share
  return { answered, silent, failed, asked: answered + silent + failed }
}

export function wholeOf(source: SourceHealth): Parts {
  return partsOf({ answered: source.answered, silent: source.silent, failed: source.asked - source.answered - source.silent })
}

/** 97 %; less than everything is never written as everything. */
export function percent(part: number, whole: number): string {
  if (!whole) return '–'
  const share = part / whole
  const shown = part === whole || part === 0 ? share : Math.min(0.999, Math.max(0.001, share))
  return numberFormat({ style: 'percent', maximumFractionDigits: shown > 0.99 || shown < 0.01 ? 1 : 0 }).format(shown)
}

/** "96 % geantwoord, 3 % stil, 1 % mislukt" */
export function partsText(parts: Parts): string {
  if (!parts.asked) return t('health-not-asked')
  return t('health-shares', { answered: percent(parts.answered, parts.asked), silent: percent(parts.silent, parts.asked), failed: percent(parts.failed, parts.asked), n: parts.asked })
}

export function lasted(ms: number | null | undefined): string {
  if (ms === null || ms === undefined) return '–'
  return ms < 1000 ? `${ms}\u00a0ms` : seconds(ms)
}

/** "kleur: andere soort waarde (tekst)"; never a value. */
export function driftText(drift: Pick<SourceDrift, 'change'> & Partial<Pick<SourceDrift, 'found'>>): string {
  const change = textOf(`search-drift-${codeKey(drift.change)}`) ?? drift.change
  const found = drift.found && drift.change === 'type' ? ` (${textOf(`search-drift-found-${codeKey(drift.found)}`) ?? drift.found})` : ''
  return `${change}${found}`
}

export function failures(source: SourceHealth): [string, number][] {
  return Object.entries(source.failed)
}

/** Those that ask for attention first; within that by name, or as the officer sorts. */
export function sorted(sources: readonly SourceHealth[], by: Sorting, down: boolean): SourceHealth[] {
  const sign = down ? -1 : 1
  const keys: Record<Sorting, (source: SourceHealth) => number | string> = {
    stand: (source) => stands.indexOf(standOf(source)),
    title: (source) => source.title,
    median: (source) => source.median_ms ?? -1,
    answered: (source) => (source.asked ? source.answered / source.asked : 2),
  }
  const key = keys[by]
  return [...sources].sort((a, b) => sign * compared(key(a), key(b)) || a.title.localeCompare(b.title))
}

function compared(a: number | string, b: number | string): number {
  return typeof a === 'string' ? a.localeCompare(String(b)) : a - Number(b)
}

/** When it is tried again, while that is still to come. */
export function nextTry(source: SourceHealth, now: Date): string {
  return source.next_try && new Date(source.next_try) > now ? when(source.next_try, now) : ''
}
