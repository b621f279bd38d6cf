/** Invented briefing records, as a phone pulls them. Not part of the product. */
const at = (hours) => new Date(Date.now() + hours * 3.6e6).toISOString()
const uuid = (n, family = 1) => `0190b8a${family}-0000-7000-8000-${String(n).padStart(12, '0')}`

const contents = [
  { hours: -4, version: 2, asks: 2, content: { kind: 'vehicle', title: 'Grijze bestelwagen, reeks inbraken', text: 'Vijf inbraken in tien dagen, telkens tussen 02:00 en 05:00. Twee mannen, donkere kledij. Deuk links achter, ladderrek op het dak.', priority: 'high', must_read: true, expected: 'Niet zelf aanhouden. Volg op afstand, meld plaats en richting.', contact: { name: 'HINP S. Lauwers', service: 'Lokale recherche', phone: '+3214000100' }, place: 'Vaartdijk en omgeving', area: { type: 'Polygon', coordinates: [] }, source: 'Parket Lindevallei, LI.17.F1.000417/26', verified_at: at(-6), subjects: [{ kind: 'vehicle', plate: '2-FIC-001', described: 'grijze bestelwagen, ladderrek' }] }, changes: [{ version: 1, at: at(-4), fields: [] }, { version: 2, at: at(-1), fields: ['text', 'valid_to'], why: '' }], service: 'LIK Lindevallei' },
  { hours: -2, content: { kind: 'missing_person', title: 'Vermist: Greta Fictiefs, 78 jaar', text: 'Verward, rode jas, stapt moeilijk. Weg uit WZC De Linde sinds 11:40.', priority: 'urgent', must_read: true, expected: 'Aanspreken en blijven.', place: 'WZC De Linde', subjects: [{ kind: 'person', family_name: 'Fictiefs', given_names: 'Greta', birth_date: '1948-02-11', described: 'rode jas, stapt moeilijk' }] } },
  { hours: -3, content: { kind: 'wanted_person', title: 'Gezocht: Dirk Verzonnen', text: 'Verdacht van inbraken in de Vaartkant.', priority: 'urgent', must_read: true, expected: 'Aanhouden. Kan een mes dragen.', source: 'Parket Lindevallei', verified_at: at(-5), subjects: [{ kind: 'person', family_name: 'Verzonnen', given_names: 'Dirk', birth_date: '1985-07-30' }] } },
  { hours: -30, read: true, content: { kind: 'instruction', title: 'Schoolomgeving Lindelaan', text: 'Zebrapaden, 15:20 tot 16:10.', place: 'Lindelaan' } },
  { hours: -31, read: true, content: { kind: 'event', title: 'Betoging Markt, zaterdag', text: 'Ploegindeling en omleiding.', place: 'Markt, Lindebeek' } },
  { hours: -50, read: true, origin: 'PZ Heikant', content: { kind: 'object', title: 'Bakfiets gestolen, rood met kap', text: '', subjects: [{ kind: 'object', number: 'WSB4711X', described: 'rode bakfiets' }] } },
  { hours: -20, origin: 'PZ Heikant', content: { kind: 'attention', title: 'Chien dangereux rue du Moulin', text: 'Grand chien noir, souvent en liberté.', language: 'fr', expected: 'Ne pas entrer seul' } },
  { hours: -8, state: 'recalled', why: 'Voertuig gevonden', content: { kind: 'vehicle', title: 'Blauwe scooter' } },
]

/** Something happens to an item while it is looked at: `{ state: 'recalled', why: '…' }`. */
export function becomes({ n, ...changed }) {
  Object.assign(contents[n], changed)
}

/** BULK items more, for looking at five thousand of them. */
const bulk = Array.from({ length: Number(process.env.BULK ?? 0) }, (_, i) => ({ hours: -60 - i / 60, read: i % 3 === 0, content: { kind: 'attention', title: `Aandachtspunt ${i + 1}`, text: 'Verzonnen tekst.', subjects: [{ kind: 'vehicle', plate: `3-ZZZ-${String(i % 1000).padStart(3, '0')}` }] } }))

export const types = ['briefing.item', 'briefing.tally', 'briefing.receipt', 'briefing.sighting']

/** The lines of a pull. */
export function briefing() {
  const line = (t, i, d) => ({ t, i, v: d.version ?? 1, b: ['me'], d: { id: i, ...d } })
  return [...contents, ...bulk].flatMap(({ hours, read, origin, state, why, changes, service = 'LIK Lindevallei', version = 1, asks = 1, content }, n) => {
    const id = uuid(n)
    const whole = state ? content : { valid_from: at(hours), valid_to: at(66 + n), ...content }
    return [
      line('briefing.item', id, { number: `B-2026-00${400 + n}`, version, asks, ...(state ? { state, why } : {}), content: whole, published_at: at(hours), author: 'A. Verzinsel', service, ...(changes ? { changes } : {}), ...(origin ? { origin: { organisation: uuid(1, 9), name: origin, item: uuid(2, 9) } } : {}) }),
      ...(state ? [] : [line('briefing.tally', id, { read: 6 + (n % 6), of: n === 1 ? 240 : 14 })]),
      ...(read ? [line('briefing.receipt', uuid(n, 2), { item: id, version: 1, at: at(-27) })] : []),
      ...(n === 0 ? [line('briefing.sighting', uuid(n, 3), { item: id, at: at(-0.5), by: 'L. Bedacht', place: 'Vaartkant, aan de sluis', text: 'Richting Heikant, één inzittende', spot: { longitude: 4.9, latitude: 51.2, accuracy: 12 } })] : []),
    ]
  })
}
