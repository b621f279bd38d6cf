import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Problem, Unreachable } from '../src/base/errors'
import { blank } from '../src/modules/briefing/content'
import { Drafting, pauseMs } from '../src/modules/briefing/later/drafting.svelte'
import { faultAt } from '../src/modules/briefing/later/faults'
import { Revising } from '../src/modules/briefing/later/revising.svelte'
import type { Content } from '../src/modules/briefing/later/wire'
import { leave } from '../src/sync/leaving'

const { get, post } = vi.hoisted(() => ({ get: vi.fn(), post: vi.fn() }))
vi.mock('../src/sync/transport', () => ({ get, post }))
const { outbox } = vi.hoisted(() => ({ outbox: { items: [] as unknown[], keep: vi.fn(), mine: vi.fn(), letGo: vi.fn() } }))
vi.mock('../src/sync/outbox/outbox.svelte', () => ({ outbox }))

const content = (more: Partial<Content> = {}): Content => ({ ...blank('nl'), title: 'Grijze bestelwagen', ...more })

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

describe('a revision without network', () => {
  const opened = async (): Promise<Revising> => {
    get.mockReset().mockResolvedValue({ item: { id: 'i', version: 2, content: content() } })
    const revising = new Revising('i')
    await revising.open()
    return revising
  }
  const refused = { id: 'r', state: 'refused', title: { key: 'brief-kept-revised', args: { item: 'i' } } }

  beforeEach(() => {
    outbox.items = []
    outbox.keep.mockReset().mockResolvedValue('r')
    outbox.mine.mockReset().mockResolvedValue({ command: { body: { content: content({ title: 'Van mij' }) } } })
    outbox.letGo.mockReset().mockResolvedValue(undefined)
    post.mockReset()
  })

  test('is kept under the name by which it was sent, and is no longer unfinished', async () => {
    post.mockRejectedValue(new Unreachable())
    const revising = await opened()
    ;(revising.content as Content).title = 'Nieuw'
    expect(await revising.publish(false, '')).toBe('kept')
    const [command, shown, instead, known] = outbox.keep.mock.calls[0] ?? []
    expect(command).toMatchObject({ action: 'briefing.revise', body: { item: 'i', version: 2, content: { title: 'Nieuw' } } })
    expect(shown).toMatchObject({ title: { args: { item: 'i', title: 'Nieuw' } } })
    expect([instead, known]).toEqual([undefined, post.mock.calls[0]?.[2].command])
    expect(revising.changed).toBe(false)
  })

  test('that this device cannot keep stays on the screen', async () => {
    post.mockRejectedValue(new Unreachable())
    outbox.keep.mockRejectedValue(new Error('full'))
    const revising = await opened()
    ;(revising.content as Content).title = 'Nieuw'
    expect(await revising.publish(false, '')).toBeNull()
    expect([revising.content?.title, revising.changed, String(revising.error)]).toEqual(['Nieuw', true, 'Error: full'])
  })

  test('refused, it goes on over the version that there is now, and is let go once that is published', async () => {
    outbox.items = [refused]
    const revising = await opened()
    expect([revising.content?.title, revising.resumed, revising.changed]).toEqual(['Van mij', true, true])
    post.mockResolvedValue({ version: 3 })
    await revising.publish(false, '')
    expect(post.mock.calls[0]?.[1]).toMatchObject({ version: 2, content: { title: 'Van mij' } })
    expect(outbox.letGo).toHaveBeenCalledWith('r')
  })

  test('refused and without network again, it takes the place of the refused one', async () => {
    outbox.items = [refused]
    post.mockRejectedValue(new Unreachable())
    await (await opened()).publish(false, '')
    expect(outbox.keep.mock.calls[0]?.[2]).toBe('r')
    expect(outbox.letGo).not.toHaveBeenCalled()
  })

  test('that of another item is not taken up', async () => {
    outbox.items = [{ ...refused, title: { ...refused.title, args: { item: 'other' } } }]
    expect((await opened()).changed).toBe(false)
  })
})
