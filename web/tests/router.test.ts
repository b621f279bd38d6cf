import { expect, test } from 'vitest'
import { match } from '../src/base/router.svelte'

const patterns = { today: '/', search: '/search', lookup: '/search/:lookup', mine: '/me/lookups' }

test('the root is today', () => {
  expect(match('/', patterns)).toEqual({ name: 'today', params: {} })
})

test('a named part of the path is given back', () => {
  expect(match('/search/0190-a', patterns)).toEqual({ name: 'lookup', params: { lookup: '0190-a' } })
})

test('a slash at the end changes nothing', () => {
  expect(match('/me/lookups/', patterns)?.name).toBe('mine')
})

test('an unknown or longer path fits nothing', () => {
  expect(match('/nowhere', patterns)).toBeNull()
  expect(match('/search/a/b', patterns)).toBeNull()
})
