import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Crew, Incident } from '../src/modules/incidents/wire'
import { closed, left, newDevice, opened, server, type App } from './feed/delivery'
import { crew, incident, line, on } from './incidents-builders'

type Module = typeof import('../src/modules/incidents/behind/incidents.svelte') & typeof import('../src/modules/incidents/behind/told.svelte')
const no2 = crew('NO-2', { members: [{ person: 'p1', name: 'Ann Peeters' }] })
const one = incident({ title: 'Inbraak' })
let app: App & Module

async function open(): Promise<void> {
  app = { ...(await opened()), ...(await import('../src/modules/incidents/behind/told.svelte')), ...(await import('../src/modules/incidents/behind/incidents.svelte')) }
  app.records.resume()
  await vi.waitFor(() => { if (!['incidents.incident', 'incidents.crew', 'incidents.line'].every((type) => app.records.of(type).loaded)) throw new Error('not read yet') })
  held('incidents.incident', one)
  held('incidents.crew', no2)
}

function held(type: string, body: { id: string } & (Incident | Crew | object), version = 1): void {
  app.records.changed({ put: [{ type, id: body.id, version, body }], gone: [] }, false)
  app.incidents.settle()
}

const delivered = async (): Promise<void> => { await app.outbox.deliver(); app.incidents.settle() }
const state = (): string | undefined => app.incidents.find(one.id)?.mine?.state

beforeEach(async () => {
  newDevice()
  await open()
})

afterEach(async () => {
  await app.outbox.deliver() // what this test set off does not arrive in the next
  closed(app)
})

test('my crew is the one among whose members I am', () => {
  expect(app.incidents.crew?.call_sign).toBe('NO-2')
})

test('two taps without network are en route, on the screen at once and waiting', async () => {
  server.online = false
  await app.telling.state(one, 'accepted')
  await app.telling.state(one, 'en_route')
  expect([state(), app.incidents.find(one.id)?.waiting, app.incidents.mine?.incident.id]).toEqual(['en_route', true, one.id])
  expect(app.incidents.timeline(one.id).map(({ text, author, waiting }) => [text, author, waiting])).toEqual([['en_route', 'NO-2', true], ['accepted', 'NO-2', true]])
})

test('they are delivered in their order when the network is back, and shown until the record has them', async () => {
  server.online = false
  await app.telling.state(one, 'accepted')
  await app.telling.state(one, 'en_route')
  server.online = true
  await delivered()
  expect([server.delivered.length, state(), app.incidents.find(one.id)?.waiting]).toEqual([2, 'en_route', false])
  held('incidents.incident', { ...one, crews: [on(no2, 'accepted', { accepted: '2026-11-25T14:00:00Z' })] }, 2)
  expect(state()).toBe('en_route')
})

test('once the record has it, what the server says next counts', async () => {
  await app.telling.state(one, 'accepted')
  await delivered()
  held('incidents.incident', { ...one, crews: [on(no2, 'accepted', { accepted: '2026-11-25T14:00:00Z' })] }, 2)
  held('incidents.incident', { ...one, crews: [] }, 3)
  expect(state()).toBeUndefined()
})

test('what was refused is not shown as done, and says why', async () => {
  server.answer = () => ({ status: 409, final: true, problem: { code: 'incidents.no_crew' } })
  await app.telling.state(one, 'accepted')
  await delivered()
  expect([state(), app.telling.refusedOf(one.id)[0]?.problem?.code]).toEqual([undefined, 'incidents.no_crew'])
})

test('the app opened anew without network knows what was said', async () => {
  server.online = false
  await app.telling.state(one, 'accepted')
  await app.telling.note(one, 'Achterdeur open')
  closed(app)
  await open()
  expect([state(), app.incidents.timeline(one.id).map(({ text }) => text)]).toEqual(['accepted', ['Achterdeur open', 'accepted']])
})

test('a note on an incident that was closed meanwhile is kept and delivered', async () => {
  server.online = false
  held('incidents.incident', { ...one, state: 'closed', closed_at: '2026-11-25T14:30:00Z' }, 2)
  await app.telling.note(one, 'Achterdeur was open')
  expect(app.incidents.timeline(one.id)[0]).toMatchObject({ text: 'Achterdeur was open', waiting: true })
  server.online = true
  await delivered()
  expect(server.delivered).toHaveLength(1)
})

test('a note stands there once when its line comes', async () => {
  server.online = false
  await app.telling.note(one, 'Achterdeur open')
  const id = String((await app.outbox.mine(app.outbox.items[0]?.id ?? ''))?.command.body['id'])
  server.online = true
  await delivered()
  held('incidents.line', line(one, { id, kind: 'note', text: 'Achterdeur open', author: 'NO-2' }))
  expect(app.incidents.timeline(one.id).map(({ text }) => text)).toEqual(['Achterdeur open'])
})

test('closing is shown at once, with its result', async () => {
  server.online = false
  await app.telling.state(one, 'on_scene')
  await app.telling.close(one, 'nothing_found', '')
  expect([app.incidents.find(one.id)?.incident.state, app.incidents.find(one.id)?.incident.result, app.incidents.mine]).toEqual(['closed', 'nothing_found', null])
})

test('locked, nothing of it is shown', async () => {
  server.online = false
  await app.telling.state(one, 'accepted')
  await left(app, 'locked')
  app.records.empty()
  expect([app.incidents.all, app.telling.all]).toEqual([[], []])
})
