import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { modules } from '../src/kit/modules'
import type { AppModule } from '../src/kit/module'
import { tasks } from '../src/modules/purposes/public'
import { keeper, lookups, offline, type Question } from '../src/modules/search/public'
import { router } from '../src/base/router.svelte'
import { connection } from '../src/sync/connection.svelte'
import { session } from '../src/sync/session.svelte'

const put: Question[] = []
const kept: Question[] = []
const looks: AppModule = { name: 'looks', routes: [], adds: [offline.with(10, async (asked) => { put.push(asked) })] }
const keeps: AppModule = { name: 'keeps', routes: [], adds: [keeper.with(10, { promise: () => '', keep: async (asked) => { kept.push(asked) }, seen: () => undefined })] }

beforeEach(() => {
  session.status = 'open'
  connection.online = false
  tasks.chosen = { purpose: { code: 'traffic', title: 'Verkeerscontrole', basis: 'WPA art. 16' }, reference: 'C-1109', reason: '' } as never
  vi.spyOn(router, 'go').mockImplementation(() => undefined)
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no network in this test')))
})

afterEach(() => {
  put.length = kept.length = 0
  lookups.recent = []
  tasks.chosen = null
  modules.take([])
  vi.restoreAllMocks()
})

test('without network a question is put to the device under its purpose, and kept as before', async () => {
  modules.take([looks, keeps])
  lookups.ask({ question: '1-ABC-123' })
  await vi.waitFor(() => expect(kept.length).toBe(1))
  expect(put.map(({ question, purpose }) => [question, purpose])).toEqual([['1-ABC-123', { code: 'traffic', reference: 'C-1109' }]])
  expect(put[0]?.id).toBe(kept[0]?.id)
  expect(lookups.recent).toEqual([])
})

test('where nobody keeps questions the device answers all the same', async () => {
  modules.take([looks])
  lookups.ask({ question: '1-ABC-123' })
  await vi.waitFor(() => expect(put.length).toBe(1))
  expect(lookups.recent).toEqual([])
})

test('where nobody adds anything a question without network fails as any other call', async () => {
  lookups.ask({ question: '1-ABC-123' })
  await vi.waitFor(() => expect(lookups.recent[0]?.phase).toBe('failed'))
})

test('with network the device is not asked', async () => {
  connection.online = true
  vi.stubGlobal('fetch', () => new Promise(() => undefined))
  modules.take([looks, keeps])
  lookups.ask({ question: '1-ABC-123' })
  await vi.waitFor(() => expect(lookups.recent.length).toBe(1))
  expect(put).toEqual([])
})
