/** The vectors that server and app share: `tests/kit/vectors.md` says how one is read. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { due, moveFaults, planOf, TooNew, validate, type Checked, type Circumstances, type Json, type Plan } from '../src/modules/cases/later/rules/index'
import { holidays, partOfDay } from '../src/modules/cases/later/rules/calendar'
import { RE2JS } from '@bufbuild/re2'
import { caseNames, manifestOf } from './cases/manifests'

interface Told {
  now: string
  today: string
  user: { id: string; name: string; unit?: string; roles?: string[] }
}
interface Vector extends Partial<Told> {
  name: string
  base: string
  set?: Json
  drop?: string[]
  whole?: unknown
  before?: Json
  cleaned?: Json
  gone?: string[]
  faults?: [string, string][]
  move?: [string, string]
  stands?: [string, string][]
  due?: [string, [number, 'days' | 'working_days'] | null, string | null]
}
interface Vectors extends Told {
  bases: Record<string, { case: string; data: Json; computed: Json }>
  vectors: Vector[]
}

const all = JSON.parse(readFileSync(new URL('../../tests/kit/vectors.json', import.meta.url), 'utf8')) as Vectors
const plans = new Map<string, Plan>(caseNames.map((name) => [name, planOf(manifestOf(name))]))

const without = (data: Json, names: string[] = []): Json => Object.fromEntries(Object.entries(data).filter(([name]) => !names.includes(name)))
/** As JSON does it: a name like `__proto__` is a name. */
const laid = (...layers: Json[]): Json => Object.fromEntries(layers.flatMap((layer) => Object.entries(layer)))

function circumstances(vector: Partial<Told>): Circumstances {
  const { now, today, user } = { ...all, ...vector }
  return { now: new Date(now), today, user: { unit: '', roles: [], ...user } }
}

function checked(vector: Vector): Checked {
  const base = all.bases[vector.base]
  const plan = base && plans.get(base.case)
  if (!base || !plan) throw new Error(vector.base)
  const given = 'whole' in vector ? vector.whole : without(laid(base.data, vector.set ?? {}), vector.drop)
  return validate(plan, given, circumstances(vector), vector.before)
}

function wanted(vector: Vector): Json {
  const base = all.bases[vector.base]
  return without(laid(base?.data ?? {}, base?.computed ?? {}, vector.cleaned ?? {}), vector.gone)
}

describe('a vector', () => {
  test('is one of at least 150', () => expect(all.vectors.length).toBeGreaterThanOrEqual(150))

  test.each(all.vectors)('$name', (vector) => {
    const found = checked(vector)
    expect(found.faults).toEqual(vector.faults ?? [])
    expect(found.data).toEqual(wanted(vector))
    if (vector.move) expect(moveFaults(found, ...vector.move)).toEqual(vector.stands)
    if (vector.due) {
      const [name, delay, day] = vector.due
      expect(due(found, name, delay ? { count: delay[0], unit: delay[1] } : undefined)).toBe(day)
    }
  })

  test.each(all.vectors)('$name: what was cleaned is clean', (vector) => {
    const first = checked(vector)
    if (first.faults.length) return expect(first.faults).toEqual(vector.faults)
    const again = validate(first.plan, first.data, circumstances(vector))
    expect([again.data, again.faults]).toEqual([first.data, []])
  })
})

describe('a declaration', () => {
  test('of a later language of rules is refused: this app would answer otherwise', () => {
    expect(() => planOf({ ...manifestOf('found_bicycle'), rules_version: 2 })).toThrow(TooNew)
  })

  test('needs no code made from text, which the content security policy forbids', () => {
    const evil = globalThis.Function
    globalThis.Function = new Proxy(evil, { apply: () => { throw new Error('code from text') }, construct: () => { throw new Error('code from text') } })
    try {
      const plan = planOf(manifestOf('residence_like'))
      expect(validate(plan, all.bases['residence']?.data, circumstances({})).faults).toEqual([])
    } finally {
      globalThis.Function = evil
    }
  })
})

test('a field by the name of an object’s part is not there unless it is given', () => {
  const plan = plans.get('found_bicycle') as Plan
  const { faults } = validate(plan, { ...all.bases['bicycle']?.data, constructor: 1 }, circumstances({}))
  expect(faults).toEqual([['constructor', 'unknown']])
})

test('a record of 40 answers is checked well within a frame', () => {
  const vector = all.vectors.find(({ name }) => name === 'negative after three') as Vector
  for (let i = 0; i < 50; i++) checked(vector)
  const start = performance.now()
  for (let i = 0; i < 50; i++) checked(vector)
  expect((performance.now() - start) / 50).toBeLessThan(16)
})

describe('the calendar', () => {
  test.each([
    ['2026-07-01T03:59:59Z', 'night'], ['2026-07-01T04:00:00Z', 'morning'], ['2026-07-01T09:59:59Z', 'morning'], ['2026-07-01T10:00:00Z', 'afternoon'],
    ['2026-12-01T16:59:59Z', 'afternoon'], ['2026-12-01T17:00:00Z', 'evening'], ['2026-12-01T20:59:59Z', 'evening'], ['2026-12-01T21:00:00Z', 'night'],
  ])('%s is %s in Brussels', (at, part) => expect(partOfDay(Date.parse(at) / 1000)).toBe(part))

  test('knows the ten legal holidays of a year', () => {
    const days = ['01-01', '04-06', '05-01', '05-14', '05-25', '07-21', '08-15', '11-01', '11-11', '12-25']
    expect([...holidays(2026)].sort((a, b) => a - b)).toEqual(days.map((day) => Date.parse(`2026-${day}`) / 86_400_000))
  })
})

test('patterns of rules are the browser’s own, anywhere in the text, by code points', () => {
  expect(RE2JS.compile('[0-9]{2}')).toBeInstanceOf(RegExp)
  expect([RE2JS.compile('[0-9]{2}').test('a12b'), RE2JS.compile('a[^b]c').test('a🚲c'), RE2JS.compile('[0-9]').test('٣')]).toEqual([true, true, false])
})
