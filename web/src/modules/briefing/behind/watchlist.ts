/** Subjects of items in force, looked for on the phone itself; marks as src/focus/modules/briefing/marks.py writes them. */
import type { Item, Subject } from '../wire'
import { fold } from './fold'
import { stateOf } from './lines'

/** By what a subject was found; of a question that found nothing, what it looks like. */
export type AskedAs = 'plate' | 'national_number' | 'number' | 'name'

export interface Hit {
  item: Item
  subject: Subject
  by: AskedAs
  /** As Search warns: red for whom a wanted item is about. */
  level: 'red' | 'amber'
}

interface Entry {
  item: Item
  subject: Subject
  /** Given names, folded. */
  given: ReadonlySet<string>
}

/** ISO 3166 → the sign on a vehicle, where they differ. */
const signs: Record<string, string> = {
  BE: 'B', DE: 'D', FR: 'F', LU: 'L', IT: 'I', ES: 'E', PT: 'P', AT: 'A', NO: 'N',
  SE: 'S', FI: 'FIN', IE: 'IRL', HU: 'H', GB: 'UK', MT: 'M', SI: 'SLO', EE: 'EST',
}
/** More words than this are no name. */
const longestName = 12

/** Capital letters and digits only: `1-abc-123` → `1ABC123`. */
export function code(text: string): string {
  return fold(text).toUpperCase().replace(/[^A-Z0-9]+/g, '')
}

/** Made once from what the phone holds; asked in less than a blink with five thousand items. */
export class WatchList {
  private readonly byMark = new Map<string, Entry[]>()
  private readonly byFamily = new Map<string, Entry[]>()

  constructor(items: readonly Item[]) {
    for (const item of items) {
      if (item.state === 'recalled' || item.state === 'expired') continue
      for (const subject of item.content.subjects ?? []) this.take(item, subject)
    }
  }

  /** The gravest first, each item once; only what is in force at `now`. */
  ask(question: string, now: Date): Hit[] {
    const found = [...this.marked(question), ...this.named(question)].filter(({ item }) => stateOf(item, now) === 'now')
    const graver = found.sort((a, b) => Number(b.level === 'red') - Number(a.level === 'red'))
    return graver.filter((hit, at) => graver.findIndex((one) => one.item.id === hit.item.id) === at)
  }

  private take(item: Item, subject: Subject): void {
    const entry = { item, subject, given: new Set(wordsOf(subject.given_names ?? '')) }
    const { plate, national_number: national, number } = subject
    if (plate) {
      const written = code(plate)
      add(this.byMark, `plate ${written}`, entry)
      add(this.byMark, `plate ${sign(subject.country)}${written}`, entry)
    }
    if (national) add(this.byMark, `national_number ${digits(national)}`, entry)
    if (number) add(this.byMark, `number ${code(number)}`, entry)
    const family = wordsOf(subject.family_name ?? '').join('')
    if (family) add(this.byFamily, family, entry)
  }

  private marked(question: string): Hit[] {
    const asked = code(question)
    if (!asked) return []
    return (['plate', 'national_number', 'number'] as const)
      .flatMap((by) => (this.byMark.get(`${by} ${asked}`) ?? []).map((entry) => hit(entry, by)))
  }

  /** A family name in any place of the question; the other words are given names, as far as these are known. */
  private named(question: string): Hit[] {
    const { born, rest } = birthIn(question)
    const asked = wordsOf(rest)
    if (!asked.length || asked.length > longestName) return []
    const found = new Set<Entry>()
    for (let from = 0; from < asked.length; from += 1) {
      for (let to = from + 1; to <= asked.length; to += 1) {
        const others = [...asked.slice(0, from), ...asked.slice(to)]
        for (const entry of this.byFamily.get(asked.slice(from, to).join('')) ?? []) {
          if (fits(entry, others, born)) found.add(entry)
        }
      }
    }
    return [...found].map((entry) => hit(entry, 'name'))
  }
}

/** What a question is taken for when nothing was found. */
export function looksLike(question: string): AskedAs {
  const asked = code(question)
  if (/^\d{11}$/.test(asked)) return 'national_number'
  const { rest } = birthIn(question)
  if (!/\d/.test(rest)) return 'name'
  return asked.length <= 9 && /[A-Z]/.test(asked) ? 'plate' : 'number'
}

function sign(country: string | undefined): string {
  const upper = (country ?? '').trim().toUpperCase() || 'BE'
  return signs[upper] ?? upper
}

function digits(written: string): string {
  return written.replace(/[^0-9]+/g, '')
}

function wordsOf(name: string): string[] {
  return fold(name).split(/[^\p{L}]+/u).filter(Boolean)
}

/** A birth date somewhere in it, as ISO or its beginning: `30/07/1985`, `1985-07-30`, `1985`; '' where there is none. */
function birthIn(question: string): { born: string; rest: string } {
  const iso = /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/.exec(question)
  const ours = /\b(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\b/.exec(question)
  const year = /\b(?:19|20)\d{2}\b/.exec(question)
  const found = iso ?? ours ?? year
  const two = (part: string | undefined): string => (part ?? '').padStart(2, '0')
  const born = iso ? `${iso[1]}-${two(iso[2])}-${two(iso[3])}` : ours ? `${ours[3]}-${two(ours[2])}-${two(ours[1])}` : (year?.[0] ?? '')
  return { born, rest: found ? question.replace(found[0], ' ') : question }
}

/** What is not known of the subject tells nobody apart. */
function fits({ subject, given }: Entry, others: readonly string[], born: string): boolean {
  if (born && subject.birth_date && !subject.birth_date.startsWith(born)) return false
  return given.size === 0 || others.every((word) => given.has(word))
}

function hit({ item, subject }: Entry, by: AskedAs): Hit {
  return { item, subject, by, level: item.content.kind === 'wanted_person' ? 'red' : 'amber' }
}

function add(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const known = map.get(key)
  if (known) known.push(entry)
  else map.set(key, [entry])
}
