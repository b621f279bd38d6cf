/** A form made from a declaration: what it asks, what it says, and what it keeps. */
import { readFileSync } from 'node:fs'
import { render } from 'svelte/server'
import { beforeAll, describe, expect, test } from 'vitest'
import { languages, useLanguage } from '../src/base/i18n.svelte'
import { CaseForm, Draft, planOf, type Kept } from '../src/modules/cases/later/form/index'
import { fromInput, toInput } from '../src/modules/cases/later/form/moments'
import { numberOf, numberShown } from '../src/modules/cases/later/form/numbers'
import { matching } from '../src/modules/cases/later/form/options'
import { faultText, pathText } from '../src/modules/cases/later/form/words'
import type { Json } from '../src/modules/cases/later/rules/values'
import { manifestOf } from './cases/manifests'

const circumstances = { now: new Date('2026-11-30T12:00:00Z'), today: '2026-11-30', user: { id: 'u1', name: 'Jan', unit: '', roles: [] } }
const draftOf = (name: 'found_bicycle' | 'residence_like', answers: Json, more: { version?: number; before?: Json } = {}): Draft => {
  const kept: Kept = { version: more.version ?? 3, answers }
  return new Draft(planOf(manifestOf(name)), () => circumstances, { kept, ...(more.before ? { before: more.before } : {}) })
}
const html = (draft: Draft, visit = false): string => render(CaseForm, { props: { draft, visit } }).body
const asked = { asked_on: '2026-11-02', address: { street: 'Molenstraat', number: '8', postcode: '3700', municipality: 'Tongeren' } }
const visit = { id: '00000000-0000-4000-8000-000000000001', at: '2026-11-03T19:00:00Z', outcome: 'refused' }

beforeAll(() => useLanguage('nl'))

describe('a form', () => {
  test('asks for every field that is shown, and not for what is hidden or reckoned', () => {
    const shown = html(draftOf('residence_like', asked))
    for (const name of ['asked_on', 'address', 'household', 'members', 'visits', 'housing', 'cars', 'quarter', 'advice', 'log']) expect(shown).toContain(`data-path="${name}"`)
    for (const name of ['reason', 'next_part', 'decide_by']) expect(shown).not.toContain(`data-path="${name}"`)
    expect(shown).toContain('24 november 2026')
  })

  test.each(languages)('speaks the officer’s language: %s', async (language) => {
    await useLanguage(language)
    const manifest = manifestOf('residence_like')
    const shown = html(draftOf('residence_like', asked))
    for (const name of ['asked_on', 'housing', 'advice']) expect(shown).toContain(manifest.fields[name]?.label[language])
    expect(shown).not.toMatch(/cases-[a-z]/)
    await useLanguage('nl')
  })

  test('has a few options as buttons and many as a list', () => {
    const shown = html(draftOf('found_bicycle', {}))
    expect(shown.match(/class="options [^"]*many/g)).toHaveLength(1)
  })

  test('says in words what cannot be done yet', () => {
    expect(html(draftOf('found_bicycle', { owner: { family_name: 'Peeters' } }))).toMatch(/nemen kan[^]*Tekenen kan/)
  })

  test('says nothing about what nobody has reached, and all once it is tried, in a region that is read out', () => {
    const draft = draftOf('residence_like', { ...asked, visits: [visit] })
    expect(html(draft)).not.toContain('Vul dit in')
    expect(draft.attempt()).toBeNull()
    expect(html(draft)).toMatch(/role="status" aria-live="polite"[^>]*>[^]{0,20}Nog na te kijken: 1\. Bezoeken 1: Nota: Vul dit in\./)
  })

  test('says what is wrong with a field when it is left', () => {
    const draft = draftOf('found_bicycle', { found_on: '2026-12-24', frame_number: 'x' })
    draft.touch('found_on')
    expect(draft.said).toEqual([['found_on', 'check0']])
    expect(faultText(draft.plan.manifest, draft.faultAt('found_on'))).toBe('Die dag moet nog komen')
  })
})

describe('a draft', () => {
  test('gives hidden answers back on toggling and leaves them out on sending', () => {
    const draft = draftOf('residence_like', { ...asked, visits: [visit], advice: 'negative', reason: 'moved_on' })
    ;(draft.answers['visits'] as Json[])[0]!['note'] = 'Deur dicht'
    expect(draft.attempt()?.['reason']).toBe('moved_on')
    draft.answers['advice'] = 'positive'
    expect(draft.attempt()).not.toHaveProperty('reason')
    draft.answers['advice'] = 'negative'
    expect(draft.attempt()?.['reason']).toBe('moved_on')
  })

  test('on an older form moves to the newer with its answers, and shows those that have no place', () => {
    const older = { ...asked, proposal: 'negative', household: { many: 2 }, next_part: 'night', visits: [{ ...visit, card: true }] }
    const draft = draftOf('residence_like', older, { version: 1 })
    expect(draft.answers).toEqual({ ...asked, visits: [visit] })
    expect(draft.left).toEqual({ proposal: 'negative', household: { many: 2 }, 'visits[0].card': true })
    expect(draft.kept).toEqual({ version: 3, answers: { ...asked, visits: [visit] } })
    expect(html(draft)).toContain('proposal: negative')
  })

  test('keeps entries that are stored as they are', () => {
    const entry = { id: visit.id, at: visit.at, by: 'u1', text: 'gebeld' }
    const shown = html(draftOf('residence_like', { ...asked, log: [entry] }, { before: { ...asked, log: [entry] } }))
    expect(shown).toContain('gebeld')
    expect(shown).not.toMatch(/<textarea[^>]*>gebeld/)
  })
})

test('a moment is written in Brussels, whatever the device thinks; a day is never moved', () => {
  expect(toInput('2026-07-01T22:30:00Z')).toBe('2026-07-02T00:30')
  for (const at of ['2026-07-01T22:30:00Z', '2026-12-31T23:30:00Z', '1900-01-01T10:00:00Z', '2199-07-01T10:00:00Z']) expect(fromInput(toInput(at))).toBe(at)
  expect(fromInput('2026-10-25T02:30')).toBe('2026-10-25T00:30:00Z')
  expect(fromInput('2026-03-29T02:30')).toBe('2026-03-29T01:30:00Z')
  expect(draftOf('residence_like', asked).checked.data['asked_on']).toBe('2026-11-02')
})

test('a number is typed with comma or point, and what is none stays as it was typed', () => {
  expect(['650,35', '3', '-2.5', '3,', 'drie', ' '].map(numberOf)).toEqual([650.35, 3, -2.5, '3,', 'drie', undefined])
  expect([numberShown(650.35, 'nl-BE'), numberShown(650.35, 'en-GB'), numberShown('drie', 'nl-BE')]).toEqual(['650,35', '650.35', 'drie'])
})

test('20,000 options are searched at once, the chosen one first', () => {
  const options = Array.from({ length: 20_000 }, (_, i) => [`c${i}`, `Straat É${i}`] as const)
  const start = performance.now()
  expect(matching(options, 'e19999 straat', 'c5').map(([code]) => code)).toEqual(['c5', 'c19999'])
  expect(performance.now() - start).toBeLessThan(500)
})

test('a place in a record has a name that people know', () => {
  const manifest = manifestOf('residence_like')
  expect(['visits[1].note', 'members[0].person.birth_date', 'address.street', 'advice'].map((path) => pathText(manifest, path)))
    .toEqual(['Bezoeken 2: Nota', 'Gezinsleden 1: Persoon: Geboren op', 'Adres: Straat', 'Advies'])
})

test.each(languages)('what is wrong is said in the server’s own words: %s', async (language) => {
  const lines = (path: string): string[] => readFileSync(new URL(path, import.meta.url), 'utf8').split('\n').filter((line) => line.includes('-fault-'))
  const servers = lines(`../../src/focus/kit/texts/${language}.ftl`).map((line) => line.replace('kit-', 'cases-'))
  expect(lines(`../src/modules/cases/texts/later/form/${language}.ftl`).filter((line) => !line.startsWith('cases-fault-other'))).toEqual(servers)
})
