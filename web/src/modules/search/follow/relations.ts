import type { Card, CardType, Pivot } from '../../../base/wire'
import type { Lookup } from '../lookup.svelte'

/** A person or thing that was shown, or one that a record names and that was not asked yet. */
export interface Node {
  id: string
  title: string
  type: CardType
  /** How it is tied to where it hangs: a pivot's key; empty for where it began. */
  role: string
  parent: string | null
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
const lists: Record<string, CardType> = { vehicles: 'vehicle', documents: 'document', phones: 'phone', events: 'event', residents: 'address', weapons_near: 'address' }
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

function hang(all: Node[], lookup: Lookup, card: Card, under: Node | undefined): void {
  const same = all.find((node) => node.card && node.card.type === card.type && node.card.title === card.title && node.card.born === card.born)
  const role = under ? (under.step?.pivot.key ?? (card.type === 'event' ? 'events' : 'person')) : ''
  const node: Node = same ?? {
    id: `${lookup.asked.id}/${card.id}`, title: card.title, type: card.type, role, subtitle: card.born ?? '',
    parent: under?.id ?? null, card, step: null, x: 0, y: 0,
  }
  if (!same) all.push(node)
  for (const pivot of card.pivots ?? []) {
    const id = `${node.id}/${pivot.key}/${pivot.question}`
    if (all.some((one) => one.id === id || (one.step?.pivot.question === pivot.question && one.role === pivot.key))) continue
    all.push({
      id, title: pivot.title || pivot.question, type: lists[pivot.key] ?? kinds[pivot.kind] ?? 'person', role: pivot.key,
      subtitle: pivot.subtitle ?? '', parent: node.id, card: null, step: { lookup: lookup.asked.id, card: card.id, pivot }, x: 0, y: 0,
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

function spread(nodes: Node[], under: Node, from: number, width: number, depth: number): void {
  const below = nodes.filter((node) => node !== nodes[0] && (node.parent === under.id || (depth === 1 && (node.parent === null || !nodes.some((one) => one.id === node.parent)))))
  const sizes = below.map((node) => 1 + nodes.filter((one) => one.parent === node.id).length)
  const whole = sizes.reduce((sum, size) => sum + size, 0)
  let at = from
  below.forEach((node, i) => {
    const share = (width * (sizes[i] ?? 1)) / whole
    const angle = at + share / 2
    node.x = Math.cos(angle) * 100 * depth
    node.y = Math.sin(angle) * 100 * depth
    if (depth < 4) spread(nodes, node, at, share, depth + 1)
    at += share
  })
}
