/** What was said on this device and the server's records do not show yet, laid over those records. Pure. */
import type { Hit, Said, State, Word } from '../wire'

export interface Told {
  item: string
  hit: string
  word: Word
  text: string
  at: string
  waiting: boolean
}

export interface Me {
  id: string
  name: string
}

export interface Shown {
  hit: Hit
  /** Something of it has not been sent. */
  waiting: boolean
  /** Somebody decided before me, by what; null: nobody did. */
  before: Said | null
}

/** As the server has it: of the states that are not here a hit is at its end. */
const next: Partial<Record<State, readonly Word[]>> = { new: ['confirmed', 'not_same'], confirmed: ['stopped', 'not_seen', 'closed'] }
const byEye: readonly Word[] = ['confirmed', 'not_same']

/** Each hit as the officer left it, the last seen first; `told` in the order in which it was said. */
export function folded(hits: readonly Hit[], told: readonly Told[], me: Me): Shown[] {
  return hits.map((hit) => shown(hit, told.filter((one) => one.hit === hit.id), me))
    .sort((a, b) => Date.parse(b.hit.seen_at) - Date.parse(a.hit.seen_at) || (a.hit.id < b.hit.id ? 1 : -1))
}

/** What the record shows no longer needs what was said here. */
export function isShown(told: Told, hit: Hit | null, me: string): boolean {
  return (hit?.said ?? []).some(({ person, word }) => person === me && word === told.word)
}

export function isEnded({ state }: Hit): boolean {
  return next[state] === undefined
}

/** Still open, and mine to tell how it ended. */
export function isOwed({ hit }: Shown, me: string): boolean {
  return hit.state === 'confirmed' && (hit.said ?? []).some(({ person, word }) => person === me && word === 'confirmed')
}

function shown(hit: Hit, told: readonly Told[], me: Me): Shown {
  const own = told.filter((one) => !isShown(one, hit, me.id))
  const left = own.reduce((one, said) => after(one, said, me), hit)
  return { hit: left, waiting: told.some(({ waiting }) => waiting), before: decidedBefore(left, me.id) }
}

function after(hit: Hit, { word, text, at }: Told, me: Me): Hit {
  const counted = next[hit.state]?.includes(word) ?? false
  const said = [...(hit.said ?? []), { word, person: me.id, name: me.name, at, text, counted }]
  if (!counted) return { ...hit, said }
  return { ...hit, said, state: word, ...(hit.state === 'new' ? { decided_by: me.name, decided_at: at } : {}) }
}

/** What counts in place of my last word, where another was first. */
function decidedBefore({ said = [] }: Hit, me: string): Said | null {
  const mine = said.findLast(({ person }) => person === me)
  if (!mine || mine.counted) return null
  const eye = byEye.includes(mine.word)
  return said.find(({ counted, word }) => counted && byEye.includes(word) === eye) ?? said.find(({ counted }) => counted) ?? null
}
