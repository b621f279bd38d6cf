import { describe, expect, test } from 'vitest'
import { heldAbout, type BriefingItem } from '../src/modules/incidents/behind/device'
import { questionsOf } from '../src/modules/incidents/behind/safety.svelte'
import { silence, warnings, type Answer } from '../src/modules/incidents/behind/strip'
import { incident } from './incidents-builders'

const place = { street: 'Kapelstraat', number: '41', postcode: '9999', town: 'Lindebeek' }
const now = new Date('2026-11-25T14:00:00Z')

/** What Search has of one question. */
function answer(said: { phase?: Answer['phase']; awaiting?: boolean; verdict?: object; cards?: object[]; id?: string } = {}): Answer {
  const verdict = { kind: 'verdict', level: 'green', word: 'nothing', reasons: [], answered: 2, expected: 2, missing: [], final: true, ...said.verdict }
  const sources = [['cwr', 'CWR'], ['vov', 'VOV']].map(([name, short]) => ({ name, short }))
  return { asked: { id: said.id ?? 'q1', question: '' }, phase: said.phase ?? 'closed', awaiting: said.awaiting ?? false, verdict, cards: said.cards ?? [], sources } as unknown as Answer
}

const reason = (code: string, tone: 'red' | 'amber', source = 'cwr', card = 'c1'): object => ({ code, tone, word: 'attention', source, card })

describe('what warns', () => {
  test('the incident itself comes first: its weapon, then whom it warns of', () => {
    const one = incident({ weapon: true, linked: [{ kind: 'vehicle', label: 'Grijze bestelwagen', caution: true }, { kind: 'person', label: 'Melder' }] })
    const found = warnings(one, [], [answer({ verdict: { level: 'red', reasons: [reason('wanted_arrest', 'red')] } })])
    expect(found.map(({ id, source }) => [id.split(' ')[0], source])).toEqual([['weapon', ''], ['linked-0', ''], ['q1', 'CWR']])
  })

  test('each says who knows it and how old it is, and leads to its answer', () => {
    const card = { id: 'c1', type: 'address', title: 'Kapelstraat 41', warnings: [{ source: 'cwr', at: '2026-11-23T14:00:00Z', warn: { code: 'weapon_registered' } }] }
    const [found] = warnings(incident(), [], [answer({ cards: [card], verdict: { level: 'amber', reasons: [reason('weapon_registered', 'amber')] } })])
    expect([found?.source, found?.at, found?.href, found?.icon]).toEqual(['CWR', '2026-11-23T14:00:00Z', '/search/q1', 'gun'])
  })

  test('red stands before what this device holds, amber after it', () => {
    const held = heldAbout(incident({ place, opened_at: '2026-11-25T13:00:00Z' }), [incident({ place, opened_at: '2026-11-20T13:00:00Z' })], [], now)
    const reasons = [reason('known', 'amber'), reason('wanted_arrest', 'red', 'vov')]
    expect(warnings(incident(), held, [answer({ verdict: { level: 'red', reasons } })]).map(({ source }) => source)).toEqual(['VOV', held[0]?.source, 'CWR'])
  })

  test('the same fact of the same source, come by two questions, is said once', () => {
    const verdict = { level: 'amber', reasons: [reason('weapon_registered', 'amber')] }
    expect(warnings(incident(), [], [answer({ id: 'q1', verdict }), answer({ id: 'q2', verdict })])).toHaveLength(1)
  })

  test('while answers come, those that are there are shown', () => {
    const running = answer({ phase: 'streaming', awaiting: true, verdict: { level: 'red', final: false, reasons: [reason('wanted_arrest', 'red')] } })
    expect([warnings(incident(), [], [running]).length, silence([running]).awaiting]).toEqual([1, true])
  })
})

describe('silence is never nothing', () => {
  test('who has not answered is named, once', () => {
    const lacking = { level: 'pending', word: 'not_all', missing: [{ source: 'cwr', why: 'silent' }] }
    expect(silence([answer({ verdict: lacking }), answer({ verdict: lacking })])).toEqual({ names: ['CWR'], failed: false, awaiting: false, clear: false })
  })

  test('a question that failed, was cut off, or whose check did not run, is said', () => {
    const failing = [answer({ phase: 'failed', verdict: { final: false } }), answer({ verdict: { final: false, level: 'pending' } }), answer({ verdict: { missing: [{ check: 'k', why: 'purpose' }] } })]
    expect(failing.map((one) => silence([one]).failed)).toEqual([true, true, true])
  })

  test('clear only when every question is green to its end', () => {
    expect(silence([answer(), answer()]).clear).toBe(true)
    expect(silence([answer(), answer({ verdict: { final: false }, awaiting: true })]).clear).toBe(false)
    expect(silence([answer({ verdict: { level: 'amber' } })]).clear).toBe(false)
  })

  test('nothing asked is not clear', () => {
    expect(silence([]).clear).toBe(false)
  })
})

describe('without network', () => {
  const item = (said: Partial<BriefingItem['content']>, more: Partial<BriefingItem> = {}): BriefingItem =>
    ({ id: 'b1', published_at: '2026-11-25T08:00:00Z', ...more, content: { kind: 'attention', title: 'Gevaarlijke hond', ...said } })

  test('earlier incidents at the same number are shown, those next door and later ones are not', () => {
    const here = incident({ place, opened_at: '2026-11-25T13:00:00Z' })
    const earlier = incident({ place: { ...place, street: 'KAPELSTRAAT' }, opened_at: '2026-11-01T13:00:00Z', title: 'Burenruzie' })
    const others = [incident({ place: { ...place, number: '43' }, opened_at: '2026-11-01T13:00:00Z' }), incident({ place, opened_at: '2026-11-25T13:30:00Z' }), incident({ place: { ...place, postcode: '9000' }, opened_at: '2026-11-01T13:00:00Z' })]
    expect(heldAbout(here, [here, earlier, ...others], [], now).map(({ said }) => said)).toEqual([{ text: 'Burenruzie' }])
  })

  test('an incident without a number of a street has no earlier ones', () => {
    const words = incident({ place: { text: 'aan de sluis' }, opened_at: '2026-11-25T13:00:00Z' })
    expect(heldAbout(words, [incident({ place: { text: 'aan de sluis' }, opened_at: '2026-11-01T13:00:00Z' })], [], now)).toEqual([])
  })

  test('the briefing answers for the address and for a plate, however it is written', () => {
    const one = incident({ place, linked: [{ kind: 'vehicle', question: '2zkv318' }] })
    const items = [item({ place: 'Hoek Kapelstraat 41, Lindebeek' }), item({ title: 'Bestelwagen', subjects: [{ plate: '2-ZKV-318' }] }, { id: 'b2' }), item({ place: 'Kapelstraat 4' }, { id: 'b3' })]
    expect(heldAbout(one, [], items, now).map(({ id }) => id)).toEqual(['briefing b1', 'briefing b2'])
  })

  test('what was recalled or has ended does not', () => {
    const one = incident({ place })
    const items = [item({ place: 'Kapelstraat 41' }, { state: 'recalled' }), item({ place: 'Kapelstraat 41', valid_to: '2026-11-25T13:59:00Z' })]
    expect(heldAbout(one, [], items, now)).toEqual([])
  })

  test('a wanted person is red', () => {
    const one = incident({ linked: [{ kind: 'person', question: 'Dirk Verzonnen' }] })
    expect(heldAbout(one, [], [item({ kind: 'wanted_person', subjects: [{ family_name: 'Verzonnen', given_names: 'Dirk' }] })], now)[0]?.tone).toBe('red')
  })
})

describe('what is asked by itself', () => {
  test('the address, and of what is linked only what it warns of', () => {
    const one = incident({ place, linked: [{ kind: 'vehicle', question: '2-ZKV-318', caution: true }, { kind: 'person', question: 'Melder, Ann' }, { kind: 'person', label: 'iemand', caution: true }] })
    expect(questionsOf(one)).toEqual([{ question: 'Kapelstraat 41, 9999 Lindebeek', reading: 'address' }, { question: '2-ZKV-318' }])
  })

  test('never more than four, since each stands in the log', () => {
    expect(questionsOf(incident({ place, linked: Array.from({ length: 9 }, (_, n) => ({ kind: 'vehicle' as const, question: `P${n}`, caution: true })) }))).toHaveLength(4)
  })

  test('nothing where there is no address', () => {
    expect(questionsOf(incident({ place: { text: 'aan de sluis' } }))).toEqual([])
  })
})
