/** Functions that rules may call beside CEL's own, as `focus.kit.rules.functions` has them. What they throw ends the rule. */
import { celFunc, CelScalar, objectType, type CelFunc } from '@bufbuild/cel'
import type { ReflectMessage } from '@bufbuild/protobuf/reflect'
import { TimestampSchema } from '@bufbuild/protobuf/wkt'
import { ageOn, dayIn, daysAfter, daysBetween, monthsAfter, partOfDay, weekdayOf, workingDaysAfter } from './calendar'

/** Metres: mean radius of WGS 84. */
const earth = 6_371_008.8
const { INT, STRING, DOUBLE } = CelScalar
const TIMESTAMP = objectType(TimestampSchema)

/** Metres between two points, on a sphere. */
export function distance(longitude: number, latitude: number, otherLongitude: number, otherLatitude: number): number {
  const radians = Math.PI / 180
  const [first, second] = [latitude * radians, otherLatitude * radians]
  const across = (otherLongitude - longitude) * radians
  const half = Math.sin((second - first) / 2) ** 2 + Math.cos(first) * Math.cos(second) * Math.sin(across / 2) ** 2
  return Math.floor(2 * earth * Math.asin(Math.sqrt(Math.min(1, half))) + 0.5)
}

const secondsOf = (moment: unknown): number => Number((moment as ReflectMessage).message['seconds' as never])

export const functions: CelFunc[] = [
  celFunc('days_after', [STRING, INT], STRING, (day, count) => daysAfter(day, Number(count))),
  celFunc('working_days_after', [STRING, INT], STRING, (day, count) => workingDaysAfter(day, Number(count))),
  celFunc('months_after', [STRING, INT], STRING, (day, count) => monthsAfter(day, Number(count))),
  celFunc('days_between', [STRING, STRING], INT, (one, other) => BigInt(daysBetween(one, other))),
  celFunc('age_on', [STRING, STRING], INT, (born, day) => BigInt(ageOn(born, day))),
  celFunc('weekday_of', [STRING], INT, (day) => BigInt(weekdayOf(day))),
  celFunc('date_of', [TIMESTAMP], STRING, (moment) => dayIn(secondsOf(moment))),
  celFunc('part_of_day', [TIMESTAMP], STRING, (moment) => partOfDay(secondsOf(moment))),
  celFunc('distance', [DOUBLE, DOUBLE, DOUBLE, DOUBLE], INT, (a, b, c, d) => BigInt(distance(a, b, c, d))),
]
