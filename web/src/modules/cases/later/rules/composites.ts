/** Values of several parts, as `focus.kit.composites` has them. */
import { day, identifier, isObject, moment, number, own, put, shownName, text, Wrong, type Fault, type Json } from './values'

const hashWritten = /^[0-9a-f]{64}$/
const plateWritten = /^[A-Z0-9À-ÖØ-ÞĀ-ž]{1,12}$/
const countryWritten = /^[A-Z]{2}$/

/**
 * Whether eleven digits are a number of the national register, or of the foreigners' (month + 20 or + 40).
 * `year`: of today; nobody is born after it, so two digits beyond it are of the century before.
 */
export function isNationalNumber(digits: string, year: number): boolean {
  if (!/^[0-9]{11}$/.test(digits) || Number(digits) === 0) return false
  const [front, control] = [Number(digits.slice(0, 9)), Number(digits.slice(9))]
  const fits = (base: number): boolean => 97 - (base % 97) === control
  const born2000 = Number(digits.slice(0, 2)) + 2000 <= year
  const month = Number(digits.slice(2, 4))
  return (fits(front) || (born2000 && fits(2_000_000_000 + front))) && month <= 52 && month % 20 <= 12
}

function nationalNumber(value: unknown, year: number): string | null {
  const cleaned = text(value)
  if (cleaned === null) return null
  const digits = cleaned.replace(/[ .-]/g, '')
  if (!isNationalNumber(digits, year)) throw new Wrong('national_number')
  return digits
}

function plate(value: unknown): string | null {
  const cleaned = text(value)
  if (cleaned === null) return null
  const found = cleaned.replace(/[ .·-]/g, '').toUpperCase()
  if (!plateWritten.test(found)) throw new Wrong('plate')
  return found
}

function country(value: unknown): string | null {
  const found = text(value)?.toUpperCase() ?? null
  if (found !== null && !countryWritten.test(found)) throw new Wrong('country')
  return found
}

function sex(value: unknown): string | null {
  if (value !== '' && value !== 'F' && value !== 'M' && value !== 'X') throw new Wrong('option')
  return value || null
}

function hash(value: unknown): string {
  if (typeof value !== 'string' || !hashWritten.test(value)) throw new Wrong('hash')
  return value
}

const degrees = (most: number) => (value: unknown): number => {
  const found = number(value)
  if (Math.abs(found) > most) throw new Wrong('point')
  return found
}

type Clean = (value: unknown, year: number) => unknown
/** How a part is cleaned, and whether it must be there. */
type Parts = Readonly<Record<string, readonly [clean: Clean, must: boolean]>>

const txt: Clean = (value) => text(value)
const point: Parts = { longitude: [degrees(180), false], latitude: [degrees(90), false] }
const parts: Readonly<Record<string, Parts>> = {
  person: { id: [txt, false], family_name: [txt, true], given_names: [txt, false], birth_date: [day, false], national_number: [nationalNumber, false], sex: [sex, false] },
  vehicle: { plate: [plate, true], country: [country, false] },
  address: { street: [txt, true], number: [txt, true], box: [txt, false], postcode: [txt, true], municipality: [txt, true], country: [country, false], ...point, ward: [txt, false] },
  place: { text: [txt, false], ...point },
  area: { id: [txt, true], label: [txt, true] },
  photo: { id: [(value) => identifier(value), true], sha256: [hash, true], at: [moment, true] },
  signature: { id: [(value) => identifier(value), true], by: [txt, true], at: [moment, true] },
}

/** The parts that a kind has; empty for one that has none. */
export const partsOf = (kind: string): readonly string[] => Object.keys(parts[kind] ?? {})

function cleanParts(value: Json, known: Parts, year: number, faults: Fault[]): Json {
  const cleaned: Json = {}
  for (const [name, [clean]] of Object.entries(known)) {
    const given = own(value, name)
    try {
      const one = given === undefined || given === null ? null : clean(given, year)
      if (one !== null) put(cleaned, name, one)
    } catch (wrong) {
      if (!(wrong instanceof Wrong)) throw wrong
      faults.push(...wrong.faults.map(([, code]): Fault => [name, code]))
    }
  }
  return cleaned
}

/** A value of several parts; one that has none is not filled in. */
export function composite(kind: string, value: unknown, year: number): Json | null {
  const known = parts[kind]
  if (!known || !isObject(value)) throw new Wrong(kind)
  const faults: Fault[] = Object.keys(value).filter((name) => !Object.hasOwn(known, name)).map((name) => [shownName(name), 'unknown'])
  const cleaned = cleanParts(value, known, year, faults)
  if (!Object.keys(cleaned).length && !faults.length) return null
  const named = new Set(faults.map(([name]) => name))
  for (const [name, [, must]] of Object.entries(known)) {
    if (must && !Object.hasOwn(cleaned, name) && !named.has(name)) faults.push([name, 'required'])
  }
  const half = Object.hasOwn(cleaned, 'longitude') !== Object.hasOwn(cleaned, 'latitude')
  if (half && !named.has('longitude') && !named.has('latitude')) faults.push(['', 'point'])
  if (faults.length) throw new Wrong(kind, faults)
  if (kind === 'person' && !Object.hasOwn(cleaned, 'given_names')) cleaned['given_names'] = ''
  return cleaned
}
