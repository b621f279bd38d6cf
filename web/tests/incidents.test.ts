import { describe, expect, test } from 'vitest'
import { useLanguage } from '../src/base/i18n.svelte'
import { folded, isShown, timeline, type Told } from '../src/modules/incidents/behind/fold'
import { groupOf, grouped, myOwn, newToMe, unassigned } from '../src/modules/incidents/behind/groups'
import { buttons, hasAccepted, nextStep } from '../src/modules/incidents/behind/states'
import { lineText, navigation, placeText } from '../src/modules/incidents/behind/words'
import { crew, incident, line, on, shown } from './incidents-builders'

const mine = crew('NO-2')
const other = crew('NO-4')
const said = (of: string, state: 'accepted' | 'en_route' | 'on_scene' | 'available', at = '2026-11-25T14:00:00Z'): Told =>
  ({ what: 'state', item: `${of} ${state}`, incident: of, state, at, waiting: true })

describe('the way of a crew', () => {
  test('from the alert two words lead to en route, and two more to free', () => {
    expect([undefined, 'assigned', 'accepted', 'en_route', 'on_scene', 'available'].map((state) => nextStep(state as never)))
      .toEqual(['accepted', 'accepted', 'en_route', 'on_scene', 'available', 'accepted'])
  })

  test('what was said keeps its time, one is next, the rest may be said out of turn', () => {
    const row = buttons(on(mine, 'en_route', { accepted: '14:22', en_route: '14:29' }))
    expect(row.map(({ step, as, at }) => [step, as, at])).toEqual([
      ['accepted', 'done', '14:22'], ['en_route', 'done', '14:29'], ['on_scene', 'next', null], ['available', 'later', null],
    ])
  })

  test('who has left begins anew, without the times of before', () => {
    expect(buttons(on(mine, 'available', { accepted: '14:22' }))[0]).toEqual({ step: 'accepted', as: 'next', at: null })
  })

  test('being assigned is not having accepted', () => {
    expect([hasAccepted(null), hasAccepted(on(mine, 'assigned')), hasAccepted(on(mine, 'accepted')), hasAccepted(on(mine, 'available'))]).toEqual([false, false, true, false])
  })
})

describe('what was said on this device lies over the records', () => {
  test('a status is shown at once and as not sent', () => {
    const one = incident()
    const [first] = folded([one], [said(one.id, 'accepted')], mine)
    expect([first?.mine?.state, first?.mine?.times?.accepted, first?.waiting]).toEqual(['accepted', '2026-11-25T14:00:00Z', true])
  })

  test('the time that the server wrote first stays', () => {
    const one = incident({ crews: [on(mine, 'accepted', { accepted: '2026-11-25T13:58:00Z' })] })
    expect(folded([one], [said(one.id, 'accepted')], mine)[0]?.mine?.times?.accepted).toBe('2026-11-25T13:58:00Z')
  })

  test('accepting another one leaves the first, and no other crew moves', () => {
    const first = incident({ crews: [on(mine, 'on_scene'), on(other, 'on_scene')] })
    const second = incident({ crews: [on(other, 'accepted')] })
    const [a, b] = folded([first, second], [said(second.id, 'accepted')], mine)
    expect(a?.incident.crews?.map(({ state }) => state).sort()).toEqual(['available', 'on_scene'])
    expect(b?.incident.crews?.map(({ call_sign, state }) => [call_sign, state])).toEqual([['NO-2', 'accepted'], ['NO-4', 'accepted']])
  })

  test('being free on one does not end what the crew is on elsewhere', () => {
    const first = incident({ crews: [on(mine, 'available')] })
    const second = incident({ crews: [on(mine, 'en_route')] })
    expect(folded([first, second], [said(first.id, 'available')], mine)[1]?.mine?.state).toBe('en_route')
  })

  test('one that was closed meanwhile stays closed', () => {
    const one = incident({ state: 'closed', crews: [on(mine, 'available')] })
    expect(folded([one], [said(one.id, 'on_scene')], mine)[0]?.mine?.state).toBe('available')
  })

  test('closing frees every crew and says how it ended', () => {
    const one = incident({ crews: [on(mine, 'on_scene'), on(other, 'on_scene')] })
    const [after] = folded([one], [{ what: 'close', item: 'x', incident: one.id, at: '2026-11-25T15:00:00Z', waiting: true, result: 'done', text: '' }], mine)
    expect([after?.incident.state, after?.incident.result, after?.incident.crews?.map(({ state }) => state)]).toEqual(['closed', 'done', ['available', 'available']])
  })

  test('without a crew nothing is taken', () => {
    const one = incident()
    expect(folded([one], [said(one.id, 'accepted')], null)[0]?.incident.crews).toEqual([])
  })

  test('what the record shows is no longer needed', () => {
    const one = incident({ crews: [on(mine, 'en_route', { accepted: 'x', en_route: 'y' })] })
    const note: Told = { what: 'note', item: 'n', incident: one.id, at: '', waiting: false, line: 'l-own', text: 'Deur open' }
    expect(isShown(said(one.id, 'accepted'), one, [], mine)).toBe(true)
    expect(isShown(said(one.id, 'on_scene'), one, [], mine)).toBe(false)
    expect(isShown(note, one, [], mine)).toBe(false)
    expect(isShown(note, one, [line(one, { id: 'l-own' })], mine)).toBe(true)
  })
})

describe('the timeline', () => {
  const one = incident()
  const early = line(one, { at: '2026-11-25T13:00:00Z' })
  const late = line(one, { at: '2026-11-25T13:00:01Z' })
  const note: Told = { what: 'note', item: 'n', incident: one.id, at: '2026-11-25T13:00:00.500Z', waiting: true, line: 'l-own', text: 'Deur open' }

  test('stands with the newest first, to the second, and my own in its place', () => {
    const found = timeline(one.id, [early, late, line(incident())], [note], 'NO-2')
    expect(found.map(({ id, author, waiting }) => [id, author, waiting])).toEqual([[late.id, 'Meldkamer', false], ['n', 'NO-2', true], [early.id, 'Meldkamer', false]])
  })

  test('a note that has arrived stands there once', () => {
    expect(timeline(one.id, [line(one, { id: 'l-own', text: 'Deur open' })], [note], 'NO-2')).toHaveLength(1)
  })

  test('the code of a state is worded, a crew’s and an officer’s own words are not', async () => {
    await useLanguage('nl')
    await import('virtual:focus-texts/later/incidents/field')
    expect([lineText({ kind: 'crew', text: 'en_route' }), lineText({ kind: 'crew', text: 'Wij gaan' }), lineText({ kind: 'note', text: 'en_route' })]).toEqual(['Onderweg', 'Wij gaan', 'en_route'])
  })
})

describe('how they are grouped', () => {
  test('mine, running, waiting for a crew, closed; a crew that left is none', () => {
    const assigned = on(mine, 'assigned')
    expect([
      groupOf(shown(incident({ crews: [assigned] }), assigned)),
      groupOf(shown(incident({ crews: [on(other, 'en_route')] }))),
      groupOf(shown(incident({ crews: [on(other, 'available')] }))),
      groupOf(shown(incident({ state: 'closed', crews: [assigned] }), assigned)),
    ]).toEqual(['mine', 'running', 'waiting', 'closed'])
  })

  test('the most urgent first, then whoever waits longest; without priority last', () => {
    const [p3, p1, none, older] = [
      incident({ priority: 3, opened_at: '2026-11-25T13:00:00Z' }), incident({ priority: 1, opened_at: '2026-11-25T13:50:00Z' }), incident({ priority: null, opened_at: '2026-11-25T10:00:00Z' }),
      incident({ priority: 3, opened_at: '2026-11-25T12:00:00Z' }),
    ]
    const [group] = grouped([p3, p1, none, older].map((one) => shown(one)), ['waiting'])
    expect(group?.shown.map(({ incident: { id } }) => id)).toEqual([p1.id, older.id, p3.id, none.id])
  })

  test('a group without any is not shown', () => {
    expect(grouped([shown(incident())], ['mine', 'running', 'waiting', 'closed']).map(({ group }) => group)).toEqual(['waiting'])
  })

  test('what I work on stands before a more urgent one that I am only assigned to', () => {
    const working = incident({ priority: 3 })
    const assigned = incident({ priority: 1 })
    expect(myOwn([shown(assigned, on(mine, 'assigned')), shown(working, on(mine, 'on_scene'))])?.incident.id).toBe(working.id)
    expect(myOwn([shown(incident())])).toBeNull()
  })

  test('counted as new is what my crew was given and has not taken', () => {
    const given = incident()
    const all = [shown(given, on(mine, 'assigned')), shown(incident(), on(mine, 'accepted')), shown(incident()), shown(incident({ state: 'closed' }), on(mine, 'assigned'))]
    expect(newToMe(all).map(({ incident: { id } }) => id)).toEqual([given.id])
  })

  test('Today shows no more than it has room for', () => {
    expect(unassigned([1, 2, 3, 4].map(() => shown(incident())), 3)).toHaveLength(3)
  })
})

describe('the way there', () => {
  test('a point goes with its address, an address alone is asked for, words are not', () => {
    const place = { street: 'Kapelstraat', number: '41', postcode: '9999', town: 'Lindebeek' }
    expect(navigation({ ...place, latitude: 51.2, longitude: 4.9 })).toBe(`geo:51.2,4.9?q=51.2,4.9(${encodeURIComponent('Kapelstraat 41, 9999 Lindebeek')})`)
    expect(navigation(place)).toBe(`geo:0,0?q=${encodeURIComponent('Kapelstraat 41, 9999 Lindebeek')}`)
    expect(navigation({ text: 'aan de sluis' })).toBeNull()
  })

  test('the point on the equator is a point', () => {
    expect(navigation({ latitude: 0, longitude: 0 })).toBe('geo:0,0?q=0,0')
  })

  test('a place reads as an officer says it', () => {
    expect([placeText({ street: 'Markt', number: '7', postcode: '9999', town: 'Lindebeek' }), placeText({ text: 'Ringlaan × Oude Baan', town: 'Lindebeek' }), placeText(undefined)])
      .toEqual(['Markt 7, Lindebeek', 'Ringlaan × Oude Baan', ''])
  })
})
