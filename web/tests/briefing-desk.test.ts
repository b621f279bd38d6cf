import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { found, groupsFor, summary, withOne, without, type Directory } from '../src/modules/briefing/later/audience'
import { Calling, coverMs, keyOf } from '../src/modules/briefing/later/calling.svelte'
import { blank, blankSubject, whole } from '../src/modules/briefing/content'
import { elsewhere, faultAt, faultsUnder } from '../src/modules/briefing/later/faults'
import { areaOf, boundsOf, cornersOf, crosses, frameOf, readArea } from '../src/modules/briefing/later/geometry'
import { byLine, columns, columnText } from '../src/modules/briefing/later/importing'
import { differences, merged, proposal, undecided } from '../src/modules/briefing/later/merge'
import { counted } from '../src/modules/briefing/later/readers'
import { daysOn, fromInput, tonight, toInput } from '../src/modules/briefing/later/validity'
import type { Called, Content, Point, Reader, RollCall } from '../src/modules/briefing/later/wire'

const content = (more: Partial<Content> = {}): Content => ({ ...blank('nl'), title: 'Grijze bestelwagen', ...more })

describe('two versions', () => {
  const base = content()

  test('what only one of the two changed needs no decision', () => {
    const found = differences(base, content({ title: 'Witte bestelwagen' }), content({ place: 'Vaartdijk' }))
    expect(found).toEqual([{ field: 'title', by: 'mine' }, { field: 'place', by: 'theirs' }])
    expect(undecided(found, proposal(found))).toEqual([])
  })

  test('what both changed waits for the author, and his choice decides', () => {
    const [mine, theirs] = [content({ title: 'Wit', text: 'a' }), content({ title: 'Zwart' })]
    const found = differences(base, mine, theirs)
    const choices = proposal(found)
    expect(undecided(found, choices)).toEqual(['title'])
    expect(merged(mine, theirs, choices)).toMatchObject({ title: 'Wit', text: 'a' })
    expect(merged(mine, theirs, { ...choices, title: 'theirs' })).toMatchObject({ title: 'Zwart', text: 'a' })
  })

  test('one moment written in two ways is no difference', () => {
    const [mine, theirs] = [whole({ kind: 'event', title: 'x', valid_to: '2026-11-30T05:00:00Z' }), whole({ kind: 'event', title: 'x', valid_to: '2026-11-30T06:00:00+01:00' })]
    expect(differences(null, mine, theirs)).toEqual([])
  })

  test('subjects are compared by what they say', () => {
    const mine = content({ subjects: [{ ...blankSubject('vehicle'), plate: '2ZKV318' }] })
    expect(differences(base, mine, whole({ ...base, area: null, subjects: [{ kind: 'vehicle', plate: '2ZKV318' }] }))).toEqual([])
    expect(differences(base, mine, base).map(({ field }) => field)).toEqual(['subjects'])
  })
})

describe('faults', () => {
  const faults = [{ path: 'content.subjects.1.plate', code: 'x.y', message: 'Fout' }, { path: 'audience', code: 'x.z', message: 'Niemand' }]

  test('stand at their field, with and without the name of the argument', () => {
    expect(faultAt(faults, 'subjects.1.plate')).toBe('Fout')
    expect(faultAt(faults, 'subjects.1')).toBe('')
    expect(faultAt(faults, 'audience')).toBe('Niemand')
    expect(faultsUnder(faults, 'subjects.1')).toHaveLength(1)
    expect(faultsUnder(faults, 'subjects.10')).toHaveLength(0)
  })

  test('of a field that the form does not have are told all the same', () => {
    expect(elsewhere(faults, ['subjects']).map((one) => one.path)).toEqual(['audience'])
  })
})

describe('whom it is for', () => {
  const named = (id: string, name: string, hint = ''): { id: string; name: string; hint: string } => ({ id, name, hint })
  const directory: Directory = {
    units: [named('u1', 'Interventie', 'INT'), named('u2', 'Verkeer', 'VK')], functions: [named('officer', 'Politieambtenaar')],
    wards: [named('w1', 'Vaartdijk', 'L3')], persons: [named('p1', 'Zoë Maes', 'wijkinspecteur')], areas: [],
  }
  const none = blank('nl').audience

  test('is found by any word, with or without accents, and never twice', () => {
    expect(found(directory, 'zoe wijk', none, groupsFor('police')).map((one) => one.id)).toEqual(['p1'])
    expect(found(directory, 'v', withOne(none, { group: 'units', id: 'u2' }), groupsFor('police')).map((one) => one.id)).toEqual(['u1', 'w1'])
    expect(found(directory, '  ', none, groupsFor('police'))).toEqual([])
  })

  test('is persons alone where it is secret, and no ward where it stays in the unit', () => {
    expect(found(directory, 'v', none, groupsFor('secret')).map((one) => one.id)).toEqual([])
    expect(found(directory, 'v', none, groupsFor('unit')).map((one) => one.group)).toEqual(['units', 'units'])
  })

  test('is no longer the whole zone once somebody is named, and can be taken back', () => {
    const one = withOne({ ...none, whole: true }, { group: 'wards', id: 'w1' })
    expect([one.whole, one.wards]).toEqual([false, ['w1']])
    expect(without(one, { group: 'wards', id: 'w1' })).toEqual(none)
  })

  test('is summed up by the first names; one that is gone stands by its id', () => {
    const audience = { ...none, units: ['u1', 'u2'], functions: ['officer'], persons: ['p9'] }
    expect(summary(audience, directory)).toEqual({ names: ['Interventie', 'Verkeer', 'Politieambtenaar'], more: 1 })
    expect(summary({ ...none, persons: ['p9'] }, directory).names).toEqual(['p9'])
  })
})

describe('an area', () => {
  const square: Point[] = [[4.40, 51.00], [4.42, 51.00], [4.42, 51.02], [4.40, 51.02]]

  test('is closed, and its corners come back', () => {
    const area = areaOf(square)
    expect(area?.coordinates[0]).toHaveLength(5)
    expect(cornersOf(area)).toEqual(square)
    expect(areaOf(square.slice(0, 2))).toBeNull()
  })

  test('whose border crosses itself is known; a corner more or less is not a crossing', () => {
    const [a, b, c, d] = square as [Point, Point, Point, Point]
    expect(crosses(areaOf([a, b, c, d]))).toBe(false)
    expect(crosses(areaOf([a, b, c]))).toBe(false)
    expect(crosses(areaOf([a, c, b, d]))).toBe(true)
    expect(crosses(areaOf([a, [4.41, 51.00], b, c, d]))).toBe(false)
  })

  test('is tapped where it is drawn', () => {
    const frame = frameOf(boundsOf([areaOf(square)]) ?? { west: 0, south: 0, east: 0, north: 0 }, 600, 400)
    for (const place of square) expect(frame.from(...frame.to(place))).toEqual(place)
    const [[west, top], [east, bottom]] = [frame.to([4.40, 51.02]), frame.to([4.42, 51.00])]
    expect([west < east, top < bottom]).toEqual([true, true])
    expect((east - west) / (bottom - top)).toBeCloseTo(Math.cos((51.01 * Math.PI) / 180), 2)
  })

  test('is read from what was pasted, alone or as a feature; a line is none', () => {
    const area = areaOf(square)
    expect(readArea(JSON.stringify(area))).toEqual(area)
    expect(readArea(JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: area }] }))).toEqual(area)
    expect(readArea(JSON.stringify({ type: 'LineString', coordinates: square }))).toBeNull()
    expect(readArea('{')).toBeNull()
    expect(readArea('null')).toBeNull()
    expect(readArea(JSON.stringify({ type: 'Polygon', coordinates: 5 }))).toBeNull()
  })
})

describe('how long it counts', () => {
  test('tonight ends at the next six, also in the small hours', () => {
    expect(toInput(tonight(new Date(2026, 10, 30, 14, 5)).toISOString())).toBe('2026-12-01T06:00')
    expect(toInput(tonight(new Date(2026, 10, 30, 3, 0)).toISOString())).toBe('2026-11-30T06:00')
    expect(toInput(tonight(new Date(2026, 10, 30, 6, 0)).toISOString())).toBe('2026-12-01T06:00')
  })

  test('a week on is the same time on the wall', () => {
    expect(toInput(daysOn(new Date(2026, 9, 22, 9, 30, 12), 7).toISOString())).toBe('2026-10-29T09:30')
  })

  test('what is typed comes back as it was typed', () => {
    expect(toInput(fromInput('2026-12-01T06:00'))).toBe('2026-12-01T06:00')
    expect([fromInput(''), fromInput('31-12'), toInput(null)]).toEqual([null, null, ''])
  })
})

describe('the roll call', () => {
  const called = (id: string): Called => ({ id, read: 0, of: 1, sightings: [] }) as unknown as Called
  const call = (...ids: string[]): RollCall => ({ at: '', unit: null, unit_name: '', items: ids.map(called) })

  test('stays at what is shown when something urgent is published before it', () => {
    const calling = new Calling()
    calling.take(call('a', 'b', 'c'), 0)
    calling.step(1)
    calling.take(call('z', 'a', 'b', 'c'), 1)
    expect([calling.shown?.id, calling.place]).toEqual(['b', 3])
  })

  test('goes to what took the place of one that was recalled, and never past the end', () => {
    const calling = new Calling()
    calling.take(call('a', 'b', 'c'), 0)
    calling.to(2)
    calling.take(call('a', 'b'), 1)
    expect(calling.shown?.id).toBe('b')
    calling.step(1)
    expect(calling.place).toBe(2)
    calling.take(call(), 2)
    expect([calling.shown, calling.place]).toEqual([null, 0])
    calling.take(call('a'), 3)
    expect(calling.shown?.id).toBe('a')
  })

  test('covers itself after a minute without contact, and shows itself again with it', () => {
    const calling = new Calling()
    expect(calling.covered(1e9)).toBe(false)
    calling.take(call('a'), 1_000)
    expect(calling.covered(1_000 + coverMs - 1)).toBe(false)
    expect(calling.covered(1_000 + coverMs)).toBe(true)
    calling.take(call('a'), 90_000)
    expect(calling.covered(90_001)).toBe(false)
  })

  test('a key with Ctrl is the browser’s', () => {
    const plain = { ctrlKey: false, metaKey: false, altKey: false }
    expect(['ArrowRight', 'ArrowLeft', 'Home', 'End', 'f', 'p', 'q'].map((key) => keyOf({ key, ...plain }))).toEqual(['next', 'back', 'first', 'last', 'full', 'print', null])
    expect(keyOf({ key: 'p', ...plain, ctrlKey: true })).toBeNull()
  })
})

test('whoever read an older version than the one asked for counts as unread', () => {
  const reader = (version: number | null, reachable = true): Reader => ({ person: '', name: '', function: '', version, reachable })
  const all = [reader(1), reader(2), reader(3), reader(null), reader(null, false), reader(2, false)]
  expect(counted(all, 2)).toEqual({ read: 3, unread: 2, unreachable: 1 })
})

test('problems of a table stand by line, in its order', () => {
  const rows = byLine([{ line: 9, path: 'title', code: 'a' }, { line: 2, path: 'plate', code: 'b' }, { line: 9, path: 'kind', code: 'c' }])
  expect(rows.map(({ line, problems }) => [line, problems.length])).toEqual([[2, 1], [9, 2]])
})

describe('columns of a table', () => {
  const said = (language: string): Map<string, string> => {
    const folder = '../../src/focus/modules/briefing/texts/later/desk/'
    const text = readFileSync(new URL(`${folder}${language}.ftl`, import.meta.url), 'utf8')
    return new Map(Array.from(text.matchAll(/^([\w-]+) = (.*)$/gm), ([, key = '', value = '']) => [key, value]))
  }

  test.each(['nl', 'fr', 'de', 'en'])('each has a name of its own in %s, and what is wrong with whom it is for too', (language) => {
    const words = said(language)
    const titles = [...columns, 'audience'].map((column) => words.get(columnText(column)))
    expect(titles.filter((title) => !title)).toEqual([])
    expect(new Set(titles).size).toBe(titles.length)
  })
})
