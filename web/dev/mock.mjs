/**
 * A stand-in for the server, for looking at screens: serves dist/ under the product's content security
 * policy and answers the API with invented data. It checks no proof. Not part of the product.
 */
import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { webcrypto } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import * as data from './mock-data.mjs'
import { becomes, briefing, types as held } from './mock-briefing.mjs'
import { incidents, types as ofIncidents, views } from './mock-incidents.mjs'

const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png', '.webmanifest': 'application/manifest+json', '.json': 'application/json' }
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const pause = (ms) => new Promise((done) => setTimeout(done, ms))
const b64u = (bytes) => Buffer.from(bytes).toString('base64url')

const state = { language: 'nl', task: data.task(), lookups: data.myLookups(), locked: false }

async function opened(extra = {}) {
  const pair = await webcrypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveKey'])
  const proof = { kid: 'k', agree: b64u(await webcrypto.subtle.exportKey('raw', pair.publicKey)) }
  return {
    token: b64u(webcrypto.getRandomValues(new Uint8Array(32))), session: 's1', person: 'u1', post: 'po1', organisation: 'o1',
    expires_at: new Date(Date.now() + 12 * 3.6e6).toISOString(), lock_after_s: 300, server_time: Math.round(Date.now() / 1000),
    proof, store: { share: b64u(new Uint8Array(32)), lease_h: 72, pin: true }, agree: { ceremony: 'a', challenge: b64u(new Uint8Array(32)) }, ...extra,
  }
}

async function stream(response, body, signal, only) {
  const found = data.scenario(body.question, body.reading)
  const closed = new Set(found.all ? [] : ['cjr'])
  const silent = new Set(found.all ? [] : ['sis', 'cameras'])
  const asked = data.sources.filter((source) => !closed.has(source.name) && (!only || only.includes(source.name)))
  const line = (object) => response.write(`${JSON.stringify(object)}\n`)
  const verdict = (level, answered, names, final = false) => line({ kind: 'verdict', level, word: level === 'pending' ? 'not_all' : found.word, reasons: level === found.level ? found.reasons : [], answered, expected: asked.length, missing: names.map((source) => ({ source, why: 'silent' })), final })
  response.writeHead(200, { 'content-type': 'application/x-ndjson' })
  if (!only) {
    line({
      kind: 'opened', lookup: body.id, reading: found.readings[0], readings: found.readings, at: new Date().toISOString(), deadline_ms: 8000,
      purpose: body.purpose ? { ...data.purposes.find((p) => p.code === body.purpose.code), reference: body.purpose.reference ?? null } : { ...state.task.purpose, reference: state.task.reference },
      sources: data.sources.map((source) => ({ ...source, state: closed.has(source.name) ? 'closed' : 'asked', reason: null })),
    })
    verdict('pending', 0, [])
  }
  let answered = 0
  for (const [i, source] of asked.entries()) {
    if (signal.aborted) return
    if (found.hang && i === 29) {
      for (const name of ['sis', 'cameras']) line({ kind: 'source', name, state: 'slow', records: 0, ms: 1000 })
      await pause(60_000)
      return response.end()
    }
    if (silent.has(source.name) && !only) continue
    await pause(only ? 400 : 6)
    answered += 1
    line({ kind: 'source', name: source.name, state: i % 3 ? 'empty' : 'answered', records: i % 3 ? 0 : 1, ms: 20 + i * 5 })
    if (i === 3 || (only && i === 0)) {
      for (const card of found.cards) line({ kind: 'card', card })
      if (found.level === 'red' || found.level === 'amber') verdict(found.level, answered, [])
    }
  }
  for (const name of only ? [] : silent) line({ kind: 'source', name, state: 'silent', reason: null, records: 0, ms: 8000 })
  verdict(found.level, answered, only ? [] : [...silent], true)
  line({ kind: 'closed', ms: 1120, answered, empty: 0, silent: silent.size, failed: 0, closed: closed.size })
  response.end()
}

/** What a phone pulls, and its stream: two notes, the briefing, incidents, and a look every few seconds. */
function sync(path, response) {
  const types = ['notes.note', ...held, ...ofIncidents]
  const state = { epoch: 'mock', cursor: '1', held: { me: '' }, types }
  const lines = [
    { left: [], types, hours: Object.fromEntries(types.map((type) => [type, 72])), restart: true, state, at: new Date().toISOString() },
    ...briefing(),
    ...incidents(),
    ...[1, 2].map((n) => ({ t: 'notes.note', i: `0190b8a0-0000-7000-8000-00000000000${n}`, v: 1, b: ['me'], d: { text: `Note ${n}` } })),
    { state, whole: true },
  ]
  response.writeHead(200, { 'content-type': path.endsWith('pull') ? 'application/x-ndjson' : 'text/event-stream' })
  if (path.endsWith('pull')) return response.end(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  const look = () => response.write('event: look\ndata: 0\n\n')
  look()
  const timer = setInterval(look, Number(process.env.BULK) ? 600_000 : 3_000)
  response.on('close', () => clearInterval(timer))
}

/** Takes what is delivered, and refuses each fourth. */
function delivered({ items }) {
  const outcomes = items.map(({ id, n }) => (n % 4 ? { id, status: 200, final: true } : { id, status: 409, final: true, problem: { code: 'feed.stale', params: {} } }))
  return { at: new Date().toISOString(), skew_s: 0, outcomes }
}

async function deliveryKey() {
  const pair = await webcrypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits'])
  return { kid: 'mock', organisation: data.me('nl').organisation.id, point: b64u(await webcrypto.subtle.exportKey('raw', pair.publicKey)) }
}

async function answer(method, path, body) {
  const fixed = {
    'GET /api/health': {}, 'GET /api/identity/me': data.me(state.language), 'GET /api/identity/my-devices': data.devices(), 'GET /api/identity/my-sessions': data.sessions(),
    'GET /api/purposes/my-task': state.task, 'GET /api/purposes/purposes': data.purposes, 'GET /api/search/my-lookups': state.lookups,
    'GET /api/search/sources': data.sources.map((s) => ({ ...s, matters: s.matters ? ['plate'] : [], legal: [], open: s.name !== 'cjr', reason: null })), 'GET /api/demo/people': data.people, ...views,
    'POST /api/demo/begin': { ceremony: 'c', challenge: b64u(webcrypto.getRandomValues(new Uint8Array(32))) },
  }
  const key = `${method} ${path}`
  if (key in fixed) return [200, fixed[key]]
  if (key === 'POST /api/demo/sign-in' || key === 'POST /api/demo/verify') return [200, await opened()]
  if (key === 'GET /api/sync/key') return [200, await deliveryKey()]
  if (key === 'POST /api/sync/deliver') return [200, delivered(body)]
  if (key === 'POST /api/search/understand') return [200, data.understand(body.question)]
  if (key === 'POST /api/identity/change-language') state.language = body.language
  if (key === 'POST /api/purposes/end-task') state.task = null
  if (key === 'POST /api/purposes/start-task') state.task = { ...data.task(), ...body, id: 't2', purpose: data.purposes.find((p) => p.code === body.purpose), started_at: new Date().toISOString(), place: null }
  return [200, {}]
}

function file(path) {
  try {
    return [readFileSync(`dist${path}`), types[extname(path)] ?? 'application/octet-stream']
  } catch {
    return [readFileSync('dist/index.html'), types['.html']]
  }
}

export function serve(port) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://x').pathname
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    const body = chunks.length ? JSON.parse(Buffer.concat(chunks).toString()) : {}
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    if (path === '/mock/reset') Object.assign(state, { language: body.language ?? 'nl', task: body.task === false ? null : data.task() })
    if (path === '/mock/briefing') becomes(body)
    if (request.method === 'POST' && path === '/api/search/lookups') {
      if (!body.purpose && !body.task) {
        response.writeHead(422, { 'content-type': 'application/problem+json' })
        return response.end(JSON.stringify({ code: 'purposes.missing', status: 422, purposes: data.purposes }))
      }
      return stream(response, body, gone.signal, null)
    }
    if (/lookups\/.*\/retry$/.test(path)) return stream(response, { question: '2-ZKV-318' }, gone.signal, body.sources)
    if (path === '/api/sync/pull' || path === '/api/sync/stream') return sync(path, response)
    if (path.startsWith('/api/') || path.startsWith('/mock/')) {
      const [status, content] = await answer(request.method, path, body)
      response.writeHead(status, { 'content-type': 'application/json' })
      return response.end(JSON.stringify(content))
    }
    const [content, type] = file(path === '/' ? '/index.html' : path)
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policy, 'cache-control': 'no-cache' })
    response.end(content)
  })
  return new Promise((ready) => server.listen(port, '127.0.0.1', () => ready(server)))
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const server = await serve(Number(process.env.PORT ?? 8090))
  console.log(`http://127.0.0.1:${server.address().port}`)
}
