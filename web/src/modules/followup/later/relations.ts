import type { Card, CardType, Lookup, Pivot } from '../../search/public'

/** A person or thing that was shown, or one that a record names and that was not asked yet. */
export interface Node {
  id: string
  title: string
  type: CardType
  /** How it is tied to where it hangs: a pivot's key; empty for where it began. */
  role: string
  parent: string | null
  /**
   * How surely: a source `said` so, or it is what a number gave; `found` by a question in words, which may
   * mean somebody else; merely in the same `answer`.
   */
  tie: 'said' | 'found' | 'answer'
  subtitle: string
  card: Card | null
  /** The next question; a tap asks it, and the log has the step. */
  step: { lookup: string; card: string; pivot: Pivot } | null
  x: number
  y: number
}

export interface Relations {
  nodes: Node[]
  /** How many more there were. */
  left: number
}

const kinds: Record<string, CardType> = {
  plate: 'vehicle', vin: 'vehicle', address: 'address', phone: 'phone', document: 'document', company: 'organisation',
  object: 'object', pv: 'event',
}
/** Steps to somebody's own lists name no other thing: their answer does. */
export const lists: Record<string, CardType> = { vehicles: 'vehicle', documents: 'document', phones: 'phone', events: 'event', residents: 'address', weapons_near: 'address' }
export const mostNodes = 30

/**
 * What this lookup and those that led to it already hold; nothing is asked.
 *
 * `known`: the lookups in memory, so that a step that was tapped hangs where it was tapped.
 */
export function relationsOf(lookup: Lookup, known: readonly Lookup[], most = mostNodes): Relations {
  const all: Node[] = []
  for (const one of trail(lookup, known)) {
    const from = one.asked.from_card
    const asked = from ? all.find((node) => node.step?.lookup === from.lookup && node.step.card === from.card && node.step.pivot.key === from.pivot && node.step.pivot.question === one.asked.question) : undefined
    const about = asked ? undefined : kinds[one.opened?.reading.kind ?? ''] ?? 'person'
    const cards = [...one.cards].sort((a, b) => Number(b.type === about) - Number(a.type === about))
    cards.forEach((card, i) => hang(all, one, card, asked ?? (i && !from ? all.find((node) => node.parent === null) : undefined)))
  }
  const nodes = all.slice(0, most)
  place(nodes)
  return { nodes, left: all.length - nodes.length }
}

/** From the first question of this trail to the one on screen. */
function trail(lookup: Lookup, known: readonly Lookup[]): Lookup[] {
  const steps = [lookup]
  for (let before = parent(lookup, known); before && !steps.includes(before); before = parent(before, known)) steps.unshift(before)
  return steps
}

function parent(lookup: Lookup, known: readonly Lookup[]): Lookup | undefined {
  return known.find((one) => one.asked.id === lookup.asked.from_card?.lookup)
}

/** A question by one of these means one person or thing; by a name or an address it may mean several. */
const numbers = new Set(['plate', 'vin', 'national_number', 'bis_number', 'document', 'phone', 'company', 'object', 'pv'])

/** The same person only by a record or a birth date that both have: a name alone says nothing. */
function sameThing(one: Card, other: Card): boolean {
  if (one.type !== other.type) return false
  const records = new Set((one.records ?? []).map((record) => record.id))
  if ((other.records ?? []).some((record) => records.has(record.id))) return true
  return one.title === other.title && one.born === other.born && (one.type !== 'person' || Boolean(one.born))
}

function tieOf(card: Card, under: Node | undefined): Node['tie'] {
  if (!under) return 'said'
  if (!under.step) return 'answer'
  return numbers.has(under.step.pivot.kind) && card.type === under.type ? 'said' : 'found'
}

function hang(all: Node[], lookup: Lookup, card: Card, under: Node | undefined): void {
  const same = all.find((node) => node.card && sameThing(node.card, card))
  const role = under ? (under.step?.pivot.key ?? (card.type === 'event' ? 'events' : 'person')) : ''
  const node: Node = same ?? {
    id: `${lookup.asked.id}/${card.id}`, title: card.title, type: card.type, role, subtitle: card.born ?? '',
    parent: under?.id ?? null, tie: tieOf(card, under), card, step: null, x: 0, y: 0,
  }
  if (!same) all.push(node)
  for (const pivot of card.pivots ?? []) {
    const id = `${node.id}/${pivot.key}/${pivot.question}`
    if (all.some((one) => one.id === id || (one.step?.pivot.question === pivot.question && one.role === pivot.key))) continue
    all.push({
      id, title: pivot.title || pivot.question, type: lists[pivot.key] ?? kinds[pivot.kind] ?? 'person', role: pivot.key,
      subtitle: pivot.subtitle ?? '', parent: node.id, tie: 'said', card: null, step: { lookup: lookup.asked.id, card: card.id, pivot }, x: 0, y: 0,
    })
  }
}

/** The first in the middle, those that hang on it around it, theirs on a wider ring beside them. */
function place(nodes: Node[]): void {
  const [middle] = nodes
  if (!middle) return
  middle.x = middle.y = 0
  spread(nodes, middle, 0, 2 * Math.PI, 1)
}

/** Between two neighbours on a ring, so that their names stand side by side. */
const room = 84
const ring = 112

function spread(nodes: Node[], under: Node, from: number, width: number, depth: number): void {
  const below = nodes.filter((node) => node !== nodes[0] && (node.parent === under.id || (depth === 1 && (node.parent === null || !nodes.some((one) => one.id === node.parent)))))
  const sizes = below.map((node) => 1 + nodes.filter((one) => one.parent === node.id).length)
  const whole = sizes.reduce((sum, size) => sum + size, 0)
  const reach = Math.max(Math.hypot(under.x, under.y) + ring, (whole * room) / width)
  let at = from
  below.forEach((node, i) => {
    const share = (width * (sizes[i] ?? 1)) / whole
    const angle = at + share / 2
    node.x = Math.cos(angle) * reach
    node.y = Math.sin(angle) * reach
    if (depth < 4) spread(nodes, node, at, share, depth + 1)
    at += share
  })
}

/** What the drawing needs, with room for circles and names. */
export function frameOf(nodes: readonly Node[]): { box: string; width: number } {
  const [xs, ys] = [nodes.map((node) => node.x), nodes.map((node) => node.y)]
  const [left, top] = [Math.min(0, ...xs) - 52, Math.min(0, ...ys) - 34]
  const [width, height] = [Math.max(0, ...xs) + 52 - left, Math.max(0, ...ys) + 54 - top]
  return { box: [left, top, width, height].map(Math.round).join(' '), width }
}
