import { expect, test, vi } from 'vitest'

vi.mock('../src/base/i18n.svelte', async (original) => ({
  ...(await original<typeof import('../src/base/i18n.svelte')>()), t: (key: string, params?: object) => (params ? `${key} ${JSON.stringify(params)}` : key),
}))
vi.mock('../src/sync/outbox/outbox.svelte', () => ({ outbox: {} }))

import { decidingOf } from '../src/kit/deciding'
import { isUndecided, pairsOf } from '../src/shell/behind/both'
import type { Kept } from '../src/sync/outbox/outbox.svelte'
import '../src/modules/briefing/behind/deciding'

const id = '0192f000-0000-7000-8000-000000000001'
const kept = (more: Partial<Kept>): Kept => ({ id, n: 1, at: new Date(), state: 'refused', title: null, module: null, problem: null, ...more })

test('only a refused item of which the other version is known can be decided', () => {
  const problem = { code: 'feed.stale', record: `notes.note/${id}`, version: 2, theirs: { text: 'a' } }
  expect(isUndecided(kept({ problem }))).toBe(true)
  expect(isUndecided(kept({ problem, state: 'waiting' }))).toBe(false)
  expect(isUndecided(kept({ problem: { code: 'notes.gone' } }))).toBe(false)
  const { theirs: _, ...untold } = problem
  expect(isUndecided(kept({ problem: untold }))).toBe(false)
})

test('a type whose module says nothing is shown name by name, with what differs', () => {
  const pairs = pairsOf({ note: id, text: 'mine', shared: true, tags: ['a', 'b'] }, { id, version: 2, to: ['x'], text: 'theirs', shared: true, seen_by: 'Jan' })
  expect(pairs).toEqual([
    { name: 'text', mine: 'mine', theirs: 'theirs', differs: true },
    { name: 'shared', mine: 'decide-yes', theirs: 'decide-yes', differs: false },
    { name: 'tags', mine: 'a, b', theirs: '', differs: true },
    { name: 'seen by', mine: '', theirs: 'Jan', differs: true },
  ])
})

const how = decidingOf(`briefing.item/${id}`)
const body = (content: object): Record<string, unknown> => ({ item: id, content: { kind: 'vehicle', title: 'Fiets', ...content }, version: 1, minor: true, why: 'tikfout' })

test('of a briefing item only what it says differently differs, however it is written down', () => {
  const theirs = { kind: 'vehicle', title: 'Damesfiets', valid_to: '2026-11-25T06:00:00Z' }
  const pairs = how?.pairs(body({ text: '', language: 'nl', valid_to: '2026-11-25T07:00:00+01:00' }), theirs) ?? []
  expect(pairs.filter(({ differs }) => differs)).toEqual([{ name: 'brief-field-title', mine: 'Fiets', theirs: 'Damesfiets', differs: true }])
  expect(how?.pairs(body({}), { id, content: { ...theirs, valid_to: null } }).filter(({ differs }) => differs)).toHaveLength(1)
})

test('two audiences of the same size are not the same', () => {
  const audience = (unit: string): object => ({ audience: { units: [unit] } })
  const pairs = how?.pairs(body(audience('a')), { kind: 'vehicle', title: 'Fiets', ...audience('b') })
  expect(pairs?.find(({ name }) => name === 'brief-field-audience')).toMatchObject({ mine: 'brief-audience-units {"n":1}', theirs: 'brief-audience-units {"n":1}', differs: true })
})

test('mine over theirs is built on theirs and asks everybody to read anew', () => {
  expect(how?.over({ action: 'briefing.revise', body: body({}) }, 4).body).toMatchObject({ version: 4, minor: false, why: 'tikfout', item: id })
  expect(how?.edit({ action: 'briefing.revise', body: body({}) })).toBe(`/briefing/desk/item/${id}/revise`)
})
