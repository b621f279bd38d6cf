export type Composite = 'person' | 'vehicle' | 'address' | 'place'

interface Part {
  readonly name: string
  /** Of the line that it takes. */
  readonly size: 'whole' | 'most' | 'half' | 'third'
  readonly kind?: 'date'
  readonly options?: readonly string[]
  readonly capitals?: 'off' | 'words' | 'characters' | 'sentences'
}

/** What is asked of each, in the order of a card; ids and wards are filled by the platform. */
export const partsShown: Readonly<Record<Composite, { readonly parts: readonly Part[]; readonly point: boolean }>> = {
  person: {
    parts: [
      { name: 'family_name', size: 'half' }, { name: 'given_names', size: 'half' },
      { name: 'birth_date', size: 'whole', kind: 'date' }, { name: 'national_number', size: 'whole', capitals: 'off' },
      { name: 'sex', size: 'whole', options: ['F', 'M', 'X'] },
    ],
    point: false,
  },
  vehicle: { parts: [{ name: 'plate', size: 'most', capitals: 'characters' }, { name: 'country', size: 'third', capitals: 'characters' }], point: false },
  address: {
    parts: [
      { name: 'street', size: 'whole' }, { name: 'number', size: 'half', capitals: 'off' }, { name: 'box', size: 'half', capitals: 'off' },
      { name: 'postcode', size: 'third', capitals: 'off' }, { name: 'municipality', size: 'most' },
    ],
    point: true,
  },
  place: { parts: [{ name: 'text', size: 'whole', capitals: 'sentences' }], point: true },
}

export const isComposite = (kind: string): kind is Composite => Object.hasOwn(partsShown, kind)
