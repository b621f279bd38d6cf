/** What a record may hold in a field of each kind, as `focus.kit.cleaning` has it. */
import { composite } from './composites'
import type { FieldDeclared } from './manifest'
import { day, decimals, moment, number, text, Wrong, type Fault, type Json } from './values'

/** Gives a value cleaned, or null where nothing is filled in. `year`: of today. */
export type Cleaner = (value: unknown, year: number) => unknown

function textCleaner(field: FieldDeclared): Cleaner {
  const pattern = field.pattern ? new RegExp(`^(?:${field.pattern})$`, 'u') : null
  return (value) => {
    const cleaned = text(value, field.max ?? 500, field.lines ?? false)
    if (cleaned !== null && pattern && !pattern.test(cleaned)) throw new Wrong('pattern')
    return cleaned
  }
}

function numberCleaner(field: FieldDeclared): Cleaner {
  return (value) => {
    const cleaned = number(value)
    if (!Number.isInteger(cleaned) && decimals(cleaned) > (field.decimals ?? 0)) throw new Wrong('decimals')
    if (field.min !== undefined && cleaned < field.min) throw new Wrong('too_small')
    if (field.max !== undefined && cleaned > field.max) throw new Wrong('too_big')
    return cleaned
  }
}

function choiceCleaner(field: FieldDeclared): Cleaner {
  const options = field.options ?? {}
  return (value) => {
    if (value === '') return null
    if (typeof value !== 'string' || !Object.hasOwn(options, value)) throw new Wrong('option')
    return value
  }
}

function yesNo(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new Wrong('yes_no')
  return value
}

function photosCleaner(field: FieldDeclared): Cleaner {
  return (value, year) => {
    if (!Array.isArray(value)) throw new Wrong('photos')
    if (value.length > (field.at_most ?? 20)) throw new Wrong('too_many')
    const cleaned: Json[] = []
    const faults: Fault[] = []
    value.forEach((one: unknown, number_) => {
      try {
        const photo = composite('photo', one, year)
        if (photo === null) faults.push([`[${number_}]`, 'photo'])
        else if (cleaned.some((other) => other['id'] === photo['id'])) faults.push([`[${number_}]`, 'twice'])
        else cleaned.push(photo)
      } catch (wrong) {
        if (!(wrong instanceof Wrong)) throw wrong
        faults.push(...wrong.faults.map(([path, code]): Fault => [`[${number_}]${path ? '.' : ''}${path}`, code]))
      }
    })
    if (faults.length) throw new Wrong('photos', faults)
    return cleaned.length ? cleaned : null
  }
}

/** What cleans values of a field that is no group. */
export function cleaner(field: FieldDeclared): Cleaner {
  switch (field.kind) {
    case 'text': return textCleaner(field)
    case 'number': return numberCleaner(field)
    case 'choice': return choiceCleaner(field)
    case 'yes_no': return yesNo
    case 'date': return day
    case 'moment': return moment
    case 'photos': return photosCleaner(field)
    default: return (value, year) => composite(field.kind, value, year)
  }
}
