import type { Fact } from './wire'

/** What an officer reads first at the roadside or the door; everything else follows as the sources gave it. */
const first = [
  'vehicle_status', 'status', 'licence_status', 'document_status', 'insured', 'inspected', 'company_status', 'holder', 'address',
  'licence_categories', 'weapon', 'condition', 'residents', 'also_written', 'place', 'seen_at', 'colour', 'nationality',
]

/** One fact of a card, whatever its value: another source's word for it keeps its place. */
export function factId(fact: Fact): string {
  return `${fact.key} ${fact.source}`
}

/**
 * Facts with a tone, then those read first, then the rest; the order within each is kept.
 * `kept`: ids in the order already on the screen; they stay, and what is new comes below them.
 */
export function inOrder(facts: readonly Fact[], kept: readonly string[] = []): Fact[] {
  const rank = (fact: Fact): number => {
    const before = kept.indexOf(factId(fact))
    if (before >= 0) return before - kept.length
    if (fact.tone) return fact.tone === 'red' ? 0 : 1
    const at = first.indexOf(fact.key)
    return at < 0 ? first.length + 2 : at + 2
  }
  return [...facts].sort((a, b) => rank(a) - rank(b))
}
