/** SPEC.md S20, S24: what opens the store is not on the device, and what is not opened in time goes. */
import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { base64url } from '../src/base/encoding'
import { database, readClear } from '../src/store/database'
import { leaseHolds, renewLease, type Lease } from '../src/store/lease'
import { ring } from '../src/store/ring'
import { vault } from '../src/store/vault'
import {
  beginStore, choosePin, forgetPin, openByPasskey, openByPin, openStore, pinState, StoreLost, waysApart,
} from '../src/sync/behind/wraps'

const shareOf = (fill: number) => base64url(new Uint8Array(32).fill(fill))
const store = { share: shareOf(1), lease_h: 72, pin: true }
const passkey = (fill: number) => ({ credential: 'cred', output: new Uint8Array(32).fill(fill) })
const hour = 3_600_000

beforeEach(async () => {
  await vault.destroy()
})

async function kept(): Promise<void> {
  await vault.write('note', { text: 'kept' })
  ring.drop()
}

test('the server’s share opens it again, and no other', async () => {
  await beginStore(store, null)
  await kept()
  await expect(openStore({ ...store, share: shareOf(2) }, null)).rejects.toThrow(StoreLost)
  await openStore(store, null)
  expect(await vault.read('note')).toEqual({ text: 'kept' })
})

test('who signs in again finds what he kept; anybody else finds nothing of it', async () => {
  await beginStore(store, null)
  await kept()
  await beginStore(store, null)
  expect(await vault.read('note')).toEqual({ text: 'kept' })
  ring.drop()
  await beginStore({ ...store, share: shareOf(3) }, null)
  expect(await vault.read('note')).toBeNull()
})

test('what the passkey gives opens it without network; another passkey does not', async () => {
  await beginStore(store, passkey(7))
  await kept()
  expect(await waysApart()).toEqual({ passkey: 'cred', pin: null })
  expect(await openByPasskey(passkey(8))).toBe(false)
  expect(() => ring.keys()).toThrow()
  expect(await openByPasskey(passkey(7))).toBe(true)
  expect(await vault.read('note')).toEqual({ text: 'kept' })
})

test('an unlock by the server keeps the ways that were there', async () => {
  await beginStore(store, passkey(7))
  await kept()
  await openStore(store, null)
  expect((await waysApart()).passkey).toBe('cred')
})

test('a PIN opens it; five wrong ones leave nothing to try', async () => {
  await beginStore(store, null)
  expect(await pinState()).toEqual({ may: true, set: false })
  await choosePin('271828', store)
  await kept()
  expect(await openByPin('271828')).toBeNull()
  ring.drop()
  for (const left of [4, 3, 2, 1, 0]) expect(await openByPin('000000')).toBe(left)
  expect(await openByPin('271828')).toBe(0)
  expect(() => ring.keys()).toThrow()
})

test('the tries are counted before they are made, and begin anew after a right one', async () => {
  await beginStore(store, null)
  await choosePin('271828', store)
  await openByPin('000000')
  expect((await waysApart()).pin).toEqual({ left: 4 })
  await openByPin('271828')
  expect((await waysApart()).pin).toEqual({ left: 5 })
  await forgetPin()
  expect(await waysApart()).toEqual({ passkey: null, pin: null })
})

test('two that try at the same moment do not share a try', async () => {
  await beginStore(store, null)
  await choosePin('271828', store)
  expect((await Promise.all(['1', '2', '3'].map((wrong) => openByPin(wrong)))).sort()).toEqual([2, 3, 4])
})

test('where the organisation allows none any more, the PIN goes at the next unlock', async () => {
  await beginStore(store, null)
  await choosePin('271828', store)
  await openStore({ ...store, pin: false }, null)
  expect((await waysApart()).pin).toBeNull()
  expect((await pinState()).may).toBe(false)
})

test('nothing that lies in clear opens anything', async () => {
  await beginStore(store, passkey(7))
  await choosePin('271828', store)
  const db = await database()
  const clear = await Promise.all((await db.getAllKeys('clear')).map((name) => db.get('clear', name)))
  const found: CryptoKey[] = []
  const walk = (value: unknown): void => {
    if (value instanceof CryptoKey) found.push(value)
    else if (value && typeof value === 'object' && !ArrayBuffer.isView(value)) Object.values(value).forEach(walk)
  }
  clear.forEach(walk)
  expect(found).toEqual([])
  expect(JSON.stringify(clear)).not.toContain(store.share)
})

test.each([
  ['within the lease', 71 * hour, true],
  ['after it', 73 * hour, false],
  ['a clock that is set right by minutes', -5 * 60_000, true],
  ['a clock that is set back', -2 * hour, false],
])('%s', async (_, moved, holds) => {
  const now = Date.now()
  await renewLease(72, now)
  expect(await leaseHolds(now + moved)).toBe(holds)
})

test('setting the clock back a little again and again does not stretch it', async () => {
  const start = Date.now()
  await renewLease(72, start)
  expect(await leaseHolds(start + 60 * hour)).toBe(true)
  expect(await leaseHolds(start + 10 * hour)).toBe(false)
  expect((await readClear<Lease>('lease'))?.seen).toBe(start + 60 * hour)
})

test('a word of the server begins it anew, by the hours that it told last', async () => {
  await renewLease(2)
  await renewLease(undefined, Date.now() + hour)
  expect(await leaseHolds(Date.now() + 2.5 * hour)).toBe(true)
  expect(await leaseHolds(Date.now() + 3.5 * hour)).toBe(false)
})

test('without a lease nothing is kept', async () => {
  expect(await leaseHolds()).toBe(false)
})
