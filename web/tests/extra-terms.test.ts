import { describe, expect, it } from 'vitest'
import type { Card } from '../src/modules/search/wire'
import { compared } from '../src/modules/search/extra-terms'

function card(type: Card['type'], facts: Record<string, string>): Card {
  const rows = Object.entries(facts).map(([key, value]) => ({ key, value, source: 'plates', kind: 'text' }))
  return { id: 'a', type, title: 'Golf', facts: rows } as unknown as Card
}

describe('what was said besides a plate or a name', () => {
  it('is the same in another language', () => {
    expect(compared({ kind: 'plate', beside: 'red golf' }, card('vehicle', { make: 'Volkswagen', model: 'Golf', colour: 'rood' }))).toEqual({ same: ['red', 'golf'], other: [], known: [] })
  })
  it('differs aloud, with what the register says', () => {
    expect(compared({ kind: 'plate', beside: 'rode VW' }, card('vehicle', { make: 'Volkswagen', colour: 'blauw' }))).toEqual({ same: ['vw'], other: ['rode'], known: ['Volkswagen', 'blauw'] })
  })
  it('finds a place in an address', () => {
    expect(compared({ kind: 'name_birth', beside: 'Anvers' }, card('person', { address: 'Kaai 3, 2000 Antwerpen' }))?.same).toEqual(['anvers'])
  })
  it('says nothing of the holder where the car was described', () => {
    expect(compared({ kind: 'plate', beside: 'red golf' }, card('person', { address: 'Kaai 3, 2000 Antwerpen' }))).toBeNull()
  })
  it('says nothing of a card that holds nothing of the kind', () => {
    expect(compared({ kind: 'name', beside: 'red golf' }, card('person', { profession: 'golf teacher' }))).toBeNull()
  })
})
