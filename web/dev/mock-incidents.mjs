/** Invented incidents, crews and lines, as a phone pulls them; `incidents` on the server. Not part of the product. */
const at = (minutes, seconds = 0) => new Date(Math.floor(Date.now() / 60_000) * 60_000 - minutes * 60_000 + seconds * 1000).toISOString()
const uuid = (n, family) => `0190b8b${family}-0000-7000-8000-${String(n).padStart(12, '0')}`
const incident = (n) => uuid(n, 1)
const crew = (n) => uuid(n, 2)

/** So that every screen starts alike: a delivered status is not applied. */
const crews = [
  ['NO-2', 'en_route', 0, ['Lotte Maes', 'Karim Benali'], 'u1', 3], ['NO-4', 'on_scene', 0, ['An Goossens', 'Bo Thys'], null, 2], ['CE-1', 'on_scene', 3, ['Els Aerts', 'Jo Lemmens'], null, 13],
  ['K9-1', 'en_route', 0, ['Wim Vos'], null, 4], ['WE-3', 'available', null, ['Fien Diels'], null, 52], ['ZU-7', 'unavailable', null, ['Roos Smeets', 'Tim Cools'], null, 32],
]
const onIt = (n, state, times) => ({ crew: crew(n), call_sign: crews[n][0], state, times })
const place = (street, number, town = 'Lindebeek', more = {}) => ({ street, number, postcode: '9999', town, ...more })

const list = [
  { title: 'Inbraak, dader ter plaatse?', kind: 'burglary', priority: 1, opened: 11, lights: true, weapon: true, caller: true, place: place('Kapelstraat', '41', 'Lindebeek', { longitude: 4.9012, latitude: 51.2034, within_m: 20 }),
    linked: [{ kind: 'vehicle', role: 'suspect', label: 'Grijze bestelwagen', question: '2-ZKV-318', caution: true }, { kind: 'person', role: 'victim', label: 'Bewoner' }],
    crews: [onIt(0, 'en_route', { assigned: at(11, 55), accepted: at(10, 30), en_route: at(3, 3) }), onIt(1, 'on_scene', { accepted: at(10, 30), en_route: at(6), on_scene: at(2, 12) }), onIt(3, 'en_route', { accepted: at(7, 18), en_route: at(4, 1) })] },
  { title: 'Vermiste vrouw, 78 jaar', kind: 'missing_person', priority: 2, opened: 52, place: { text: 'WZC De Linde, Bosdreef 12', town: 'Lindebeek' }, crews: [onIt(4, 'available', { accepted: at(50), available: at(20) })] },
  { title: 'Ruzie in café', kind: 'fight', priority: 2, opened: 18, place: place('Markt', '7') },
  { title: 'Ongeval, stoffelijke schade', kind: 'traffic_accident', priority: 3, opened: 26, place: { text: 'Ringlaan × Oude Baan' }, crews: [onIt(2, 'on_scene', { accepted: at(20), on_scene: at(13) })] },
  { title: 'Geluidshinder werf', kind: 'nuisance', priority: 3, opened: 8, place: place('Weversstraat', '60') },
  { title: 'Hond loopt los', kind: 'hazard', priority: 3, opened: 12, place: { text: 'Lindelaan, park' } },
  { title: 'Burenruzie', kind: 'fight', priority: 3, opened: 400, place: place('Kapelstraat', '41'), closed: 350, result: 'handed_over' },
  { title: 'Winkeldiefstal', kind: 'theft', priority: 2, opened: 80, place: place('Nieuwstraat', '3'), closed: 61, result: 'report_follows' },
]
/** BULK_INCIDENTS more, for the board with two thousand. */
const bulk = Array.from({ length: Number(process.env.BULK_INCIDENTS ?? 0) }, (_, i) => ({ title: `Melding ${i + 1}`, kind: 'nuisance', priority: 1 + (i % 5), opened: 60 + i, place: place('Lange Straat', String(i + 1)) }))

const lines = [
  [0, 'control', 0, 12, 'Meldkamer', 'Licht op de 1e verdieping, melder blijft aan de lijn.'], [0, 'note', 2, 12, 'NO-4', 'Ter plaatse. Achterdeur open, wij wachten.'], [0, 'crew', 3, 3, 'NO-2', 'en_route'],
  [0, 'control', 4, 40, 'Meldkamer', 'Grijze bestelwagen vertrokken richting Vaartdijk.'], [0, 'desk', 5, 41, 'Leiding', 'Niet naar binnen, wacht op hondenteam.'], [0, 'crew', 10, 30, 'NO-2', 'accepted'],
  [0, 'control', 11, 7, '112', 'Glasgerinkel bij de buren, bewoners met vakantie.'], [2, 'control', 18, 4, 'Meldkamer', 'Twee mannen, één met een glas in de hand.'], [7, 'result', 61, 0, 'CE-1', 'Verdachte staat op camera.'],
]

export const types = ['incidents.incident', 'incidents.line', 'incidents.caller', 'incidents.crew', 'incidents.position']
export const permissions = ['incidents.read', 'incidents.act', 'incidents.dispatch', 'incidents.board', 'incidents.caller']

function record({ opened, closed, ...more }, n) {
  return {
    id: incident(n), number: `I-${String(482 - n).padStart(4, '0')}`, source: n === 5 ? 'desk' : '112', lights: false, state: closed ? 'closed' : 'open', opened_at: at(opened, 7), changed_at: at(Math.min(opened, 1)),
    ...(closed ? { closed_at: at(closed) } : {}), result: '', linked: [], weapon: false, crews: [], caller: false, gaps: [], ...more,
  }
}

/** The lines of a pull. */
export function incidents() {
  const line = (t, i, d) => ({ t, i, v: 1, b: ['incidents:live'], d: { id: i, ...d } })
  return [
    ...[...list, ...bulk].map((one, n) => line('incidents.incident', incident(n), record(one, n))),
    ...crews.map(([call_sign, state, on, names, me, since], n) => line('incidents.crew', crew(n), {
      call_sign, unit: call_sign.slice(0, 2), unit_name: `Dienst ${call_sign.slice(0, 2)}`, state, incident: on === null ? null : incident(on), since: at(since), until: at(-300),
      members: names.map((name, m) => ({ person: m === 0 && me ? me : `p${n}${m}`, name })),
    })),
    ...lines.map(([of, kind, minutes, seconds, author, text], n) => line('incidents.line', uuid(n, 3), { incident: incident(of), kind, at: at(minutes, seconds), told_at: at(minutes, seconds + 1), author, text, late: false })),
    line('incidents.caller', incident(0), { name: 'A. Verzonnen', phone: '+32 9 000 00 00', text: '' }),
  ]
}

const past = Array.from({ length: 50 }, (_, n) => ({ id: uuid(n, 4), number: `I-0${399 - n}`, kind: 'theft', title: `Vroegere melding ${n + 1}`, priority: 3, opened_at: at(3000 + n * 60), closed_at: at(2950 + n * 60), result: 'done', place: place('Oude Baan', String(n + 1)) }))

export const views = {
  'GET /api/incidents/feeds': [
    { name: 'Meldkamer Linde', format: 'ucri', last_at: at(1), silent_since: null, today: 214, quarantined: 1 }, { name: 'Waarschuwingen', format: 'cap', last_at: at(190), silent_since: at(130), today: 2, quarantined: 0 },
  ],
  'GET /api/incidents/quarantine': [{ id: uuid(1, 5), feed: 'Meldkamer Linde', at: at(44), code: 'place_unreadable', path: 'incident.location', detail: 'longitude 512', octets: 4210 }],
  'GET /api/incidents/history': past,
  'GET /api/incidents/incident': { incident: past[0], lines: [{ id: uuid(1, 6), incident: past[0].id, kind: 'result', at: at(2950), told_at: at(2950), author: 'NO-4', text: 'Dader niet gevonden.', late: false }] },
}
