/** Kinds of data that a purpose opens, as the server knows them. */
export const kinds = [
  'persons', 'documents', 'addresses', 'vehicles', 'driving', 'wanted', 'conditions', 'weapons', 'events', 'criminal', 'companies', 'objects', 'phones', 'cameras',
] as const
export const everything = '*'
