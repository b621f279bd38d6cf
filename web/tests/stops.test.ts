import { afterEach, beforeEach, expect, test } from 'vitest'
import { closed, left, newDevice, opened, server, signIn, type App } from './feed/delivery'

const stop = { ground: 'traffic', described: 'PLANTED MAN' }
let app: App & { stops: typeof import('../src/modules/followup/behind/stops.svelte').stops }

async function open(): Promise<void> {
  app = { ...(await opened()), ...(await import('../src/modules/followup/behind/stops.svelte')) }
}

/** Registered, and past the moment in which it could be taken back. */
async function registered(): Promise<void> {
  await app.stops.register(stop, 'Geregistreerd')
  await app.leave()
  await app.outbox.deliver()
}

const states = (): unknown[] => app.stops.kept.map(({ state, problem }) => problem?.code ?? state)

beforeEach(async () => {
  newDevice()
  await open()
})

afterEach(async () => {
  await app.outbox.deliver() // what this test set off does not arrive in the next
  closed(app)
})

test('a stop leaves when its officer leaves, locks, or has thought for six seconds, and once', async () => {
  await registered()
  await app.leave()
  await app.outbox.deliver()
  expect([server.delivered.length, app.stops.drafts.items.length, states()]).toEqual([1, 0, []])
})

test('until then it is kept on the device, sealed, and no round sends it', async () => {
  await app.stops.register(stop, 'Geregistreerd')
  await app.stops.move()
  await app.outbox.deliver()
  expect([server.delivered.length, app.stops.drafts.items.length]).toEqual([0, 1])
  await app.leave()
})

test('a stop that is taken back is never sent', async () => {
  await app.stops.register(stop, 'Geregistreerd')
  app.toasts.current?.undo?.()
  await app.stops.drafts.load()
  await app.leave()
  await app.outbox.deliver()
  expect([server.delivered.length, app.stops.drafts.items, app.outbox.count]).toEqual([0, [], 0])
})

test('without network it waits, and is delivered under the id of the draft', async () => {
  server.online = false
  await app.stops.register(stop, 'Geregistreerd')
  const [draft] = app.stops.drafts.items
  await app.leave()
  expect(states()).toEqual(['waiting'])
  server.online = true
  await app.outbox.deliver()
  expect([server.delivered.map(({ id }) => id), states()]).toEqual([[draft?.id], []])
})

test('signing out with a stop that waits loses nothing: it is delivered without a session', async () => {
  server.online = false
  await app.stops.register(stop, 'Geregistreerd')
  await app.leave()
  await left(app, 'out')
  server.online = true
  await app.outbox.deliver()
  expect([server.delivered.length, app.outbox.count]).toEqual([1, 0])
})

test('a lock within the six seconds leaves it sealed; unlocked, it goes on its way, once', async () => {
  await app.stops.register(stop, 'Geregistreerd')
  await left(app, 'locked')
  expect(app.stops.drafts.items).toEqual([])
  signIn(app)
  await app.leave()
  await app.outbox.deliver()
  expect([server.delivered.length, app.stops.drafts.items]).toEqual([1, []])
})

test('what an earlier app had queued is moved over once, refused ones too, under the commands they had', async () => {
  const c1 = '01a00000-0000-7000-8000-000000000001'
  const c2 = '01a00000-0000-7000-8000-000000000002'
  await app.vault.write('stops', [{ id: c1, stop, until: Date.now() - 1 }, { id: c2, stop, problem: { code: 'followup.ground_unknown', title: 'nee' } }])
  await open()
  await app.stops.move()
  await app.outbox.deliver()
  await open()
  await app.stops.move()
  await app.outbox.deliver()
  expect([server.delivered.map(({ id }) => id), await app.vault.read('stops')]).toEqual([[c1, c2], null])
})

test('interrupted between the outbox and the end of the draft, it is one stop', async () => {
  server.online = false
  const [id, draft] = ['01a00000-0000-7000-8000-000000000003', { stop, until: 0 }]
  await app.vault.write('stops', [{ id, ...draft }])
  await app.stops.move()
  await app.vault.write('stops', [{ id, ...draft }]) // as if it had stopped here
  await app.stops.move()
  expect([app.outbox.count, app.stops.drafts.items]).toEqual([1, []])
})

test('a stop that the server refuses stays, with its reason and what was typed, and is put right', async () => {
  server.answer = () => ({ status: 422, final: true, problem: { code: 'followup.ground_unexplained' } })
  await registered()
  const [refused] = app.stops.kept
  expect([states(), app.stops.refused]).toEqual([['followup.ground_unexplained'], 1])
  expect((await app.outbox.mine(refused?.id ?? ''))?.command.body).toMatchObject(stop)
  server.answer = () => ({ status: 200, final: true })
  await app.stops.registerAnew({ ...stop, why: 'keek weg' }, refused?.id ?? '')
  await app.outbox.deliver()
  expect([server.delivered.length, states()]).toEqual([2, []])
})

test('a correction and a withdrawal without network wait in their order', async () => {
  server.online = false
  const known = { id: 's1', ground: 'traffic' } as Parameters<typeof app.stops.withdraw>[0]
  await app.stops.correct(known, { reason: 'verkeerde rij', place: 'Ringlaan 4' })
  await app.stops.withdraw(known, 'vergissing')
  const commands = await Promise.all(app.stops.kept.map(async ({ id }) => (await app.outbox.mine(id))?.command))
  expect(commands.map((command) => [command?.action, command?.body])).toEqual([
    ['followup.correct_stop', { stop: 's1', reason: 'verkeerde rij', place: 'Ringlaan 4' }],
    ['followup.withdraw_stop', { stop: 's1', reason: 'vergissing' }],
  ])
})
