import { beforeAll, describe, expect, it } from 'vitest'
import { useLanguage } from '../src/base/i18n.svelte'
import type { SourceHealth } from '../src/modules/search/wire'
import { driftText, faultPlace, isTroubled, nextTry, partsText, percent, sorted, standOf, whyText, wholeOf } from '../src/modules/search/later/health/health'

beforeAll(() => useLanguage('en'))

function source(name: string, more: Partial<SourceHealth> = {}): SourceHealth {
  return {
    name, short: name, title: name, kind: 'rest', good: true, reason: '', since: null, asked_at: null, failed_reason: '', failed_at: null,
    next_try: null, why: '', asked: 10, answered: 10, silent: 0, failed: {}, unread: 0, median_ms: 40, p95_ms: 90, breaker_open: false,
    last_good: null, hour: { at: '' }, strip: [], drift: [], quota: null, listed: null, slots: [], ...more,
  } as SourceHealth
}

const listed = { entries: 5, fresh_at: '2026-11-01T00:00:00Z', old: false, bad: 0, load: 'loaded', why: '' }

describe('the health of sources', () => {
  it('says which asks for attention: a failure, a part, an old list, and never one that nobody asked', () => {
    expect(standOf(source('a', { good: false, reason: 'timeout' }))).toBe('bad')
    expect(standOf(source('a', { good: false, reason: 'unread' }))).toBe('part')
    expect(standOf(source('a', { listed: { ...listed, old: true } } as Partial<SourceHealth>))).toBe('old')
    expect(standOf(source('a', { good: null, listed } as Partial<SourceHealth>))).toBe('never')
    expect(isTroubled(source('a', { good: null }))).toBe(false)
    expect(isTroubled(source('a', { unread: 1 }))).toBe(true)
  })

  it('names the reason in words', () => {
    expect(whyText(source('a', { good: false, reason: 'tls' }))).toBe('No secure connection: certificate')
    expect(whyText(source('a', { listed: { ...listed, load: 'refused' } } as Partial<SourceHealth>))).toBe('Last load refused')
    expect(whyText(source('a'))).toBe('')
  })

  it('names a faulty file with its line, before any other reason', () => {
    const fault = { file: 'plates.toml', line: 12, what: 'short: is missing' }
    expect(whyText(source('a', { good: false, reason: 'unusable', faults: [fault] }))).toBe('The file of this source is faulty')
    expect(faultPlace(fault)).toBe('plates.toml, line 12')
    expect(faultPlace({ ...fault, line: 0 })).toBe('plates.toml')
  })

  it('never rounds to all or nothing', () => {
    expect(percent(9_999, 10_000)).toBe('99.9%')
    expect(percent(10, 10)).toBe('100%')
    expect(percent(1, 10_000)).toBe('0.1%')
    expect(percent(0, 0)).toBe('–')
  })

  it('tells answered, silent and failed apart', () => {
    const parts = wholeOf(source('a', { asked: 10, answered: 6, silent: 3 }))
    expect(partsText(parts)).toBe('60% answered, 30% silent, 10% failed; asked 10 ×')
  })

  it('puts the troubled first, then by name, and sorts by a column in both directions', () => {
    const all = [source('b'), source('c', { good: false, reason: 'reset', median_ms: 10 }), source('a', { median_ms: 900 })]
    expect(sorted(all, 'stand', false).map((one) => one.name)).toEqual(['c', 'a', 'b'])
    expect(sorted(all, 'median', true).map((one) => one.name)).toEqual(['a', 'b', 'c'])
  })

  it('names how an answer differs by its sort, and a next try only while it is to come', () => {
    const drift = { path: 'colour', change: 'type', found: 'object', since: '', last: '', times: 1 } as const
    expect(driftText(drift)).toBe('Another kind of value (object)')
    const now = new Date('2026-11-24T10:00:00Z')
    expect(nextTry(source('a', { next_try: '2026-11-24T09:59:00Z' }), now)).toBe('')
    expect(nextTry(source('a', { next_try: '2026-11-24T10:30:00Z' }), now)).not.toBe('')
  })
})
