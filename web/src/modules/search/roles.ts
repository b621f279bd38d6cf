import type { Card, Origin, ReadingKind } from './wire'
import { factValue } from './words'

/** Words of a name whatever their order, comma or accents: `Verlinden, Jeroen` is `Verlinden Jeroen`. */
function words(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}]+/u).filter(Boolean).sort().join(' ')
}

/** The person of this card holds the vehicle that was asked about, by a name that a source gives. */
export function isHolder(card: Card, cards: readonly Card[], asked: ReadingKind | undefined): boolean {
  if (card.type !== 'person' || (asked !== 'plate' && asked !== 'vin')) return false
  const name = words(card.title)
  return cards.some((one) => one.type === 'vehicle' && holders(one).some((holder) => words(holder) === name))
}

function holders(vehicle: Card): string[] {
  const facts = (vehicle.facts ?? []).filter((fact) => fact.key === 'holder')
  return [
    ...facts.flatMap((fact) => [fact.value, ...(fact.others ?? []).map((other) => other.value)]),
    ...(vehicle.pivots ?? []).filter((pivot) => pivot.key === 'holder').map((pivot) => pivot.title ?? ''),
  ]
}

/** What tells one source's record from another's first. */
const telling = ['name', 'also_written', 'birth_date', 'address', 'residence', 'national_number', 'place', 'reference']

/** What this record's own source writes on the card: the two values that tell most. */
export function told(card: Card, record: Origin): string[] {
  const rank = (key: string): number => (telling.indexOf(key) + 1 || telling.length + 1)
  const said = (card.facts ?? []).flatMap((fact) =>
    [fact, ...(fact.others ?? [])].filter((one) => one.source === record.source)
      .map((one) => ({ key: fact.key, text: factValue(fact.kind, one.value) })))
  return [...new Set(said.sort((a, b) => rank(a.key) - rank(b.key)).map((one) => one.text))].slice(0, 2)
}
