/** How hits are worded: before somebody confirmed one, never as if it were certain. */
import { numberFormat, t } from '../../../base/i18n.svelte'
import { clockTime, longDate } from '../../../base/time'
import type { Camera, Hit, Said } from '../wire'

const dayMs = 86_400_000
const earthM = 6_371_000
const winds = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const

export interface Point {
  longitude: number
  latitude: number
}

export function stateText({ state }: Pick<Hit, 'state'>): string {
  return t(`cam-state-${state}`)
}

/** `staat 3 dagen op de lijst`; from two months on the day since when. */
export function listedText({ listed_since }: Pick<Hit, 'listed_since'>, now: Date): string {
  const days = Math.floor(Math.max(0, now.getTime() - Date.parse(listed_since)) / dayMs)
  return days < 60 ? t('cam-listed-days', { n: days }) : t('cam-listed-since', { at: longDate(listed_since) })
}

/** `Volkswagen, grijs`; '' where the camera says nothing of the car. */
export function carText({ make, colour }: Pick<Hit, 'make' | 'colour'>): string {
  return [make, colour].filter(Boolean).join(', ')
}

/** How sure the camera is; it sees no more than the plate. */
export function confidenceText({ confidence }: Pick<Hit, 'confidence'>): string {
  return confidence == null ? '' : t('cam-confidence', { n: Math.round(confidence * 100) })
}

/** `1,2 km noordoost van u`; under 100 m it is here. */
export function awayText(from: Point, to: Point): string {
  const metres = distance(from, to)
  if (metres < 100) return t('cam-here')
  const far = metres < 1000
    ? t('cam-metres', { n: Math.round(metres / 50) * 50 })
    : t('cam-kilometres', { n: numberFormat({ maximumFractionDigits: metres < 10_000 ? 1 : 0 }).format(metres / 1000) })
  return t('cam-away', { far, wind: t(`cam-wind-${windOf(from, to)}`) })
}

/** Metres over the ground, by the haversine. */
export function distance(from: Point, to: Point): number {
  const half = (degrees: number): number => Math.sin((degrees * Math.PI) / 360) ** 2
  const cosines = Math.cos((from.latitude * Math.PI) / 180) * Math.cos((to.latitude * Math.PI) / 180)
  return 2 * earthM * Math.asin(Math.sqrt(half(to.latitude - from.latitude) + cosines * half(to.longitude - from.longitude)))
}

/** In which of eight directions one sees it. */
export function windOf(from: Point, to: Point): (typeof winds)[number] {
  const east = (to.longitude - from.longitude) * Math.cos((from.latitude * Math.PI) / 180)
  const degrees = (Math.atan2(east, to.latitude - from.latitude) * 180) / Math.PI
  return winds[Math.round((degrees + 360) / 45) % 8] ?? 'n'
}

/** Opens the device's own navigation. */
export function navigation({ latitude, longitude, name }: Camera): string {
  return `geo:${latitude},${longitude}?q=${latitude},${longitude}(${encodeURIComponent(name)})`
}

/** Who said what, and when. */
export function saidText({ word, name, at }: Said): string {
  return t('cam-said', { name, at: clockTime(at), word: t(`cam-word-${word}`) })
}
