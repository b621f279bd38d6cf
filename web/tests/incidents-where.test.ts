import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useLanguage } from '../src/base/i18n.svelte'
import { distanceText, doubtText, farText, metresBetween, movingOf, nearest, pointOf, positionText, windOf, type Point } from '../src/modules/incidents/later/where/points'
import { isDue, reportOf, type Fix } from '../src/modules/incidents/later/where/reports'
import type { Crew, Position } from '../src/modules/incidents/wire'
import { crew, incident } from './incidents-builders'

const market: Point = [4.86, 51.03]
const now = new Date('2026-11-25T14:00:00Z')

function position(said: Partial<Position> = {}): Position {
  return { id: 'crew NO-2', call_sign: 'NO-2', unit: null, longitude: 4.86, latitude: 51.03, within_m: 10, at: '2026-11-25T13:58:00Z', ...said }
}

const north = ([x, y]: Point, metres: number): Point => [x, y + metres / 111_195]
const east = ([x, y]: Point, metres: number): Point => [x + metres / (111_195 * Math.cos((y * Math.PI) / 180)), y]

beforeAll(() => import('virtual:focus-texts/later/incidents/positions'))
beforeEach(() => useLanguage('nl'))

describe('when a report is due', () => {
  const last = { at: 100_000, point: market }
  test('the first at once', () => { expect(isDue(null, market, 0, 15)).toBe(true) })
  test('standing still, when the seconds are over, and a timer that is early by a hair counts', () => {
    expect([10_000, 14_400, 14_600, 15_000, 90_000].map((ms) => isDue(last, market, 100_000 + ms, 15))).toEqual([false, false, true, true, true])
    expect(isDue(last, market, 115_000, 60)).toBe(false)
  })
  test('farther than 50 m earlier, but not more often than each three seconds', () => {
    expect([49, 51, 3_000].map((metres) => isDue(last, north(market, metres), 105_000, 15))).toEqual([false, true, true])
    expect([49, 51].map((metres) => isDue(last, east(market, metres), 105_000, 15))).toEqual([false, true])
    expect(isDue(last, north(market, 500), 102_000, 15)).toBe(false)
  })
})

describe('what is reported', () => {
  const fix = (said: Partial<Fix['coords']> = {}, timestamp = 1_000_000): Fix =>
    ({ timestamp, coords: { longitude: 4.86, latitude: 51.03, accuracy: 12, heading: 271.5, speed: 13, ...said } })

  test('it is dated by the server, as old as the device says', () => {
    expect(reportOf(fix(), 1_004_000, now)).toEqual({ at: '2026-11-25T13:59:56.000Z', longitude: 4.86, latitude: 51.03, within_m: 12, heading: 271.5, speed: 13 })
  })
  test('never later than now, whatever the device’s clock says', () => {
    expect(reportOf(fix(), 900_000, now).at).toBe(now.toISOString())
  })
  test('who stands has no heading; nothing that is no number is sent', () => {
    const { heading, speed } = reportOf(fix({ heading: NaN, speed: null }), 1_000_000, now)
    expect([heading, speed]).toEqual([null, null])
    expect(reportOf(fix({ accuracy: Infinity }), 1_000_000, now).within_m).toBe(1_000_000)
  })
})

describe('distances', () => {
  test('a metre is a metre, whither ever', () => {
    for (const metres of [1, 250, 12_000, 80_000]) {
      expect(metresBetween(market, north(market, metres)) / metres).toBeCloseTo(1, 2)
      expect(metresBetween(market, east(market, metres)) / metres).toBeCloseTo(1, 2)
    }
    // Ghent to Liège, 137 km by the ellipsoid
    expect(metresBetween([3.7218, 51.0536], [5.5714, 50.6451])).toBeGreaterThan(136_000)
    expect(metresBetween([3.7218, 51.0536], [5.5714, 50.6451])).toBeLessThan(139_000)
  })
  test('said as short as on the radio', () => {
    expect([0, 344, 994, 996, 1_240, 9_940, 14_480].map(distanceText)).toEqual(['0 m', '340 m', '990 m', '1 km', '1,2 km', '9,9 km', '14 km'])
  })
  test('of an incident without a point there is none', () => {
    expect(pointOf(incident())).toBeNull()
    expect(pointOf(incident({ place: { town: 'Lindebeek', longitude: null, latitude: 51 } }))).toBeNull()
    expect(pointOf(incident({ place: { longitude: 0, latitude: 51 } }))).toEqual([0, 51])
  })
})

describe('the words beside the map', () => {
  test('distance and age', () => {
    expect(farText(position(), north(market, 1_240), now)).toBe('1,2 km · 2 min')
    expect(farText(position(), null, now)).toBe('2 min')
  })
  test('what is older than ten minutes says when it was, in Brussels', () => {
    expect(farText(position({ at: '2026-11-25T13:49:00Z' }), null, now)).toBe('laatst om 14:49')
    expect(farText(position({ at: '2026-11-25T13:51:00Z' }), null, now)).toBe('9 min')
  })
  test('what is doubted says so in words', () => {
    expect([doubtText(position({ doubtful: true })), doubtText(position())]).toEqual(['plaats onzeker', ''])
    expect(positionText(position({ doubtful: true }), null, '', false, now)).toBe('2 min · plaats onzeker')
  })
  test('of a crew: who, its state, whither, since when, how sure and who says it', () => {
    expect(positionText(position({ heading: 268 }), crew('NO-2'), 'Onderweg', true, now)).toBe('u · Onderweg · naar het westen · 2 min')
    expect(positionText(position({ heading: 268, at: '2026-11-25T13:40:00Z' }), crew('NO-2'), 'Onderweg', false, now)).toBe('Onderweg · laatst om 14:40')
    expect(positionText(position({ within_m: 189, source: 'tak' }), null, '', false, now)).toBe('2 min · op 189 m nauwkeurig · via tak')
  })
  test('the nearest of eight winds', () => {
    expect([0, 22, 23, 90, 181, 315, 337, 338, 360].map(windOf)).toEqual(['n', 'n', 'ne', 'e', 's', 'nw', 'nw', 'n', 'n'])
  })
  test('the nearest crew first; the old and the doubted last, however near', () => {
    const [far, near] = [position({ id: 'far', longitude: 4.9 }), position({ id: 'near', longitude: 4.87 })]
    const [old, odd] = [position({ id: 'old', at: '2026-11-25T13:30:00Z' }), position({ id: 'odd', longitude: 4.8601, doubtful: true })]
    expect(nearest([far, odd, old, near], market, now).map(({ id }) => id)).toEqual(['near', 'far', 'old', 'odd'])
  })
})

describe('how a crew is drawn', () => {
  test('its state as on the board, whose it is, and what is not known not at all', () => {
    const no2 = (state: Crew['state']): Crew => crew('NO-2', { state })
    const states = (['assigned', 'accepted', 'en_route', 'on_scene', 'available', 'unavailable'] as const).map((state) => movingOf(position(), no2(state), false, now).state)
    expect(states).toEqual(['going', 'going', 'going', 'busy', 'free', 'off'])
    expect(movingOf(position({ source: 'TAK Heikant' }), null, false, now)).toMatchObject({ state: 'unknown', whose: 'others' })
    expect([movingOf(position(), null, true, now).whose, movingOf(position(), null, false, now).whose]).toEqual(['mine', 'ours'])
  })
  test('fresh it has no age, later minutes, and of an old one when it was and no more whither', () => {
    const seen = (at: string): [string, number | null] => {
      const { age, heading } = movingOf(position({ at, heading: 90 }), null, false, now)
      return [age, heading]
    }
    expect([seen('2026-11-25T13:59:30Z'), seen('2026-11-25T13:56:00Z'), seen('2026-11-25T13:40:00Z')]).toEqual([['', 90], ['4 min', 90], ['14:40', null]])
  })
})
