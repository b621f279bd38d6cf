/** What this device itself holds about an address or a mark: earlier incidents there and the briefing in force. */
import type { Incident, Place } from '../wire'
import type { Warning } from './strip'

/** As far as it is read here of a `briefing.item`. */
export interface BriefingItem {
  id: string
  state?: string
  published_at: string
  content: {
    kind: string
    title: string
    place?: string
    valid_to?: string | null
    subjects?: { plate?: string; number?: string; family_name?: string; given_names?: string }[]
  }
}

/** `Kapelstraat 41` → `kapelstraat 41`; without diacritics and signs. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/** Street and number in one line; '' where the street is not known. */
export function addressOf(place: Place | undefined): string {
  const { street = '', number = '', box = '', postcode = '', town = '' } = place ?? {}
  if (!street) return ''
  return [[street, number, box && `bus ${box}`].filter(Boolean).join(' '), [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ')
}

/** Earlier incidents at the same number of the same street, and items of the briefing about it or about what is linked. */
export function heldAbout(incident: Incident, incidents: readonly Incident[], items: readonly BriefingItem[], now: Date): Warning[] {
  return [...earlierHere(incident, incidents), ...briefed(incident, items, now)]
}

function earlierHere(incident: Incident, incidents: readonly Incident[]): Warning[] {
  const here = spot(incident.place)
  if (!here) return []
  const earlier = incidents.filter((one) => one.id !== incident.id && one.opened_at < incident.opened_at && spot(one.place) === here)
  return earlier.sort((a, b) => (a.opened_at < b.opened_at ? 1 : -1)).slice(0, 3).map((one) => ({
    id: `earlier ${one.id}`, icon: one.weapon ? 'gun' : 'history', tone: 'amber', said: { text: one.title },
    source: one.number, at: one.opened_at, href: `/incidents/${one.id}`,
  }))
}

function briefed(incident: Incident, items: readonly BriefingItem[], now: Date): Warning[] {
  const street = plain(`${incident.place?.street ?? ''} ${incident.place?.number ?? ''}`)
  const asked = new Set((incident.linked ?? []).map(({ question = '' }) => squeezed(question)).filter(Boolean))
  const about = ({ content }: BriefingItem): boolean => (
    (incident.place?.street && incident.place.number ? ` ${plain(content.place ?? '')} `.includes(` ${street} `) : false)
    || (content.subjects ?? []).some((subject) => marksOf(subject).some((mark) => asked.has(mark)))
  )
  return items.filter((item) => inForce(item, now) && about(item)).map((item) => ({
    id: `briefing ${item.id}`, icon: 'megaphone', tone: item.content.kind === 'wanted_person' ? 'red' : 'amber',
    said: { text: item.content.title }, source: 'Briefing', at: item.published_at, href: `/briefing/${item.id}`,
  }))
}

function inForce({ state, content }: BriefingItem, now: Date): boolean {
  return state !== 'recalled' && state !== 'expired' && (!content.valid_to || new Date(content.valid_to) > now)
}

function marksOf({ plate = '', number = '', family_name = '', given_names = '' }: NonNullable<BriefingItem['content']['subjects']>[number]): string[] {
  const names = family_name && given_names ? [`${family_name}${given_names}`, `${given_names}${family_name}`] : []
  return [plate, number, ...names].map(squeezed).filter(Boolean)
}

function squeezed(text: string): string {
  return plain(text).replaceAll(' ', '')
}

function spot(place: Place | undefined): string {
  const { street = '', number = '', postcode = '', town = '' } = place ?? {}
  return street && number ? plain(`${street} ${number} ${postcode || town}`) : ''
}
