import type { SourceState } from './lookup.svelte'
import type { Check, MissingAnswer, Verdict } from './wire'

/** What can be done about an answer that did not come: ask again; another purpose or reading; look at the check. */
export type Lack = 'silent' | 'closed' | 'unrun'

export interface Counts extends Record<Lack, number> {
  answered: number
  /** At the end the sum of the others. */
  expected: number
}

const notAsked = new Set<MissingAnswer['why']>(['closed', 'unsuited', 'reading'])

export function lackOf(one: MissingAnswer): Lack {
  if (notAsked.has(one.why)) return 'closed'
  return one.source ? 'silent' : 'unrun'
}

/** All that is counted comes from the verdict, so that counts and word cannot contradict each other. */
export function counts({ answered, expected, missing = [] }: Verdict): Counts {
  const found: Counts = { answered, expected, silent: 0, closed: 0, unrun: 0 }
  for (const one of missing) found[lackOf(one)] += 1
  return found
}

/** The verdict once nobody else will answer: what was still out is missing, and nothing is green. */
export function cutOff(verdict: Verdict, sources: readonly SourceState[], checks: readonly Check[], why: 'silent' | 'cancelled'): Verdict {
  if (verdict.final) return verdict
  const known = verdict.missing ?? []
  const out = sources.filter(({ name, matters, state }) =>
    matters && (state === 'asked' || state === 'slow') && !known.some((one) => !one.check && one.source === name))
  const missing: MissingAnswer[] = [
    ...known,
    ...out.map(({ name }): MissingAnswer => ({ source: name, why })),
    ...checks.filter((check) => !check.final).map(({ id }): MissingAnswer => ({ check: id, why: 'cancelled' })),
  ]
  const unsaid = verdict.level === 'green' ? { level: 'pending', word: 'not_all' } as const : {}
  return { ...verdict, ...unsaid, missing, expected: verdict.answered + missing.length, final: true }
}

/** Without a check that ran anew, and without one that the verdict no longer waits for. */
export function stillOwed(checks: readonly Check[], { missing = [], reasons }: Verdict): Check[] {
  const named = new Set([...missing, ...reasons].map((one) => one.check))
  const about = ({ pivot, question, title }: Check): string => `${pivot} ${question || title}`
  const newest = new Map(checks.map((check) => [about(check), check.id]))
  const failed = ({ final, why, level }: Check): boolean => Boolean(final && (why || level === 'pending'))
  return checks.filter((check) => check.role === 'repair' || named.has(check.id) || (newest.get(about(check)) === check.id && !failed(check)))
}
