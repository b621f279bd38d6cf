import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { nextAt, timeIn } from '../src/modules/duty/behind/until'
import type { Shift } from '../src/modules/duty/wire'
import { closed, left, newDevice, opened, server, type App } from './feed/delivery'

const units = [{ id: 'u1', name: 'Noord', own: true }, { id: 'u2', name: 'Zuid', own: false }]
const hence = (hours: number): string => new Date(Date.now() + hours * 3600_000).toISOString()
let app: App & { duty: typeof import('../src/modules/duty/behind/duty.svelte').duty }

async function open(): Promise<void> {
  app = { ...(await opened()), ...(await import('../src/modules/duty/behind/duty.svelte')) }
  app.records.resume()
  await settled()
}

/** What is read from the device has been read, and what start.svelte.ts does whenever something changes is done. */
async function settled(): Promise<void> {
  await vi.waitFor(() => { if (!app.duty.known) throw new Error('not read yet') })
  if (app.duty.waiting) await app.duty.recall(app.duty.waiting)
  app.duty.overtaken()
}

/** As a pull brings it. */
function held(version: number, shift: Partial<Shift> & { id: string }): void {
  const body = { name: 'Ann Peeters', function: 'intervention', unit: null, unit_name: '', crew: '', since: hence(-1), until: hence(8), ...shift }
  app.records.changed({ put: [{ type: 'duty.shift', id: shift.id, version, body }], gone: [] }, false)
}

const gone = (id: string): void => app.records.changed({ put: [], gone: [`duty.shift/${id}`] }, false)
const began = (): Promise<void> => app.duty.begin({ until: hence(8), unit: 'u2', crew: 'NO-2' })

beforeEach(async () => {
  newDevice()
  server.others['/api/duty/duty-units'] = units
  await open()
})

afterEach(async () => {
  await app.outbox.deliver() // what this test set off does not arrive in the next
  closed(app)
})

test('without network a shift is shown at once, and delivered when the network is back', async () => {
  await app.duty.loadUnits()
  server.online = false
  await began()
  expect([app.duty.mine?.crew, app.duty.mine?.unit_name, app.duty.waiting?.state]).toEqual(['NO-2', 'Zuid', 'waiting'])
  server.online = true
  await app.outbox.deliver()
  expect([server.delivered.length, app.duty.waiting, app.duty.mine?.crew]).toEqual([1, null, 'NO-2'])
})

test('the app opened anew without network knows what was said', async () => {
  server.online = false
  await began()
  closed(app)
  await open()
  expect(app.duty.mine?.crew).toBe('NO-2')
})

test('once the record shows something else, that is what counts', async () => {
  await began()
  await app.outbox.deliver()
  held(1, { id: 'p1', crew: 'NO-3' })
  await settled()
  expect(app.duty.mine?.crew).toBe('NO-3')
  gone('p1')
  expect(app.duty.mine).toBeNull()
})

test('what was refused is not shown as done, and says why', async () => {
  held(1, { id: 'p1', crew: 'NO-1' })
  server.answer = () => ({ status: 422, final: true, problem: { code: 'duty.end_impossible', params: { hours: 16 } } })
  await began()
  await app.outbox.deliver()
  expect([app.duty.mine?.crew, app.duty.refused?.problem?.code]).toEqual(['NO-1', 'duty.end_impossible'])
})

test('off duty is shown at once, and nobody of the others goes with it', async () => {
  held(1, { id: 'p1', crew: 'NO-1' })
  held(1, { id: 'p2', name: 'Bram Vos', crew: 'NO-4' })
  server.online = false
  await app.duty.end()
  expect([app.duty.mine, app.duty.all.map(({ crew }) => crew)]).toEqual([null, ['NO-4']])
})

test('a shift whose time is over is none', () => {
  held(1, { id: 'p1', until: hence(-0.1) })
  held(1, { id: 'p2', until: hence(-0.1) })
  expect([app.duty.mine, app.duty.all]).toEqual([null, []])
})

test('the units are there without network, and not for whoever comes next', async () => {
  await app.duty.loadUnits()
  server.online = false
  closed(app)
  await open()
  await app.duty.loadUnits().catch(() => undefined)
  expect(app.duty.units).toEqual(units)
  await left(app, 'out')
  expect([app.duty.units, await app.vault.read('duty-units')]).toEqual([[], null])
})

test('an end is the next time the clock shows it, tomorrow where it has passed', () => {
  const now = new Date(2026, 10, 30, 21, 10)
  expect(nextAt('21:10', now)).toEqual(new Date(2026, 11, 1, 21, 10))
  expect(nextAt('23:00', now)).toEqual(new Date(2026, 10, 30, 23, 0))
  expect(nextAt('', now)).toBeNull()
})

test('so many hours from now end on a quarter', () => {
  expect(timeIn(8, new Date(2026, 10, 30, 13, 7))).toBe('21:00')
  expect(timeIn(12, new Date(2026, 10, 30, 13, 8))).toBe('01:15')
})
