/** Distances between points, and how they and what is known of a position are said. */
import { numberFormat, t } from '../../../../base/i18n.svelte'
import { ageText, clockTime } from '../../../../base/time'
import type { Moving } from '../../../map/public'
import type { Crew, CrewState, Incident, Position } from '../../wire'

/** Longitude and latitude in degrees. */
export type Point = readonly [longitude: number, latitude: number]

const degreeMetres = 111_195
/** Older than this it is shown as of then. */
export const staleMs = 10 * 60_000
const vagueMetres = 100
/** Younger than this its mark says nothing of its age. */
const freshMs = 60_000
const winds = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const

/** On a plane that touches the earth between them: right to a thousandth within a country. */
export function metresBetween([west, south]: Point, [east, north]: Point): number {
  const across = (east - west) * Math.cos(((south + north) * Math.PI) / 360)
  return degreeMetres * Math.hypot(across, north - south)
}

/** Null: it has no point. */
export function pointOf(incident: Incident | null | undefined): Point | null {
  const { longitude, latitude } = incident?.place ?? {}
  return typeof longitude === 'number' && typeof latitude === 'number' ? [longitude, latitude] : null
}

/** 340 m, 1,2 km, 14 km. */
export function distanceText(metres: number): string {
  if (metres < 995) return t('pos-metres', { n: numberFormat().format(Math.round(metres / 10) * 10) })
  return t('pos-kilometres', { n: numberFormat({ maximumFractionDigits: metres < 9_950 ? 1 : 0 }).format(metres / 1000) })
}

export function isStale({ at }: Position, now: Date): boolean {
  return now.getTime() - Date.parse(at) > staleMs
}

/** "1,2 km · 2 min"; of an old one when it was there. */
export function farText(position: Position, from: Point | null, now: Date): string {
  const far = from ? distanceText(metresBetween(from, [position.longitude, position.latitude])) : ''
  return [far, seenText(position, now)].filter(Boolean).join(' · ')
}

export function seenText(position: Position, now: Date): string {
  return isStale(position, now) ? t('pos-stale', { at: clockTime(position.at) }) : ageText(position.at, now)
}

export function doubtText({ doubtful }: Position): string {
  return doubtful ? t('pos-doubtful') : ''
}

/** Of where a crew is all that the map shows: who says it, whither, since when, how sure. */
export function positionText(position: Position, crew: Crew | null, state: string, mine: boolean, now: Date): string {
  const fresh = !isStale(position, now)
  const parts = [
    mine ? t('pos-you') : '',
    crew ? state : '',
    fresh && typeof position.heading === 'number' ? t(`pos-to-${windOf(position.heading)}`) : '',
    seenText(position, now),
    doubtText(position),
    position.within_m > vagueMetres ? t('pos-within', { n: numberFormat().format(Math.round(position.within_m)) }) : '',
    position.source ? t('pos-source', { source: position.source }) : '',
  ]
  return parts.filter(Boolean).join(' · ')
}

const drawnAs: Record<CrewState, Moving['state']> = {
  assigned: 'going', accepted: 'going', en_route: 'going', on_scene: 'busy', available: 'free', unavailable: 'off',
}

/** How its mark is drawn: the same that `positionText` says. */
export function movingOf(position: Position, crew: Crew | null, mine: boolean, now: Date): Moving {
  const { at, source, heading, doubtful = false } = position
  const old = isStale(position, now)
  const age = now.getTime() - Date.parse(at) < freshMs ? '' : old ? clockTime(at) : ageText(at, now)
  return {
    state: crew ? drawnAs[crew.state] : 'unknown', heading: old ? null : (heading ?? null), age, doubtful, whose: mine ? 'mine' : source ? 'others' : 'ours',
  }
}

/** The nearest of eight. */
export function windOf(degrees: number): (typeof winds)[number] {
  return winds[Math.round((((degrees % 360) + 360) % 360) / 45) % 8] ?? 'n'
}

/** Positions by their distance to a point, the nearest first; those that are old or doubted come last. */
export function nearest(positions: readonly Position[], from: Point, now: Date): Position[] {
  const far = new Map(positions.map((one) => [one.id, metresBetween(from, [one.longitude, one.latitude])]))
  const rank = (one: Position): number => Number(isStale(one, now) || one.doubtful === true)
  return [...positions].sort((a, b) => rank(a) - rank(b) || (far.get(a.id) ?? 0) - (far.get(b.id) ?? 0))
}
