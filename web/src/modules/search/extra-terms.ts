import type { Card, Reading } from './wire'

/** What was said besides the question (`red golf`, `antwerpen`) held against one card. Asked of nobody. */
export interface Compared {
  same: string[]
  other: string[]
  /** What the sources say in place of `other`. */
  known: string[]
}

const keys: Partial<Record<Card['type'], readonly string[]>> = {
  vehicle: ['make', 'model', 'colour', 'body', 'category'],
  person: ['address', 'municipality', 'birth_place', 'earlier_address', 'former_address'],
}

/** Words of four languages, and of the street, for one thing: any of a line is the same as any other. */
const lines = [
  'rood rode red rouge rot rote', 'blauw blauwe blue bleu bleue blau blaue', 'groen groene green vert verte grun grune',
  'zwart zwarte black noir noire schwarz schwarze', 'wit witte white blanc blanche weiss weisse',
  'grijs grijze grey gray gris grise grau graue', 'zilver zilveren silver argent argente silber silberne',
  'geel gele yellow jaune gelb gelbe', 'bruin bruine brown brun brune marron braun braune', 'oranje orange',
  'paars paarse purple violet violette lila', 'beige', 'vw volkswagen', 'mercedes benz merc', 'bmw bimmer', 'opel vauxhall',
  'antwerpen anvers antwerp', 'brussel bruxelles brussels brussel', 'gent gand ghent', 'luik liege luttich', 'bergen mons',
  'namen namur', 'doornik tournai', 'kortrijk courtrai', 'leuven louvain lowen', 'mechelen malines', 'brugge bruges',
  'aalst alost', 'aarlen arlon arel', 'verviers', 'moeskroen mouscron', 'oostende ostende', 'ieper ypres', 'halle hal',
]
const meaning = new Map(lines.flatMap((line, i) => line.split(' ').map((word) => [word, i] as const)))

function words(text: string): string[] {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().split(/[^a-z0-9]+/).filter((word) => word.length > 1)
}

function same(one: string, other: string): boolean {
  const sense = meaning.get(one)
  return one === other || (sense !== undefined && sense === meaning.get(other))
}

/** What is said besides a plate is about the car, besides a name about the person: nobody is grey. */
const about: Partial<Record<Reading['kind'], Card['type']>> = { plate: 'vehicle', name: 'person', name_birth: 'person' }

/** Null where this card says nothing that could be compared. */
export function compared({ kind, beside = '' }: Pick<Reading, 'kind' | 'beside'>, card: Card): Compared | null {
  const wanted = about[kind] === card.type ? keys[card.type] : undefined
  const facts = (card.facts ?? []).filter((fact) => wanted?.includes(fact.key))
  const said = words(beside)
  if (!facts.length || !said.length) return null
  const there = facts.flatMap((fact) => words(fact.value))
  const matching = said.filter((word) => there.some((known) => same(word, known)))
  const missing = said.filter((word) => !matching.includes(word))
  const known = missing.length ? [...new Set(facts.map((fact) => fact.value))].slice(0, 3) : []
  return { same: matching, other: missing, known }
}
