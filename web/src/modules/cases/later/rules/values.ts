/**
 * Plain values in the one form in which they are kept, as `focus.kit.values` has them. Each function takes a value of
 * JSON and gives it cleaned, or null where nothing is filled in; what does not fit throws `Wrong` with a code.
 */
import { readDay } from './calendar'

/** Path and code: `['visits[0].at', 'moment']`. */
export type Fault = readonly [path: string, code: string]

export class Wrong extends Error {
  readonly faults: readonly Fault[]

  /** `parts` are faults below the value; without them it is the value itself. */
  constructor(code: string, parts?: readonly Fault[]) {
    super(code)
    this.faults = parts ?? [['', code]]
  }
}

const around = new Set(' \t\r\n\u00a0\ufeff')
const control = /[\x00-\x1f\x7f-\x9f\u2028\u2029]/
const controlInLines = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]/
/** With `u` a half alone: two that belong together are one sign. */
const half = /[\ud800-\udfff]/u
const momentWritten = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$/
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const name = /^[A-Za-z0-9_]{1,40}$/
const partMost = 200

export type Json = Record<string, unknown>

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What stands at a name, and not what every object has. */
export const own = (record: Json, key: string): unknown => (Object.hasOwn(record, key) ? record[key] : undefined)

/** Puts a value there, also under a name that means something to JavaScript. */
export function put(record: Json, key: string, value: unknown): void {
  Object.defineProperty(record, key, { value, writable: true, enumerable: true, configurable: true })
}

/** The name of an unknown field, or nothing when it is none that could be meant. */
export const shownName = (key: string): string => (name.test(key) ? key : '')

function stripped(value: string): string {
  let [start, end] = [0, value.length]
  while (start < end && around.has(value.charAt(start))) start += 1
  while (end > start && around.has(value.charAt(end - 1))) end -= 1
  return value.slice(start, end)
}

/** Text in NFC, without white space around it; `most` counts code points. */
export function text(value: unknown, most = partMost, lines = false): string | null {
  if (typeof value !== 'string' || half.test(value)) throw new Wrong('text')
  const cleaned = stripped(lines ? value.replace(/\r\n?/g, '\n') : value).normalize('NFC')
  if ((lines ? controlInLines : control).test(cleaned)) throw new Wrong('control')
  if (cleaned.length > most && Array.from(cleaned).length > most) throw new Wrong('too_long')
  return cleaned || null
}

/** A finite number that JavaScript holds exactly; minus nothing is nothing. */
export function number(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Wrong('number')
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) throw new Wrong(value > 0 ? 'too_big' : 'too_small')
  return value + 0
}

/** How many digits a number has behind the point: 7 of 1e-7. */
export function decimals(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent))
}

/** `YYYY-MM-DD`, a day that exists, 1900 to 2199. */
export function day(value: unknown): string | null {
  if (value === '') return null
  if (typeof value !== 'string') throw new Wrong('date')
  try {
    readDay(value)
  } catch {
    throw new Wrong('date')
  }
  return value
}

/** `YYYY-MM-DDTHH:MM:SSZ`, 1900 to 2199. */
export function moment(value: unknown): string | null {
  if (value === '') return null
  if (typeof value !== 'string' || !momentWritten.test(value)) throw new Wrong('moment')
  try {
    readDay(value.slice(0, 10))
  } catch {
    throw new Wrong('moment')
  }
  const [hour, minute, second] = value.slice(11, 19).split(':').map(Number) as [number, number, number]
  if (hour > 23 || minute > 59 || second > 59) throw new Wrong('moment')
  return value
}

/** A UUID in small letters. */
export function identifier(value: unknown, code = 'id'): string {
  if (typeof value === 'string' && uuid.test(value.toLowerCase())) return value.toLowerCase()
  throw new Wrong(code)
}
