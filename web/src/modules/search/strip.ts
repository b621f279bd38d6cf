import { t } from '../../base/i18n.svelte'
import type { Counts } from './missing'
import type { Check, Verdict } from './wire'
import { inSentence, pivotText, warningText } from './words'

export interface Shown {
  verdict: Verdict
  checks: readonly Check[]
  /** Answers may still come. */
  awaiting: boolean
  stopped: boolean
  /** The card of the first reason is the holder of the vehicle that was asked about. */
  holder: boolean
  counts: Counts
}

/** What stands under the word, two lines at most, and beside it once the strip has scrolled away. */
export function strip(shown: Shown): { lines: string[]; mini: string } {
  const { level, word } = shown.verdict
  if (level === 'red' || level === 'amber') return warned(shown)
  const { answered, expected } = shown.counts
  const lines = word === 'who' ? [t('verdict-who-line', { n: shown.verdict.subjects ?? 0 })]
    : word === 'not_found' ? [t('verdict-not_found-line'), t('verdict-not_found-hint')]
    : level === 'green' ? green(shown.checks) : notAll(shown)
  return { lines, mini: t('verdict-count', { answered, asked: expected }) }
}

function green(checks: readonly Check[]): string[] {
  const names = [...new Set(checks.map((check) => check.title).filter(Boolean))]
  const also = names.length > 2 ? t('verdict-green-many', { n: names.length }) : names.length ? t('verdict-green-also', { names }) : ''
  return [t('verdict-green-line'), also].filter(Boolean)
}

/** How many answers are missing, and of which kind: the same numbers as below it. */
function notAll({ awaiting, stopped, counts }: Shown): string[] {
  if (awaiting) return [t('verdict-pending-line')]
  const lacks = (['silent', 'closed', 'unrun'] as const).filter((kind) => counts[kind]).map((kind) => t(`lacks-${kind}`, { n: counts[kind] }))
  const line = lacks.length ? t('verdict-lacks', { what: lacks }) : t('verdict-lacks-all')
  return stopped ? [t('verdict-stopped-line'), ...(lacks.length ? [line] : [])] : [line]
}

function warned({ verdict, checks, awaiting, holder }: Shown): { lines: string[]; mini: string } {
  const said = verdict.reasons.map((reason, i) => whose(warningText(reason.code, reason.params), reason.check, checks, holder && i === 0))
  const [first = '', second, ...more] = [...new Set(said)]
  const tail = more.length ? t('verdict-more', { n: more.length + 1 }) : second ? `+ ${second}` : awaiting ? t('verdict-still-asking') : ''
  const many = verdict.subjects ?? 0
  const several = many > 1 ? t('verdict-one-of', { n: warnedCards(verdict, many), all: many }) : ''
  return {
    lines: [several ? `${several}: ${first}` : first, tail].filter(Boolean),
    mini: several || (second ? t('verdict-reasons', { n: more.length + 2 }) : first),
  }
}

function warnedCards({ reasons }: Verdict, subjects: number): number {
  const cards = new Set(reasons.filter((reason) => !reason.check).map((reason) => reason.card))
  return Math.min(Math.max(1, cards.size), subjects)
}

/** "Titularis: gezocht", "Bewoner Verlinden, Jeroen: gezocht": a car has one holder, a house several who live there. */
function whose(reason: string, id: string | undefined, checks: readonly Check[], holder: boolean): string {
  const check = id ? checks.find((one) => one.id === id) : undefined
  if (!check) return holder ? t('verdict-whose', { whose: pivotText('holder'), reason: inSentence(reason) }) : reason
  const alone = check.pivot === 'holder' && checks.filter((one) => one.pivot === 'holder').length === 1
  const who = alone ? pivotText(check.pivot) : `${pivotText(check.pivot)} ${check.title}`
  return t('verdict-whose', { whose: who, reason: inSentence(reason) })
}
