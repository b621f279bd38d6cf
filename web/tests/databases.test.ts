import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { databaseOf, eraseDatabases, keeping } from '../src/store/databases'
import { ring, RingLocked } from '../src/store/ring'
import { sealed, unsealed, vault } from '../src/store/vault'
import { brought, freshKeys } from './keys'

beforeEach(() => ring.hold(brought.keys))

const keep = { version: 1, upgrade: (db: { createObjectStore: (name: string) => unknown }) => void db.createObjectStore('tiles') }

test('a module keeps what it declared, in a database of its own, and no other', async () => {
  keeping('maps', keep)
  keeping('chats', keep)
  await (await databaseOf('maps')).put('tiles', 'stone', 1)
  expect(await (await databaseOf('maps')).get('tiles', 1)).toBe('stone')
  expect(await (await databaseOf('chats')).get('tiles', 1)).toBeUndefined()
  await expect(databaseOf('nobody')).rejects.toThrow('declares nothing')
})

test('sign-out erases all of them', async () => {
  keeping('maps', keep)
  await (await databaseOf('maps')).put('tiles', 'stone', 1)
  await vault.destroy()
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('focus-module-maps')
  expect(await (await databaseOf('maps')).get('tiles', 1)).toBeUndefined()
  await eraseDatabases()
})

test('what is sealed opens under its own name only, and not after sign-out', async () => {
  const record = await sealed('maps/1', { street: 'Stationsplein' })
  expect(await unsealed('maps/1', record)).toEqual({ street: 'Stationsplein' })
  expect(await unsealed('maps/2', record)).toBeNull()
  await vault.destroy()
  await expect(unsealed('maps/1', record)).rejects.toThrow(RingLocked)
  ring.hold(await freshKeys())
  expect(await unsealed('maps/1', record)).toBeNull()
})
