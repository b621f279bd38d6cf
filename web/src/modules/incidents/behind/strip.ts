/** What an officer must know before he arrives: one list from the incident, this device and Search's answers. */
import type { Card, Lookup } from '../../search/public'
import type { Incident } from '../wire'

export interface Warning {
  id: string
  icon: string
  /** Text of this module by `key`, or words that are not ours. */
  said: { key: string } | { text: string } | { code: string; params?: Record<string, string> | undefined; about: string }
  tone: 'red' | 'amber'
  /** Who says it; '': the control room. */
  source: string
  /** Since when it is known; null: not said. */
  at: string | null
  href: string | null
}

/** As Search has it, without its engine. */
export type Answer = Pick<Lookup, 'asked' | 'phase' | 'verdict' | 'cards' | 'sources' | 'awaiting'>

export interface Silence {
  /** Short names of those that have not answered. */
  names: string[]
  /** A lookup that could not be made, or came to no end; a check that did not run. */
  failed: boolean
  awaiting: boolean
  /** All that matter have answered, and none of them warned. */
  clear: boolean
}

/** The incident's own first, then red of what was answered, what the device holds, and the rest. */
export function warnings(incident: Incident, held: readonly Warning[], answers: readonly Answer[]): Warning[] {
  const told = answers.flatMap(warned)
  const unlike = told.filter((one, i) => told.findIndex((other) => same(one, other)) === i)
  const rest = [...held, ...unlike]
  return [...ownOf(incident), ...rest.filter(({ tone }) => tone === 'red'), ...rest.filter(({ tone }) => tone === 'amber')]
}

/** Whose word is missing: silence is never "nothing". */
export function silence(answers: readonly Answer[]): Silence {
  const names = answers.flatMap(({ verdict, sources }) => (verdict.final ? verdict.missing ?? [] : [])
    .flatMap(({ source }) => (source ? [sources.find(({ name }) => name === source)?.short ?? source] : [])))
  const awaiting = answers.some((answer) => answer.awaiting)
  const failed = answers.some((answer) => !answer.awaiting && isCut(answer))
  const clear = answers.length > 0 && answers.every(({ verdict }) => verdict.final === true && verdict.level === 'green')
  return { names: [...new Set(names)], failed, awaiting, clear }
}

function isCut({ phase, verdict }: Answer): boolean {
  return phase === 'failed' || !verdict.final || (verdict.missing ?? []).some(({ source }) => !source)
}

function ownOf(incident: Incident): Warning[] {
  const base = { tone: 'amber' as const, source: '', at: incident.changed_at, href: null }
  const weapon: Warning[] = incident.weapon ? [{ ...base, id: 'weapon', icon: 'gun', said: { key: 'inc-strip-weapon' } }] : []
  const linked = (incident.linked ?? []).flatMap((one, i): Warning[] => (one.caution
    ? [{ ...base, id: `linked-${i}`, icon: one.kind === 'vehicle' ? 'car' : 'alert', said: one.label ? { text: one.label } : { key: 'inc-strip-caution' } }]
    : []))
  return [...weapon, ...linked]
}

function warned({ asked, verdict, cards, sources }: Answer): Warning[] {
  return verdict.reasons.map((reason): Warning => {
    const card = cards.find(({ id }) => id === reason.card)
    return {
      id: `${asked.id} ${reason.card} ${reason.code} ${reason.source} ${reason.check ?? ''}`,
      icon: iconOf(reason.code), tone: reason.tone,
      said: { code: reason.code, params: reason.params, about: card && card.type !== 'address' ? card.title : '' },
      source: sources.find(({ name }) => name === reason.source)?.short ?? reason.source,
      at: ageOf(card, reason.code, reason.source), href: `/search/${asked.id}`,
    }
  })
}

function ageOf(card: Card | undefined, code: string, source: string): string | null {
  return card?.warnings?.find((one) => one.warn.code === code && one.source === source)?.at ?? null
}

function iconOf(code: string): string {
  if (/weapon|firearm|gun/.test(code)) return 'gun'
  if (/contact|restrain|ban|barring/.test(code)) return 'nocontact'
  return /dog|animal/.test(code) ? 'dog' : 'alert'
}

/** The address and a linked person may give the same fact of the same source. */
function same(a: Warning, b: Warning): boolean {
  return a.source === b.source && a.tone === b.tone && JSON.stringify(a.said) === JSON.stringify(b.said)
}
