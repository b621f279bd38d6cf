import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { byLender } from '../src/modules/reinforcement/later/desk.svelte'
import type { LentCrew } from '../src/modules/reinforcement/later/wire'
import { closed, newDevice, opened, server, type App } from './feed/delivery'

const host = 'b0000000-0000-4000-8000-000000000002'
const there = { person: { id: 'p1', name: 'Ann Peeters', function: 'reinforcement' }, organisation: { id: host }, language: 'nl', session: { lock_after_s: 300 } }
let app: App
let changePost: typeof import('../src/modules/reinforcement/later/going').changePost

const crew = (organisation: string, sign: string): LentCrew =>
  ({ organisation, organisation_name: organisation, organisation_code: '5998', call_sign: sign, unit_name: '', people: 2, until: '', here: false })

beforeEach(async () => {
  newDevice()
  app = await opened()
  ;({ changePost } = await import('../src/modules/reinforcement/later/going'))
  const { newAgreement } = await import('../src/sync/proof')
  const { agree } = await newAgreement()
  Object.assign(server.others, {
    '/api/identity/change-post/begin': { ceremony: 'c-1', challenge: 'Y2hhbGxlbmdl' },
    '/api/identity/change-post/finish': {
      token: 'another', session: 's-2', person: 'p1', post: 'post-2', organisation: host, server_time: Math.round(Date.now() / 1000),
      expires_at: new Date(Date.now() + 3600_000).toISOString(), lock_after_s: 300, proof: { kid: 'k', agree },
    },
    '/api/identity/me': there,
  })
})

afterEach(() => closed(app))

test('going over opens the other post, with nothing on the screen or on the device of the one before', async () => {
  await app.vault.write('recent', ['1-ABC-123'])
  app.records.resume()
  app.records.changed({ put: [{ type: 'incidents.incident', id: 'i1', version: 1, body: { id: 'i1' } }], gone: [] }, false)
  const emptied = vi.fn()
  app.session.onEmpty(emptied)
  await changePost('post-2')
  expect([app.session.status, app.session.token, app.session.me?.organisation.id]).toEqual(['open', 'another', host])
  expect(emptied).toHaveBeenCalledOnce()
  expect(await app.vault.read('recent')).toBeNull()
  expect(await app.vault.read('session')).toMatchObject({ token: 'another' })
})

test('what waits to be sent waits on, sealed to the organisation of the post that made it', async () => {
  server.online = false
  await app.outbox.keep({ action: 'duty.end_duty', body: {} }, { module: 'duty', title: { key: 'duty-kept-ended' } })
  server.online = true
  const made = app.outbox.items[0]
  await changePost('post-2')
  await app.outbox.resume()
  await app.outbox.deliver()
  expect(server.delivered.map(({ id, organisation }) => [id, organisation === host])).toEqual([[made?.id, false]])
})

test('refused, everything stays as it was', async () => {
  await app.vault.write('recent', ['1-ABC-123'])
  const normal = globalThis.fetch
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) =>
    path.endsWith('change-post/finish') ? Response.json({ code: 'identity.no_post', status: 403 }, { status: 403 }) : normal(path, init))
  await expect(changePost('post-2')).rejects.toMatchObject({ code: 'identity.no_post' })
  expect([app.session.status, app.session.token]).toEqual(['open', 'token'])
  expect(await app.vault.read('recent')).toEqual(['1-ABC-123'])
})

test('a call that ends under the session before does not sign out of the new one', async () => {
  const normal = globalThis.fetch
  let answer: (late: Response) => void = () => undefined
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) =>
    path.endsWith('slow') ? new Promise<Response>((done) => { answer = done }) : normal(path, init))
  const { get } = await import('../src/sync/transport')
  const { listeners } = await import('../src/sync/transport')
  const signedOut = vi.spyOn(listeners, 'signedOut')
  const slow = get('/api/slow')
  await changePost('post-2')
  answer(Response.json({ code: 'identity.signed_out', status: 401 }, { status: 401 }))
  await expect(slow).rejects.toMatchObject({ code: 'identity.signed_out' })
  expect(signedOut).not.toHaveBeenCalled()
})

test('crews stand by the organisation that lends them, in their order', () => {
  const lenders = byLender([crew('a', 'HE-7'), crew('b', 'ZA-1'), crew('a', 'HE-8')])
  expect(lenders.map(({ organisation, crews }) => [organisation, crews.map(({ call_sign: sign }) => sign)])).toEqual([['a', ['HE-7', 'HE-8']], ['b', ['ZA-1']]])
})

test('what going over destroys is said at the first tap, and only the second one goes', async () => {
  const { modules } = await import('../src/kit/modules')
  const { lostAtSignOut } = await import('../src/modules/me/public')
  const { Over } = await import('../src/modules/reinforcement/over.svelte')
  let lost: string | null = null
  vi.spyOn(modules, 'added').mockImplementation((slot) => (slot.name === lostAtSignOut.name ? [() => lost] : []) as never[])
  const over = new Over()
  expect(over.asks('post-2')).toBe(true)
  lost = 'Nog vragen in wacht: 2.'
  expect([over.asks('post-2'), over.warned('post-2'), over.lost]).toEqual([false, true, [lost]])
  expect(over.asks('post-3')).toBe(false)
  expect([over.warned('post-2'), over.asks('post-2')]).toEqual([false, false])
  lost = 'Nog vragen in wacht: 3.'
  expect([over.asks('post-2'), over.lost]).toEqual([false, [lost]])
  expect(over.asks('post-2')).toBe(true)
})
