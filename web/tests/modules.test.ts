import { expect, test, vi } from 'vitest'
import type { AppModule, AppRoute } from '../src/kit/module'
import { Modules } from '../src/kit/modules'
import { places } from '../src/kit/places'
import { Slot } from '../src/kit/slots'

const nothing = (): Promise<never> => Promise.reject(new Error('not opened here'))
const route = (pattern: string, more: Partial<AppRoute> = {}): AppRoute => ({ pattern, screen: nothing, title: 'x', ...more })
const card = { component: (() => undefined) as never, when: 'always' as const }

function taken(found: AppModule[], permissions: string[] = [], off: string[] = []): Modules {
  const modules = new Modules((permission) => permissions.includes(permission), (name) => !off.includes(name))
  modules.take(found)
  return modules
}

test('rows, cards and tabs stand in the order that is declared, whichever module brings them', () => {
  const row = { icon: 'box', title: 't', hint: 'h' }
  const modules = taken([
    { name: 'z', routes: [], menu: { rows: [{ ...row, order: 1, path: '/z' }] }, today: [{ ...card, order: 5 }] },
    { name: 'a', routes: [], menu: { rows: [{ ...row, order: 2, path: '/a' }] }, today: [{ ...card, order: 3 }, { ...card, order: 9 }] },
    { name: 'm', routes: [], tab: { name: 'between', order: 25, path: '/m', label: 'l', icon: 'box' } },
  ])
  expect(modules.rows().map(({ path }) => path)).toEqual(['/z', '/a'])
  expect(modules.cards('today', ['always']).map(({ order }) => order)).toEqual([3, 5, 9])
  expect(modules.tabs().map(({ name }) => name)).toEqual(['today', 'map', 'between', 'search', 'chat', 'menu'])
})

test('a place is off until a module fills it, by a tab of that name', () => {
  const none = taken([])
  expect(none.emptyAt('/map')?.name).toBe('map')
  expect(none.off().map(({ name }) => name)).toEqual([...places.map(({ name }) => name), 'briefing', 'checks'])

  const tab = { name: 'map', order: 20, path: '/map', label: 'own-label', icon: 'map' }
  const filled = taken([{ name: 'maps', routes: [route('/map')], tab }, { name: 'briefing', routes: [] }])
  expect(filled.emptyAt('/map')).toBeNull()
  expect(filled.tabs().find(({ name }) => name === 'map')).toBe(tab)
  expect(filled.off().map(({ name }) => name)).toEqual(['today', 'search', 'chat', 'menu', 'checks'])
})

test('a module of the menu that the zone has switched off has no path, tab or card, and its place is off', () => {
  const found = [{
    name: 'maps', routes: [route('/map')], menu: { tile: '/map' }, today: [{ ...card, order: 1 }],
    tab: { name: 'map', order: 20, path: '/map', label: 'own-label', icon: 'map' },
  }]
  const [on, off] = [taken(found), taken(found, [], ['maps'])]
  expect([on.at('/map')?.route.pattern, on.emptyAt('/map'), on.cards('today', ['always']).length]).toEqual(['/map', null, 1])
  expect([off.at('/map'), off.emptyAt('/map')?.name, off.cards('today', ['always']).length]).toEqual([null, 'map', 0])
  expect(off.tabs().find(({ name }) => name === 'map')?.label).not.toBe('own-label')
})

test('what modules add to a slot stands in its order, of those that are on, and a slot that nobody fills is empty', () => {
  const [words, other] = [new Slot<string>('x.words'), new Slot<string>('x.other')]
  const found: AppModule[] = [
    { name: 'a', routes: [], adds: [words.with(30, 'third'), words.with(10, 'first')] },
    { name: 'b', routes: [], adds: [words.with(20, 'second')], menu: { tile: '/b' } },
  ]
  expect(taken(found).added(words)).toEqual(['first', 'second', 'third'])
  expect(taken(found, [], ['b']).added(words)).toEqual(['first', 'third'])
  expect(taken(found).added(other)).toEqual([])
})

test('what comes with a screen is there once it is ready, and one that cannot be loaded is missing alone', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const words = new Slot<string>('x.words')
  const modules = taken([
    { name: 'a', routes: [], adds: [words.later(20, () => Promise.resolve('late')), words.with(10, 'first')] },
    { name: 'b', routes: [], adds: [words.later(30, () => Promise.reject(new Error('no network')))] },
  ])
  expect(modules.added(words)).toEqual(['first'])
  await modules.ready(words)
  expect(modules.added(words)).toEqual(['first', 'late'])
  told.mockRestore()
})

test('a module that is off sends nothing when the network is there', async () => {
  const [on, off] = [vi.fn(), vi.fn()]
  taken([{ name: 'a', routes: [], online: on }, { name: 'b', routes: [], online: off, menu: { tile: '/b' } }], [], ['b']).online(true)
  await vi.waitFor(() => expect(on).toHaveBeenCalledWith(true))
  expect(off).not.toHaveBeenCalled()
})

test('an unknown path is nobody’s, and a fixed path wins over one with an id', () => {
  const modules = taken([
    { name: 'a', routes: [route('/stops/:stop')] },
    { name: 'b', routes: [route('/stops/figures', { under: 'search' })] },
  ])
  expect(modules.at('/nowhere')).toBeNull()
  expect(modules.at('/stops/figures')).toMatchObject({ route: { pattern: '/stops/figures' }, tab: 'search' })
  expect(modules.at('/stops/7')?.params).toEqual({ stop: '7' })
})

test('without its permission a route is closed and a row is not shown', () => {
  const found = [{
    name: 'a', routes: [route('/a', { needs: 'a.read' })],
    menu: { rows: [{ order: 1, path: '/a', icon: 'box', title: 't', hint: 'h', needs: 'a.read' }] },
  }]
  const [closed, open] = [taken(found), taken(found, ['a.read'])]
  expect(closed.allowed(found[0]!.routes[0]!)).toBe(false)
  expect(closed.rows()).toEqual([])
  expect(open.allowed(found[0]!.routes[0]!)).toBe(true)
  expect(open.rows()).toHaveLength(1)
})

test('what is counted under one tab is one number, urgent when one of them is', () => {
  const tab = { name: 'search', order: 1, path: '/s', label: 'l', icon: 'box' }
  const modules = taken([
    { name: 'a', routes: [], tab, badge: () => ({ count: 2, label: 'two', urgent: false }) },
    { name: 'b', routes: [route('/b', { under: 'search' })], badge: () => ({ count: 3, label: 'three', urgent: true }) },
    { name: 'c', routes: [route('/c', { under: 'search' })], badge: () => null },
    { name: 'd', routes: [route('/d', { under: 'menu' })], badge: () => ({ count: 7, label: 'seven', urgent: true }) },
  ])
  expect(modules.badge('search')).toEqual({ count: 5, label: 'two, three', urgent: true })
  expect(modules.badge('today')).toBeNull()
})

test('two modules of one name, path or tab are refused', () => {
  const tab = { name: 'x', order: 1, path: '/x', label: 'l', icon: 'box' }
  expect(() => taken([{ name: 'a', routes: [] }, { name: 'a', routes: [] }])).toThrow('module a')
  expect(() => taken([{ name: 'a', routes: [route('/x')] }, { name: 'b', routes: [route('/x')] }])).toThrow('path /x')
  expect(() => taken([{ name: 'a', routes: [], tab }, { name: 'b', routes: [], tab }])).toThrow('tab x')
})

test('a module that fails at its start takes no other with it', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const start = vi.fn()
  taken([{ name: 'a', routes: [], start: () => { throw new Error('broken') } }, { name: 'b', routes: [], start }]).start()
  await vi.waitFor(() => expect(start).toHaveBeenCalled())
  expect(told).toHaveBeenCalled()
  told.mockRestore()
})

test('of several permissions one suffices, for the path and for its row', () => {
  const row = { icon: 'box', title: 't', hint: 'h', order: 1, path: '/board' }
  const needs = ['x.board', 'x.dispatch']
  const found: AppModule[] = [{ name: 'x', routes: [route('/board', { needs })], menu: { rows: [{ ...row, needs }] } }]
  const seen = (permissions: string[]): [boolean, number] => {
    const modules = taken(found, permissions)
    return [modules.allowed(modules.routes[0] as AppRoute), modules.rows().length]
  }
  expect([seen(['x.dispatch']), seen(['x.board']), seen(['x.read'])]).toEqual([[true, 1], [true, 1], [false, 0]])
})
