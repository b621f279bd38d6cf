import type { Card } from '../search/public'

/** What tells one namesake from another, in the order in which an officer looks. */
export const telling = ['born', 'sex', 'national_number', 'nationality', 'address', 'birth_place', 'also_written'] as const
export type Telling = (typeof telling)[number]

export interface Row {
  key: Telling
  /** One for each card; an empty list where no source says. */
  values: string[][]
  /** Whether it tells them apart: two known values that are not the same. */
  differs: boolean
}

/** Persons that one name gave; twenty columns would compare nothing. */
export function namesakes(cards: readonly Card[], most = 8): Card[] {
  return cards.filter((card) => card.type === 'person').slice(0, most)
}

/** A row for whatever any of the cards says; those that tell them apart first. */
export function compared(cards: readonly Card[]): Row[] {
  return rowsOf(cards).sort((a, b) => Number(b.differs) - Number(a.differs))
}

function rowsOf(cards: readonly Card[]): Row[] {
  return telling.flatMap((key) => {
    const values = cards.map((card) => said(card, key))
    if (values.every((one) => one.length === 0)) return []
    const known = values.filter((one) => one.length > 0).map((one) => [...one].sort().join('\n'))
    return [{ key, values, differs: new Set(known).size > 1 }]
  })
}

function said(card: Card, key: Telling): string[] {
  if (key === 'born') return card.born ? [card.born] : []
  if (key === 'sex') return card.sex ? [card.sex] : []
  const facts = (card.facts ?? []).filter((fact) => fact.key === key)
  const values = facts.flatMap((fact) => [fact.value, ...(fact.others ?? []).map((other) => other.value)])
  return [...new Set(key === 'national_number' ? values.map(lastDigits) : values)]
}

/** The serial and check digits: the rest is the birth date, which stands above. */
export function lastDigits(number: string): string {
  const digits = number.replace(/\D/g, '')
  return digits.length === 11 ? `…${digits.slice(6, 9)}.${digits.slice(9)}` : number
}
