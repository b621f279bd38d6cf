import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { database } from '../src/store/database'
import { ring, RingLocked } from '../src/store/ring'
import { vault } from '../src/store/vault'
import { freshKeys } from './keys'

test('what was written is read back', async () => {
  await vault.write('task', { reference: 'C-1109' })
  expect(await vault.read('task')).toEqual({ reference: 'C-1109' })
})

test('nothing written stands in clear on the device', async () => {
  await vault.write('session', { token: 'PLANTED-TOKEN', me: { name: 'Planted Name' } })
  const record = await (await database()).get('records', 'session')
  const bytes = Buffer.concat([Buffer.from(record?.iv ?? []), Buffer.from(record?.sealed ?? new ArrayBuffer(0))]).toString('latin1')
  expect(bytes.length).toBeGreaterThan(40)
  expect(bytes).not.toContain('PLANTED')
  expect(bytes).not.toContain('Planted')
})

test('no key lies beside what it seals', async () => {
  expect(await (await database()).getAllKeys('keys')).toEqual([])
})

test('while locked nothing is read or written, and afterwards it is there', async () => {
  const keys = ring.keys()
  await vault.write('task', { a: 1 })
  ring.drop()
  await expect(vault.read('task')).rejects.toThrow(RingLocked)
  await expect(vault.write('task', { a: 2 })).rejects.toThrow(RingLocked)
  ring.hold(keys)
  expect(await vault.read('task')).toEqual({ a: 1 })
})

test('a record put in the place of another is not believed', async () => {
  await vault.write('one', { a: 1 })
  const db = await database()
  const sealed = await db.get('records', 'one')
  if (sealed) await db.put('records', sealed, 'two')
  expect(await vault.read('two')).toBeNull()
})

test('after destruction nothing can be read, and the app can start again', async () => {
  await vault.write('task', { a: 1 })
  await vault.destroy()
  expect(await vault.read('task')).toBeNull()
  ring.hold(await freshKeys())
  await vault.write('task', { a: 2 })
  expect(await vault.read('task')).toEqual({ a: 2 })
})
