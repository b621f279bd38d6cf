import type { Area, Content, Draft, Handling, Kind, Priority, State, Subject } from './later/wire'

/** In the order in which they are written. */
export const fields = [
  'kind', 'title', 'expected', 'text', 'language', 'priority', 'must_read', 'handling', 'audience', 'valid_from', 'valid_to',
  'subjects', 'place', 'area', 'contact', 'source', 'verified_at',
] as const satisfies readonly (keyof Content)[]
export type Field = (typeof fields)[number]

export const kinds: readonly Kind[] = ['wanted_person', 'missing_person', 'vehicle', 'object', 'event', 'attention', 'instruction', 'operation']
export const priorities: readonly Priority[] = ['normal', 'high', 'urgent']
export const handlings: readonly Handling[] = ['open', 'police', 'unit', 'secret']
export const states: readonly State[] = ['published', 'recalled', 'expired']
export const subjectKinds: readonly Subject['kind'][] = ['person', 'vehicle', 'document', 'object']

const nobody = { whole: false, units: [], functions: [], wards: [], persons: [] }
const nothing = { family_name: '', given_names: '', birth_date: null, national_number: '', plate: '', country: '', number: '', described: '' }

/** Every member said, moments written in one way: so that two contents can be compared. */
export function whole(draft: Draft): Content {
  return {
    kind: draft.kind,
    title: draft.title,
    text: draft.text ?? '',
    language: draft.language ?? 'nl',
    priority: draft.priority ?? 'normal',
    handling: draft.handling ?? 'police',
    must_read: draft.must_read ?? false,
    expected: draft.expected ?? '',
    contact: { name: '', service: '', phone: '', ...draft.contact },
    place: draft.place ?? '',
    area: (draft.area ?? null) as Area | null,
    audience: structuredClone({ ...nobody, ...draft.audience }),
    valid_from: moment(draft.valid_from),
    valid_to: moment(draft.valid_to),
    source: draft.source ?? '',
    verified_at: moment(draft.verified_at),
    subjects: (draft.subjects ?? []).map((one) => ({ ...nothing, ...one })),
  }
}

export function blank(language: Content['language']): Content {
  return whole({ kind: 'attention', title: '', language })
}

export function blankSubject(kind: Subject['kind']): Subject {
  return { kind, ...nothing }
}

export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

/** As the server wants it: the generator writes an area as an object without members. */
export function asDraft(content: Content): Draft {
  return content as unknown as Draft
}

function moment(at: string | null | undefined): string | null {
  return at ? new Date(at).toISOString() : null
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]))
}
