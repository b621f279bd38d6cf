/**
 * The stand-in server with a briefing desk: invented items, drafts, offers and wards. A colleague overtakes every
 * draft whose title says "samen". `node dev/briefing-desk.mjs` serves it, with `shots` it photographs the desk.
 */
import { createServer, request as forward } from 'node:http'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as data from './mock-data.mjs'
import { serve } from './mock.mjs'

const id = (n) => `0190b8a0-0000-7000-8000-${String(n).padStart(12, '0')}`
const from = (hours) => new Date(Date.now() + hours * 3.6e6).toISOString()
const box = (x, y, w, h) => ({ type: 'Polygon', coordinates: [[[x, y], [x + w, y + 0.002], [x + w + 0.003, y + h], [x + 0.002, y + h - 0.002], [x, y]]] })
const wards = [['Centrum', 4.40, 51.00, 0.03, 0.02], ['Vaartdijk', 4.37, 50.99, 0.03, 0.025], ['Station', 4.43, 51.005, 0.03, 0.02], ['Lindebos', 4.40, 50.97, 0.04, 0.025]]
  .map(([name, ...at], i) => ({ id: id(900 + i), code: `W${i + 1}`, names: { nl: name, fr: name }, area: box(...at), valid_from: '2020-01-01', valid_to: null, officers: [] }))
const units = [['INT', 'Interventie'], ['VK', 'Verkeer'], ['LIK', 'Lokaal informatiekruispunt']].map(([code, name], i) => ({ id: id(800 + i), code, kind: 'service', names: { nl: name }, parent_id: null, valid_from: '2020-01-01', valid_to: null }))
const functions = ['officer', 'ward_officer', 'shift_leader'].map((code) => ({ code, names: {}, permissions: [], active: true }))
const people = ['Lotte Maes', 'Karim Benali', 'Sofie Lauwers', 'Joris Goossens', 'Nele Thys', 'Tom Aerts', 'Ine Diels', 'Bram Smeets']
const posts = people.map((name, i) => ({ id: id(700 + i), holder: { id: id(600 + i), name }, function: i % 3 ? 'officer' : 'ward_officer', units: [], wards: [], added: [], withdrawn: [], starts_at: from(-9000), ends_at: null }))
const zones = [['5996', 'PZ Heikant'], ['5997', 'PZ Havenrand'], ['5995', 'PZ Drie Beken'], ['5998', 'ZP Sambrelle'], ['5999', 'PZ Lindevallei']]
  .map(([code, name], i) => ({ id: code === '5999' ? 'o1' : id(500 + i), kind: 'zone', code, names: { nl: name, fr: name }, languages: ['nl'], valid_from: '2020-01-01', valid_to: null, successors: [] }))

const van = {
  kind: 'vehicle', title: 'Grijze bestelwagen, reeks inbraken', priority: 'high', must_read: true, expected: 'Niet zelf aanhouden, volg op afstand',
  text: 'Vijf inbraken in tien dagen, telkens tussen 02:00 en 05:00. Twee mannen, donkere kledij. Deuk links achter, ladderrek op het dak.',
  contact: { name: 'HINP S. Lauwers', service: 'Lokale recherche', phone: '+3211223344' }, place: 'Vaartdijk en omgeving', area: wards[1].area,
  audience: { units: [units[0].id, units[1].id], wards: [wards[1].id], functions: ['ward_officer'] }, valid_from: from(-30), valid_to: from(40), source: 'Parket, BR.11.L3.004512/26',
  verified_at: from(-5), subjects: [{ kind: 'vehicle', plate: '2-ZKV-318', described: 'Grijze bestelwagen, ladderrek op het dak' }],
}
const contents = [
  van,
  { kind: 'missing_person', title: 'Vermist: Greta Hellemans, 78 jaar', priority: 'urgent', must_read: true, text: 'Weg uit WZC De Linde sinds 11:40. Verward, rode jas, stapt moeilijk.', expected: 'Spreek rustig aan en blijf erbij', place: 'Lindebos', audience: { whole: true }, valid_from: from(-3), valid_to: from(20), subjects: [{ kind: 'person', family_name: 'Hellemans', given_names: 'Greta', birth_date: '1948-03-14', described: 'Rode jas, wit haar' }] },
  { kind: 'wanted_person', title: 'Gezocht: Ruben Claessens', priority: 'high', text: 'Ontsnapt tijdens overbrenging. Kan zich ophouden bij familie in de Kloosterstraat.', expected: 'Aanhouden met twee ploegen', source: 'Onderzoeksrechter, dossier 2026/118', verified_at: from(-8), audience: { whole: true }, valid_from: from(-20), valid_to: from(160), subjects: [{ kind: 'person', family_name: 'Claessens', given_names: 'Ruben', birth_date: '1991-06-02' }] },
  { kind: 'instruction', title: 'Schoolomgeving Lindelaan', text: 'Zebrapaden, 15:20 tot 16:10.', place: 'Lindelaan', audience: { units: [units[1].id] }, valid_from: from(-60), valid_to: from(90) },
  { kind: 'event', title: 'Betoging Markt, zaterdag', text: 'Ploegindeling en omleiding.', place: 'Markt', audience: { whole: true }, valid_from: from(-10), valid_to: from(130) },
  { kind: 'object', title: 'Bakfiets gestolen, rood met kap', text: 'Framenummer in het bovenste buisstuk.', audience: { whole: true }, valid_from: from(-12), valid_to: from(200), subjects: [{ kind: 'object', number: 'BF-77120-NL', described: 'Rode bakfiets' }] },
]
const items = contents.map((content, i) => ({
  id: id(i + 1), number: `B-2026-0041${i}`, version: i ? 1 : 2, asks: 1, state: 'published', content, published_at: content.valid_from, author: people[i], service: 'LIK',
  changes: i ? [] : [{ version: 2, at: from(-4), fields: ['text', 'subjects'], minor: true, why: 'nummerplaat vervolledigd' }],
  ...(i === 5 && { origin: { organisation: zones[0].id, name: 'PZ Heikant', item: id(77) } }),
}))
const sightings = [{ id: id(301), item: id(1), at: from(-2), by: 'Tom Aerts', place: 'Vaartdijk 112', text: 'Rijdt traag richting sluis' }]
const shares = [
  { id: id(401), organisation: zones[1].id, name: 'PZ Havenrand', state: 'offered', at: from(-20), answered_at: null, version: 0, reached: false, tried_at: from(-1), trouble: '' },
  { id: id(402), organisation: zones[0].id, name: 'PZ Heikant', state: 'accepted', at: from(-20), answered_at: from(-18), version: 2, reached: true, tried_at: from(-4), trouble: '' },
]
const offers = [{ id: id(451), organisation: zones[2].id, name: 'PZ Drie Beken', number: 'B-2026-00087', version: 1, content: { ...van, title: 'Koperdiefstal langs het spoor', kind: 'attention', subjects: [], area: null, audience: { whole: true } }, state: 'offered', at: from(-1), answered_at: null, open: true, recalled: false, why: '', copy: null }]
const drafts = [{ id: id(201), version: 3, content: { ...van, title: 'Samen schrijven', kind: 'attention', audience: {}, subjects: [], valid_from: null, valid_to: null }, author: 'Karim Benali', changed_at: from(-0.2) }]

const read = (i) => [11, 6, 40, 14, 38, 9][i] ?? 0
const of = (i) => [14, 41, 41, 14, 41, 41][i] ?? 41
const line = (item, i) => ({ priority: 'normal', handling: 'police', must_read: false, ...item, ...item.content, id: item.id, ended_at: null, read: read(i), of: of(i), sightings: i ? 0 : 1, origin: item.origin?.name ?? '', shared: i ? 0 : 2, unreached: i ? 0 : 1 })
const shown = (item) => { const i = items.indexOf(item); return { id: item.id, item, ended_at: null, read: read(i), of: of(i), sightings: i ? [] : sightings, shares: i ? [] : shares } }
const readers = (item) => ({ id: item, version: 2, asks: 1, readers: people.map((name, i) => ({ person: id(600 + i), name, function: i % 3 ? 'officer' : 'ward_officer', ...(i > 3 && { read_at: from(-i), version: i % 2 ? 1 : 2 }), reachable: i !== 1 })) })
const problem = (status, body) => [status, { status, title: '', type: 'about:blank', ...body }]
const matches = (asked) => (one) => (!asked.kind || one.kind === asked.kind) && (!asked.priority || one.priority === asked.priority) && one.title.toLowerCase().includes((asked.text ?? '').toLowerCase())

/** Null: somebody else answers. `say.silent` makes the roll call unreachable. */
export function answer(method, url, body, say = {}) {
  const path = url.pathname
  const asked = url.searchParams
  const gets = {
    '/api/identity/me': () => ({ ...data.me(say.language ?? 'nl'), permissions: ['search.ask', 'briefing.read', 'briefing.write', 'briefing.share', 'briefing.readers'] }),
    '/api/organisations/units': () => units, '/api/organisations/wards': () => wards, '/api/organisations/functions': () => functions, '/api/organisations/posts': () => posts, '/api/organisations/directory': () => zones,
    '/api/briefing/drafts': () => drafts, '/api/briefing/offers': () => offers, '/api/briefing/readers': () => readers(asked.get('item')),
    '/api/briefing/item': () => { const found = items.find((one) => one.id === asked.get('item')); return found ? shown(found) : null },
    '/api/briefing/roll-call': () => ({ at: new Date().toISOString(), unit: asked.get('unit'), unit_name: asked.get('unit') ? 'Interventie' : '', items: [1, 0, 2, 4, 3, 5].map((i) => ({ ...shown(items[i]), item: items[i] })) }),
  }
  if (method === 'GET') return gets[path] ? (say.silent && path.endsWith('roll-call') ? [503, {}] : [200, gets[path]()]) : null
  const posts_ = {
    '/api/briefing/items': () => [200, items.map(line).filter(matches(body))],
    '/api/briefing/save-draft': () => save(body),
    '/api/briefing/publish': () => (body.draft === id(201) ? problem(422, { code: 'briefing.item_invalid', fields: [{ path: 'content.audience', code: 'briefing.audience_of_nobody', message: '' }] }) : [200, { item: id(1), number: 'B-2026-00418', version: 1, priority: 'normal', meant_for: 41 }]),
    '/api/briefing/import-items': () => [200, { lines: 3, good: 2, dry_run: body.dry_run, drafts: body.dry_run ? [] : [id(202), id(203)], problems: [{ line: 3, path: 'national_number', code: 'briefing.national_number_wrong' }, { line: 3, path: 'valid_to', code: 'briefing.in_the_past' }] }],
    '/api/briefing/revise': () => [200, { item: body.item, version: body.version + 1, asks: 2, minor: body.minor, fields: ['text'] }],
    '/api/briefing/answer-share': () => (body.accept && !body.audience?.whole && !body.audience?.units?.length ? problem(422, { code: 'briefing.item_invalid', fields: [{ path: 'audience', code: 'briefing.audience_of_nobody', message: '' }] }) : [200, { offer: body.offer, accepted: body.accept, item: body.accept ? id(1) : null, number: 'B-2026-00419' }]),
  }
  return posts_[path]?.() ?? (path.startsWith('/api/briefing/') ? [200, {}] : null)
}

/** Whoever writes "samen" first is overtaken once. */
function save(body) {
  const found = drafts.find((one) => one.id === body.draft)
  if (found && /samen/i.test(body.content.title) && body.version === 3) {
    Object.assign(found, { version: 4, content: { ...found.content, title: 'Samen schrijven, met de collega', place: 'Markt', priority: 'urgent' } })
    return problem(409, { code: 'briefing.draft_changed', theirs: found.content, version: 4 })
  }
  const version = body.version + 1
  if (found) Object.assign(found, { version, content: body.content })
  else drafts.unshift({ id: body.draft, version, content: body.content, author: 'Lotte Maes', changed_at: new Date().toISOString() })
  return [200, { draft: body.draft, version }]
}

/** The stand-in server with the desk before it; `say` is read at each call. */
export async function serveDesk(port, say = {}) {
  const behind = (await serve(0)).address().port
  const server = createServer(async (request, response) => {
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    const octets = Buffer.concat(chunks)
    const url = new URL(request.url, 'http://x')
    const found = url.pathname.startsWith('/api/') ? answer(request.method, url, octets.length && request.headers['content-type'] === 'application/json' ? JSON.parse(octets) : {}, say) : null
    if (found) {
      response.writeHead(found[0], { 'content-type': 'application/json' })
      return response.end(JSON.stringify(found[1]))
    }
    const next = forward({ port: behind, path: request.url, method: request.method, headers: request.headers }, (answered) => {
      response.writeHead(answered.statusCode, answered.headers)
      answered.pipe(response)
    })
    response.on('close', () => next.destroy())
    next.on('error', () => response.destroy())
    next.end(octets)
  })
  return new Promise((ready) => server.listen(port, '127.0.0.1', () => ready(server)))
}

const screens = {
  list: { path: '/briefing/desk', wait: '.row' },
  item: { path: `/briefing/desk/item/${id(1)}`, wait: '.acts' },
  new: { path: `/briefing/desk/${id(299)}`, wait: 'section' },
  draft: { path: `/briefing/desk/${id(201)}`, wait: 'section' },
  refused: { path: `/briefing/desk/${id(201)}`, wait: 'section', go: async (page) => { await page.click('.publish'); await page.waitForTimeout(400) } },
  apart: { path: `/briefing/desk/${id(201)}`, wait: 'section', go: async (page) => { await page.fill('section .field input', 'Samen, van mij'); await page.waitForSelector('.both') } },
  revise: { path: `/briefing/desk/item/${id(1)}/revise`, wait: 'section' },
  where: { path: `/briefing/desk/item/${id(1)}/revise`, wait: 'section', go: async (page) => { await page.locator('section').nth(3).scrollIntoViewIfNeeded(); await page.waitForTimeout(200) } },
  crossing: { path: `/briefing/desk/${id(299)}`, wait: 'section', go: async (page) => {
    const map = page.locator('section svg[role="img"]')
    await map.scrollIntoViewIfNeeded()
    const { x, y, width, height } = await map.boundingBox()
    for (const [a, b] of [[0.2, 0.2], [0.7, 0.7], [0.7, 0.2], [0.2, 0.7]]) await page.mouse.click(x + a * width, y + b * height)
    await page.waitForSelector('section p[role="alert"]')
  } },
  offer: { path: `/briefing/desk/offer/${id(451)}`, wait: '.audience', go: async (page) => { await page.fill('.audience input', 'in'); await page.waitForSelector('.audience .row') } },
  import: { path: '/briefing/desk/import', wait: 'textarea', go: async (page) => { await page.fill('textarea', 'kind;title\nevent;x'); await page.click('.dock .btn'); await page.waitForSelector('#main .card .row') } },
  recall: { path: `/briefing/desk/item/${id(1)}`, wait: '.acts', go: async (page) => { await page.click('.acts .btn:last-child'); await page.waitForSelector('.sheet form') } },
  share: { path: `/briefing/desk/item/${id(1)}`, wait: '.acts', go: async (page) => { await page.click('.acts .btn:nth-child(2)'); await page.waitForSelector('.sheet .row') } },
  readers: { path: `/briefing/readers/${id(1)}`, wait: 'table' },
  call: { path: '/briefing/roll-call', wait: 'article', go: async (page) => { await page.keyboard.press('ArrowRight') } },
  covered: { path: '/briefing/roll-call', wait: 'article', go: async (page, say) => { say.silent = true; await page.clock.fastForward(65_000); await page.waitForSelector('.cover'); await page.waitForTimeout(300) } },
}

async function shots(filter) {
  const { chromium } = await import('playwright-core')
  const out = process.env.OUT ?? join(tmpdir(), 'desk-shots')
  mkdirSync(out, { recursive: true })
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const say = {}
  const server = await serveDesk(0, say)
  const base = `http://127.0.0.1:${server.address().port}`
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
  const runs = Object.keys(screens).flatMap((name) => [['desk', 1280, 900], ['phone', 390, 844]].flatMap(([size, width, height]) => [['nl', 'light'], ['fr', 'dark']].map((rest) => [name, size, width, height, ...rest])))
  for (const [name, size, width, height, language, theme] of runs) {
    const label = [name, size, language, theme].join('.')
    if (filter && !new RegExp(filter).test(label)) continue
    Object.assign(say, { language, silent: false })
    await fetch(`${base}/mock/reset`, { method: 'POST', body: JSON.stringify({ language }) })
    drafts.splice(0, drafts.length, { id: id(201), version: 3, content: { ...van, title: 'Samen schrijven', kind: 'attention', audience: {}, subjects: [], valid_from: null, valid_to: null }, author: 'Karim Benali', changed_at: from(-0.2) })
    const context = await browser.newContext({ viewport: { width, height }, hasTouch: size === 'phone', isMobile: size === 'phone', colorScheme: theme, locale: language, reducedMotion: 'reduce', serviceWorkers: 'block' })
    const page = await context.newPage()
    if (name === 'covered') await page.clock.install()
    page.on('console', (message) => message.type() === 'error' && name !== 'covered' && console.log(`${label}: ${message.text()}`))
    page.on('pageerror', (error) => console.log(`${label}: ${error}`))
    try {
      await page.goto(`${base}/`)
      await page.click('.card .row')
      await page.waitForSelector('.app')
      await page.evaluate((path) => { const link = document.createElement('a'); link.href = path; document.body.append(link); link.click(); link.remove() }, screens[name].path)
      await page.waitForSelector(screens[name].wait)
      await page.waitForTimeout(300)
      await screens[name].go?.(page, say)
      await page.screenshot({ path: join(out, `${label}.png`) })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth || [...document.querySelectorAll('.page')].reduce((most, one) => Math.max(most, one.scrollWidth - one.clientWidth), 0))
      if (wide > 0) console.log(`${label}: overflows by ${wide}`)
      await page.evaluate(axe)
      const found = await page.evaluate(() => window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }))
      for (const one of found.violations) console.log(`${label}: ${one.id} ${one.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')}`)
    } catch (error) {
      console.log(`${label}: ${String(error).split('\n')[0]}`)
      await page.screenshot({ path: join(out, `${label}.png`) }).catch(() => undefined)
    }
    await context.close()
  }
  await browser.close()
  server.close()
  console.log(out)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv[2] === 'shots') {
    await shots(process.argv[3])
    process.exit(0)
  }
  const server = await serveDesk(Number(process.env.PORT ?? 8091))
  console.log(`http://127.0.0.1:${server.address().port}`)
}
