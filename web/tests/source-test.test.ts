import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { languages, useLanguage } from '../src/base/i18n.svelte'
import { Problem } from '../src/base/errors'
import { fieldText, outcomeText, SourceTesting, tookText } from '../src/modules/search/later/health/testing.svelte'
import type { Purpose } from '../src/modules/purposes/public'
import type { SourceTested } from '../src/modules/search/wire'

const post = vi.hoisted(() => vi.fn())
vi.mock('../src/sync/transport', async (original) => ({ ...(await original<object>()), post }))

const purpose: Purpose = { code: 'wanted_search', title: 'Wanted', basis: 'art. 15', reference: 'optional', accepts: ['self'], reason: 'optional' }
const told: SourceTested = {
  source: 'dogs', kind: 'national_number', normal: '85.07.30-033.28', state: 'answered', reason: '', ms: 41, deadline_ms: 2500, records: 1, unread: 0,
  warnings: 1, mapped: [{ type: 'person', part: 'fact', field: 'pit_bull_permit', records: 1 }], drift: [],
  words: { facts: { pit_bull_permit: 'Pit bull permit until' }, warnings: {} },
}

function ready(): SourceTesting {
  const test = new SourceTesting('dogs')
  test.question = ' 85.07.30-033.28 '
  test.reason = ' See whether it answers '
  test.purpose = purpose
  return test
}

beforeAll(() => useLanguage('en'))

beforeEach(() => {
  post.mockReset().mockResolvedValue(told)
})

describe('the test of one source', () => {
  it('needs a question, a purpose, a reason in words, and the reference where the purpose does', async () => {
    const test = ready()
    expect(test.complete).toBe(true)
    for (const [field, value] of [['question', '  '], ['reason', '- ab'], ['purpose', null]] as const) {
      const lacking = Object.assign(ready(), { [field]: value })
      expect(lacking.complete, field).toBe(false)
      await lacking.run()
    }
    test.purpose = { ...purpose, reference: 'required' }
    expect(test.complete).toBe(false)
    test.reference = 'I-0482'
    expect(test.complete).toBe(true)
    expect(post).not.toHaveBeenCalled()
  })

  it('asks this source alone, under the purpose and with the reason', async () => {
    const test = ready()
    await test.run()
    expect(post).toHaveBeenCalledExactlyOnceWith('/api/search/test-source', {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, source: 'dogs', question: '85.07.30-033.28', purpose: 'wanted_search', reason: 'See whether it answers',
    })
    expect(test.result).toEqual(told)
  })

  it('asks once however often it is pressed, and anew with another id afterwards', async () => {
    const test = ready()
    await Promise.all([test.run(), test.run()])
    expect(post).toHaveBeenCalledTimes(1)
    await test.run()
    const ids = post.mock.calls.map(([, body]) => (body as { id: string }).id)
    expect(new Set(ids).size).toBe(2)
  })

  it('keeps what was typed when it is refused, says why, and shows no older result', async () => {
    const test = ready()
    await test.run()
    const refusal = new Problem({ code: 'search.source_closed' }, 403)
    post.mockRejectedValue(refusal)
    await test.run()
    expect([test.failure, test.result, test.busy]).toEqual([refusal, null, false])
    expect(test.question.trim()).toBe('85.07.30-033.28')
  })

  it('leaves nothing on a locked screen, neither what was typed nor what comes late', async () => {
    const test = ready()
    post.mockImplementation(async () => {
      test.clear()
      return told
    })
    await test.run()
    expect([test.question, test.reason, test.purpose, test.result]).toEqual(['', '', null, null])
  })

  it('says in words what became of it, in every language', async () => {
    const seen = new Set<string>()
    for (const language of languages) {
      await useLanguage(language)
      const texts = [
        outcomeText(told), outcomeText({ ...told, state: 'empty', records: 0 }), outcomeText({ ...told, state: 'silent', reason: 'timeout' }),
        outcomeText({ ...told, state: 'failed', reason: 'quota' }), tookText(told), fieldText(told.mapped[0]!, told.words)[1], fieldText({ ...told.mapped[0]!, part: 'record', field: 'born' }, told.words)[0],
      ]
      expect(new Set(texts).size).toBe(texts.length)
      expect(texts.join()).not.toMatch(/health-test|search-source|\{/)
      seen.add(texts.join())
    }
    expect(seen.size).toBe(languages.length)
    await useLanguage('en')
  })

  it('counts a field in one record and in several, and calls it by its own word', () => {
    const [field] = told.mapped
    expect(fieldText(field!, told.words)).toEqual(['Pit bull permit until', 'in 1 record'])
    expect(fieldText({ ...field!, records: 3 }, told.words)[1]).toBe('in 3 records')
    expect(fieldText({ ...field!, part: 'record', field: 'person' }, told.words)[0]).toBe('Name')
    expect(fieldText({ ...field!, part: 'identifier', field: 'national_number' }, told.words)[0]).not.toMatch(/_/)
    expect(tookText(told)).toBe('41\u00a0ms of at most 2.5 s')
  })
})
