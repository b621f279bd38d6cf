import { permissions } from './mock-incidents.mjs'

/** Invented people, plates and places for looking at screens without the server. Not part of the product. */
const minutes = (n) => new Date(Date.now() - n * 60_000).toISOString()
const days = (n) => minutes(n * 1440)
const f = (key, value, source, at, more = {}) => ({ key, value, source, at, ...more })
const w = (code, tone, word, source, at, params = {}, action = '') => ({ warn: { code, tone, word, params, action }, source, at })

const named = [
  ['ang', 'ANG', 'Algemene Nationale Gegevensbank', true], ['sis', 'SIS', 'Schengen', true], ['rr', 'RR', 'Rijksregister', true],
  ['div', 'DIV', 'Inschrijvingen', true], ['rijbewijzen', 'Rijbewijzen', 'Rijbewijzen', true], ['vov', 'VOV', 'Vrijheid onder voorwaarden', true],
  ['cwr', 'CWR', 'Wapenregister', true], ['veridass', 'Veridass', 'Verzekeringen', false], ['goca', 'GOCA', 'Keuring', false],
  ['cameras', 'ANPR', 'Camera’s Linde', false], ['cjr', 'CSR', 'Strafregister', false], ['pz', 'PZ', 'PZ Lindevallei', false],
]
const rest = Array.from({ length: 48 }, (_, i) => [`bron-${i + 1}`, `B${i + 1}`, `Bron ${i + 1}`, i % 9 === 0])
export const sources = [...named, ...rest].map(([name, short, title, matters]) => ({ name, short, title, matters }))

export const purposes = [
  { code: 'burglary', title: 'Inbraak', basis: 'art. 44/1', reference: 'required', reason: 'required' },
  { code: 'identity', title: 'Identiteitscontrole', basis: 'art. 34', reference: 'optional', reason: 'required' },
  { code: 'traffic', title: 'Verkeerscontrole', basis: 'art. 16', reference: 'optional', reason: 'required' },
  { code: 'missing', title: 'Vermiste persoon', basis: 'art. 44/1', reference: 'required', reason: 'required' },
  { code: 'incident', title: 'Incident', basis: 'art. 14', reference: 'required', reason: 'optional' },
]

const verlinden = {
  id: 'p1', type: 'person', title: 'Verlinden, Jeroen', born: '1985-07-30', sex: 'M', tone: 'red',
  warnings: [
    w('wanted_arrest', 'red', 'wanted', 'ang', minutes(2), { since: '2026-11-04', authority: 'parket' }, 'Aanhouden op bevel, wachtmagistraat verwittigen'),
    w('driving_ban', 'amber', 'attention', 'rijbewijzen', days(1), { until: '2027-02-01' }),
  ],
  facts: [
    f('address', 'Bosdreef 31, Lindebeek', 'rr', days(6), { kind: 'address', others: [{ value: 'Bosdreef 13, Lindebeek', source: 'div', at: days(900) }] }),
    f('licence_categories', 'B', 'rijbewijzen', days(1)), f('licence_status', 'suspended', 'rijbewijzen', days(1), { kind: 'code', tone: 'amber' }),
  ],
  links: [{ reason: 'same_national_number', records: ['r1', 'r2'] }],
  records: [{ id: 'r1', source: 'rr', at: days(6) }, { id: 'r2', source: 'ang', at: minutes(2) }, { id: 'r3', source: 'rijbewijzen', at: days(1) }],
  pivots: [{ key: 'vehicles', question: '85.07.30-033.28', title: 'Voertuigen van Verlinden, Jeroen' }, { key: 'residents', question: 'Bosdreef 31, Lindebeek', title: 'Bosdreef 31, Lindebeek' }],
}
const caddy = {
  id: 'v1', type: 'vehicle', title: 'Volkswagen Caddy, grijs', subtitle: 'Bestelwagen, 2019 · chassis … 2788',
  warnings: [w('inspection_expired', 'amber', 'attention', 'goca', days(34), { since: '2026-10-02' })],
  facts: [
    f('vehicle_status', 'valid', 'div', minutes(3), { kind: 'code' }), f('registered', '2021-05-14', 'div', minutes(3), { kind: 'date' }),
    f('insured', 'yes', 'veridass', minutes(540), { kind: 'code' }), f('remark', 'Lijkt op bestelwagen Vaartdijk', 'pz', minutes(300)),
  ],
  links: [{ reason: 'same_plate', records: ['r4', 'r5'] }],
  records: [{ id: 'r4', source: 'div', at: minutes(3) }, { id: 'r5', source: 'goca', at: days(34) }],
  pivots: [{ key: 'holder', question: '85.07.30-033.28', title: 'Verlinden, Jeroen', subtitle: '30.07.1985' }],
}
const amrani = {
  id: 'p2', type: 'person', title: 'El Amrani, Mohamed', born: '1992-03-17', sex: 'M',
  facts: [
    f('address', 'Schoolstraat 102, Molenheide', 'rr', days(6), { kind: 'address' }), f('also_written', 'Muhammad Al-Amrani', 'rr', days(6)),
    f('licence_status', 'valid', 'rijbewijzen', days(1), { kind: 'code' }),
  ],
  links: [{ reason: 'name_and_birth', params: { score: '0,94' }, records: ['r6', 'r7'] }],
  records: [{ id: 'r6', source: 'rr', at: days(6) }, { id: 'r7', source: 'rijbewijzen', at: days(1) }],
}
const house = {
  id: 'a1', type: 'address', title: 'Kapelstraat 41, Lindebeek', subtitle: 'Woning', tone: 'amber',
  warnings: [w('weapon_at_address', 'amber', 'attention', 'cwr', days(2))],
  facts: [f('residents', '2', 'rr', days(6), { kind: 'number' }), f('remark', 'Hond los in tuin', 'pz', days(240))],
  records: [{ id: 'r8', source: 'cwr', at: days(2) }],
}
const many = Array.from({ length: 200 }, (_, i) => ({
  ...amrani, id: `m${i}`, title: `Peeters, Jan ${i + 1}`, records: amrani.records.map((r) => ({ ...r, id: `${r.id}-${i}` })),
}))
const reading = (kind, normal, more = {}) => ({ kind, normal, certain: true, ...more })
const reason = (code, word, source, card) => ({ code, word, tone: word === 'wanted' ? 'red' : 'amber', source, card })

/** What a question is answered with: reading, cards, verdict, how many sources answer and which never do. */
export function scenario(question, kind) {
  const text = question.toLowerCase()
  if (text.includes('amrani')) return { readings: [reading('name_birth', 'El Amrani, Mohamed · 1992-03-17')], cards: [amrani], level: 'pending', word: 'incomplete', reasons: [], hang: true }
  if (text.includes('kapel')) return { readings: [reading('address', 'Kapelstraat 41, Lindebeek')], cards: [house], level: 'amber', word: 'attention', reasons: [reason('weapon_at_address', 'attention', 'cwr', 'a1')] }
  if (text.includes('bossche')) return { readings: [reading('name', 'Van den Bossche, Ilse'), reading('company', 'Van den Bossche')], cards: [{ ...amrani, id: 'p3', title: 'Van den Bossche, Ilse', born: '1990-04-02', sex: 'F' }], level: 'green', word: 'nothing', reasons: [], all: true }
  if (text.includes('peeters')) return { readings: [reading('name', 'Peeters, Jan', { certain: false })], cards: many, level: 'amber', word: 'attention', reasons: [reason('known_for_events', 'attention', 'pz', 'm0')] }
  if (text.includes('niemand')) return { readings: [reading('name', 'Niemand')], cards: [], level: 'pending', word: 'incomplete', reasons: [] }
  const plate = kind === 'plate' || /\d-?[a-z]{3}-?\d/i.test(text)
  const first = plate ? reading('plate', '2-ZKV-318', { country: 'B' }) : reading(kind ?? 'name', question)
  return {
    readings: [first, reading('object', '2ZKV318', { certain: false })], cards: [verlinden, caddy], level: 'red', word: 'wanted',
    reasons: [reason('wanted_arrest', 'wanted', 'ang', 'p1'), reason('driving_ban', 'attention', 'rijbewijzen', 'p1')],
  }
}

export function understand(question) {
  if (/^\d{2}\.?\d{2}\.?\d{2}-?\d{3}\.?62$/.test(question)) return { readings: [], problems: [{ kind: 'national_number', code: 'check_digit' }] }
  return { readings: scenario(question).readings, problems: [] }
}

const logged = (id, at, question, kind, level, word) => ({
  id, at, question, kind, task: 't1', verdict: { level, word }, sources: { asked: 59, answered: 57, silent: 2, failed: 0, closed: 1 },
  purpose: { code: 'burglary', title: 'Inbraak', basis: 'art. 44/1', reference: 'I-0482', reason: null },
})
export const myLookups = () => [
  logged('00000000-0000-7000-8000-000000000001', minutes(1), '2-ZKV-318', 'plate', 'red', 'wanted'),
  logged('00000000-0000-7000-8000-000000000002', minutes(8), 'Kapelstraat 41', 'address', 'amber', 'attention'),
  logged('00000000-0000-7000-8000-000000000003', minutes(45), 'Van den Bossche, Ilse', 'name_birth', 'green', 'nothing'),
]
export const task = () => ({ id: 't1', kind: 'control', reference: 'I-0482', title: 'Inbraak, dader ter plaatse?', place: 'Kapelstraat 41, Lindebeek', purpose: purposes[0], started_at: minutes(11) })
const phone = { id: 'd1', name: 'Diensttelefoon', kind: 'phone', enrolled_at: days(90), revoked_at: null, this: true }
export const me = (language) => ({
  person: { id: 'u1', name: 'Lotte Maes', initials: 'LM', function: 'Interventie', rank: 'inspecteur' },
  organisation: { id: 'o1', code: '5999', name: 'PZ Lindevallei', kind: 'zone' }, post: 'po1', permissions: ['search.ask', 'briefing.read', ...permissions],
  modules: [{ name: 'search', icon: 'search', title: 'Zoeken' }, { name: 'followup', icon: 'flag', title: 'Opvolging' }, { name: 'briefing', icon: 'book', title: 'Briefing' }, { name: 'incidents', icon: 'siren', title: 'Incidenten' }, { name: 'residence', icon: 'house', title: 'Woonst\u00adcontrole' }],
  units: ['n2'], language, session: { expires_at: minutes(-600), lock_after_s: 300, stepped_up_until: null }, device: phone,
})
export const devices = () => [phone, { id: 'd2', name: 'Bureau 12', kind: 'desk', enrolled_at: days(200), revoked_at: null, this: false }]
export const sessions = () => [{ id: 's1', device: 'd1', post: 'po1', method: 'demo', created_at: minutes(120), active_at: minutes(0), expires_at: minutes(-600), locked: false, this: true }]
export const people = [{ person: 'u1', name: 'Lotte Maes', initials: 'LM', function: 'inspecteur', post: 'po1', organisation: 'PZ Lindevallei' }, { person: 'u2', name: 'Karim Benali', initials: 'KB', function: 'wijkinspecteur', post: 'po2', organisation: 'PZ Lindevallei' }]
