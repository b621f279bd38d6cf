/** Kinds of data that a purpose opens, as the server knows them. */
export const kinds = [
  'persons', 'documents', 'addresses', 'vehicles', 'driving', 'wanted', 'conditions', 'weapons', 'events', 'criminal', 'companies', 'objects', 'phones', 'cameras',
] as const
/** Who may have given a reference that a purpose takes. */
export const issuers = ['incident', 'case', 'control', 'self'] as const
export const everything = '*'
