import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Problem, Unreachable } from '../src/base/errors'
import { found, groupsFor, summary, withOne, without, type Directory } from '../src/modules/briefing/later/audience'
import { Calling, coverMs, keyOf } from '../src/modules/briefing/later/calling.svelte'
import { blank, blankSubject, whole } from '../src/modules/briefing/later/content'
import { Drafting, pauseMs } from '../src/modules/briefing/later/drafting.svelte'
import { elsewhere, faultAt, faultsUnder } from '../src/modules/briefing/later/faults'
import { areaOf, boundsOf, cornersOf, crosses, frameOf, readArea } from '../src/modules/briefing/later/geometry'
import { byLine } from '../src/modules/briefing/later/importing'
import { differences, merged, proposal, undecided } from '../src/modules/briefing/later/merge'
import { counted } from '../src/modules/briefing/later/readers'
import { leave } from '../src/sync/leaving'
import { Revising } from '../src/modules/briefing/later/revising.svelte'
import { daysOn, fromInput, tonight, toInput } from '../src/modules/briefing/later/validity'
import type { Called, Content, Point, Reader, RollCall } from '../src/modules/briefing/later/wire'

const { get, post } = vi.hoisted(() => ({ get: vi.fn(), post: vi.fn() }))
vi.mock('../src/sync/transport', () => ({ get, post }))

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

describe('a draft on the screen', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    get.mockReset().mockResolvedValue([{ id: 'd', version: 3, content: content(), author: 'Maes', changed_at: '' }])
    post.mockReset()
  })

  const there: Drafting[] = []
  afterEach(() => there.splice(0).forEach((one) => one.forget()))

  const opened = async (): Promise<Drafting> => {
    const drafting = new Drafting('d')
    there.push(drafting)
    await drafting.open('nl')
    return drafting
  }
  const write = (drafting: Drafting, more: Partial<Content>): void => {
    Object.assign(drafting.content as Content, more)
    drafting.touched()
  }
  const changed = (theirs: Content, version: number): Problem => new Problem({ code: 'briefing.draft_changed', theirs, version }, 409)

  test('is kept after a pause, with the version that was on the screen', async () => {
    post.mockResolvedValue({ draft: 'd', version: 4 })
    const drafting = await opened()
    write(drafting, { title: 'Nieuw' })
    expect(drafting.standing).toBe('changed')
    await vi.advanceTimersByTimeAsync(pauseMs)
    expect(post.mock.calls[0]?.[1]).toMatchObject({ draft: 'd', version: 3, content: { title: 'Nieuw' } })
    expect([drafting.standing, drafting.version]).toEqual(['kept', 4])
    await drafting.save()
    expect(post).toHaveBeenCalledTimes(1)
  })

  test('one that nobody wrote in is not kept at all', async () => {
    get.mockResolvedValue([])
    const drafting = await opened()
    drafting.touched()
    drafting.leave()
    await vi.advanceTimersByTimeAsync(pauseMs)
    expect(post).not.toHaveBeenCalled()
  })

  test('a colleague’s change stops the keeping; what was decided is kept upon it', async () => {
    post.mockRejectedValueOnce(changed(content({ title: 'Van de collega' }), 7)).mockResolvedValue({ draft: 'd', version: 8 })
    const drafting = await opened()
    write(drafting, { title: 'Van mij' })
    await vi.advanceTimersByTimeAsync(pauseMs)
    expect(drafting.conflict?.theirs.title).toBe('Van de collega')
    expect(drafting.content?.title).toBe('Van mij')
    write(drafting, { text: 'nog iets' })
    await vi.advanceTimersByTimeAsync(pauseMs * 10)
    expect(post).toHaveBeenCalledTimes(1)
    await drafting.settle(content({ title: 'Samen' }))
    expect(post.mock.calls[1]?.[1]).toMatchObject({ version: 7, content: { title: 'Samen' } })
    expect(drafting.conflict).toBeNull()
  })

  test('what was kept although the answer was lost is no colleague’s', async () => {
    post.mockRejectedValueOnce(new Unreachable()).mockRejectedValueOnce(changed(content({ title: 'Een' }), 4)).mockResolvedValue({ draft: 'd', version: 5 })
    const drafting = await opened()
    write(drafting, { title: 'Een' })
    await drafting.save()
    expect(drafting.standing).toBe('failed')
    expect(await drafting.save()).toBe(true)
    expect(drafting.conflict).toBeNull()
    expect(drafting.version).toBe(4)
  })

  test('nor is it when something was typed since', async () => {
    post.mockRejectedValueOnce(new Unreachable()).mockRejectedValueOnce(changed(content({ title: 'Een' }), 4)).mockResolvedValue({ draft: 'd', version: 5 })
    const drafting = await opened()
    write(drafting, { title: 'Een' })
    await drafting.save()
    write(drafting, { title: 'Twee' })
    expect(await drafting.save()).toBe(true)
    expect(drafting.conflict).toBeNull()
    expect(post.mock.calls.at(-1)?.[1]).toMatchObject({ version: 4, content: { title: 'Twee' } })
  })

  test('sent again it goes by the same name, changed by another', async () => {
    post.mockRejectedValue(new Unreachable())
    const drafting = await opened()
    write(drafting, { title: 'Een' })
    await drafting.save()
    await drafting.save()
    write(drafting, { title: 'Twee' })
    await drafting.save()
    const names = post.mock.calls.map((call) => call[2].command)
    expect(names[0]).toBe(names[1])
    expect(names[2]).not.toBe(names[0])
  })

  test('what is typed while it is being kept is kept next', async () => {
    let answer: (value: unknown) => void = () => undefined
    post.mockReturnValueOnce(new Promise((done) => { answer = done })).mockResolvedValue({ draft: 'd', version: 5 })
    const drafting = await opened()
    write(drafting, { title: 'Een' })
    await vi.advanceTimersByTimeAsync(pauseMs)
    write(drafting, { title: 'Eenentwintig' })
    answer({ draft: 'd', version: 4 })
    await vi.advanceTimersByTimeAsync(pauseMs * 2)
    expect(post.mock.calls[1]?.[1]).toMatchObject({ version: 4, content: { title: 'Eenentwintig' } })
  })

  test('a refusal stands at its fields', async () => {
    const fields = [{ path: 'content.audience', code: 'briefing.audience_of_nobody', message: 'Kies' }]
    post.mockResolvedValueOnce({ draft: 'd', version: 4 }).mockRejectedValue(new Problem({ code: 'briefing.item_invalid', fields }, 422))
    const drafting = await opened()
    write(drafting, { title: 'Een' })
    expect(await drafting.publish()).toBeNull()
    expect(post.mock.calls[1]?.[1]).toEqual({ draft: 'd', version: 4 })
    expect(faultAt(drafting.faults, 'audience')).toBe('Kies')
    expect(drafting.error).toBeNull()
  })

  test('what was typed last is sent before the lock', async () => {
    post.mockResolvedValue({ draft: 'd', version: 4 })
    const drafting = await opened()
    write(drafting, { title: 'Net nog' })
    await leave()
    expect(post.mock.calls.map((call) => call[1].content.title)).toEqual(['Net nog'])
  })

  test('after a lock nothing is in memory and nothing is sent', async () => {
    const drafting = await opened()
    write(drafting, { title: 'Een' })
    drafting.forget()
    await vi.advanceTimersByTimeAsync(pauseMs * 3)
    expect(drafting.content).toBeNull()
    expect(post).not.toHaveBeenCalled()
  })
})

test('a revision that a colleague overtook is decided upon his version', async () => {
  const shown = { item: { id: 'i', version: 2, content: content() } }
  get.mockReset().mockResolvedValue(shown)
  post.mockReset().mockRejectedValueOnce(new Problem({ code: 'briefing.item_changed', theirs: content({ place: 'Markt' }), version: 3 }, 409)).mockResolvedValue({ version: 4 })
  const revising = new Revising('i')
  await revising.open()
  expect(revising.changed).toBe(false)
  ;(revising.content as Content).title = 'Nieuw'
  expect(await revising.publish(true, 'tikfout')).toBeNull()
  expect(revising.conflict?.theirs.place).toBe('Markt')
  revising.settle(content({ title: 'Nieuw', place: 'Markt' }))
  await revising.publish(true, 'tikfout')
  expect(post.mock.calls[1]?.[1]).toMatchObject({ version: 3, minor: true, why: 'tikfout', content: { place: 'Markt' } })
})

test('a revision that was left goes on where it was, until the lock', async () => {
  get.mockReset().mockResolvedValue({ item: { id: 'i', version: 2, content: content() } })
  const opened = async (): Promise<Revising> => {
    const revising = new Revising('i')
    await revising.open()
    return revising
  }
  const first = await opened()
  ;(first.content as Content).title = 'Half'
  first.leave()
  get.mockResolvedValue({ item: { id: 'i', version: 3, content: content({ place: 'Markt' }) } })
  const second = await opened()
  expect([second.content?.title, second.resumed, second.changed]).toEqual(['Half', true, true])
  post.mockReset().mockResolvedValue({ version: 4 })
  await second.publish(false, '')
  expect(post.mock.calls[0]?.[1]).toMatchObject({ version: 2 }) // so that the server tells what a colleague made of it
  await second.restart()
  expect([second.content?.place, second.changed]).toEqual(['Markt', false])
  ;(second.content as Content).title = 'Half'
  second.leave()
  second.forget()
  expect((await opened()).changed).toBe(false)
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
