/**
 * The rows on this device. A piece is stored with the state that it leads to, in one transaction or not at all;
 * sealing is done before, since waiting for WebCrypto would end the transaction.
 */
import type { IDBPObjectStore } from 'idb'
import { utf8 } from '../../base/encoding'
import { inOneStep } from '../../store/onestep'
import { storeKey } from '../../store/vault'
import { syncDatabase, type Progress, type Schema, type SealedRow } from './database'
import type { LeftLine, Piece, RecordLine } from './wire'

export interface Held<T = unknown> {
  type: string
  id: string
  version: number
  body: T
}

/** What a piece changed; `gone` are `type/id`. */
export interface Change {
  put: Held[]
  gone: string[]
}

/** Another tab, or a sign-out, changed the store meanwhile: what was to be written is not. */
export class Overtaken extends Error {}

/** A row does not open with this device's key. */
export class RowDamaged extends Error {}

type Rows = IDBPObjectStore<Schema, ('rows' | 'kv')[], 'rows', 'readwrite'>

const hourMs = 3_600_000
const nothing: Progress = { turn: 0, generation: 0, sweep: false, state: null, ended: false, resumed: false, whole: null, hours: {} }

export function keyOf(type: string, id: string): string {
  return `${type}/${id}`
}

export function typeOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/'))
}

export async function progress(): Promise<Progress> {
  return (await (await syncDatabase()).get('kv', 'progress')) ?? nothing
}

/** Every record of a type; throws RowDamaged. */
export async function heldOf(type: string): Promise<Held[]> {
  const rows = await (await syncDatabase()).getAll('rows', ofType(type))
  if (!rows.length) return []
  const key = await storeKey()
  return Promise.all(rows.map((row) => opened(key, row)))
}

/** Stores a piece after `turn`; throws Overtaken, and whatever the device throws when it cannot write. */
export async function apply(piece: Piece, turn: number, signal: AbortSignal): Promise<Change> {
  const sealed = await sealedRows(piece.records)
  const db = await syncDatabase()
  signal.throwIfAborted()
  const transaction = db.transaction(['rows', 'kv'], 'readwrite')
  return inOneStep(transaction, async () => {
    const rows = transaction.objectStore('rows')
    const before = (await transaction.objectStore('kv').get('progress')) ?? nothing
    if (before.turn !== turn) throw new Overtaken()
    const gone = piece.gone.map(({ t, i }) => keyOf(t, i))
    const after = advanced(before, piece)
    await Promise.all([...sealed.map((row) => rows.put({ ...row, g: after.generation })), ...gone.map((key) => rows.delete(key))])
    if ('left' in piece.end) gone.push(...(await leave(rows, piece.end)))
    else if (piece.end.whole && before.sweep) gone.push(...(await sweep(rows, after.generation)))
    await transaction.objectStore('kv').put(after, 'progress')
    return changeOf(piece, gone)
  })
}

export function changeOf(piece: Piece, gone = piece.gone.map(({ t, i }) => keyOf(t, i))): Change {
  return { put: piece.records.map(({ t, i, v, d }) => ({ type: t, id: i, version: v, body: d })), gone }
}

/** Everything goes and is fetched anew. */
export async function startAnew(): Promise<void> {
  const transaction = (await syncDatabase()).transaction(['rows', 'kv'], 'readwrite')
  await inOneStep(transaction, async () => {
    const before = (await transaction.objectStore('kv').get('progress')) ?? nothing
    await transaction.objectStore('rows').clear()
    await transaction.objectStore('kv').put({ ...nothing, turn: before.turn + 1 }, 'progress')
  })
}

/** Erases the types that may not be kept for so long without the server; its next word brings them again. SPEC.md S24. */
export async function dropOverdue(now = Date.now()): Promise<string[]> {
  const transaction = (await syncDatabase()).transaction(['rows', 'kv'], 'readwrite')
  return inOneStep(transaction, async () => {
    const before = (await transaction.objectStore('kv').get('progress')) ?? nothing
    const since = before.whole ?? now
    const overdue = Object.entries(before.hours).filter(([, hours]) => now > since + hours * hourMs).map(([type]) => type)
    if (!overdue.length) return []
    await Promise.all(overdue.map((type) => transaction.objectStore('rows').delete(ofType(type))))
    await transaction.objectStore('kv').put({ ...before, turn: before.turn + 1, state: null, ended: false, hours: {} }, 'progress')
    return overdue
  })
}

function advanced(before: Progress, { end }: Piece): Progress {
  const first = 'left' in end
  const restart = first && end.restart
  const whole = !first && end.whole === true
  const resumed = first ? !restart && before.state !== null && !before.ended : before.resumed
  return {
    turn: before.turn + 1,
    generation: before.generation + (restart ? 1 : 0),
    sweep: restart || (before.sweep && !whole),
    state: end.state,
    ended: whole,
    resumed,
    whole: whole && !resumed ? Date.now() : before.whole,
    hours: first ? end.hours : before.hours,
  }
}

/** Erases what stands in no bucket or type that is left; the keys of it. */
async function leave(rows: Rows, { left, types }: LeftLine): Promise<string[]> {
  const gone: string[] = []
  for (const type of await typesIn(rows)) {
    if (types.includes(type)) continue
    gone.push(...(await rows.getAllKeys(ofType(type))))
    await rows.delete(ofType(type))
  }
  const lost = new Set(left)
  for (const bucket of left) {
    for (const row of await rows.index('b').getAll(bucket)) {
      const buckets = row.b.filter((one) => !lost.has(one))
      if (buckets.length) await rows.put({ ...row, b: buckets })
      else {
        await rows.delete(row.k)
        gone.push(row.k)
      }
    }
  }
  return gone
}

async function sweep(rows: Rows, generation: number): Promise<string[]> {
  const old = await rows.index('g').getAllKeys(IDBKeyRange.upperBound(generation, true))
  await Promise.all(old.map((key) => rows.delete(key)))
  return old
}

/** Steps from type to type, not from row to row. */
async function typesIn(rows: Rows): Promise<string[]> {
  const found: string[] = []
  let cursor = await rows.openKeyCursor()
  while (cursor) {
    const type = typeOf(cursor.key)
    found.push(type)
    cursor = await cursor.continue(`${type}0`) // what follows `type/…`
  }
  return found
}

function ofType(type: string): IDBKeyRange {
  return IDBKeyRange.bound(`${type}/`, `${type}0`, false, true)
}

async function sealedRows(records: RecordLine[]): Promise<Omit<SealedRow, 'g'>[]> {
  if (!records.length) return []
  const key = await storeKey()
  return Promise.all(records.map(async ({ t, i, v, b, d }) => {
    const k = keyOf(t, i)
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const box = await crypto.subtle.encrypt(parameters(k, v, iv), key, utf8(JSON.stringify(d)))
    return { k, v, b, iv, box }
  }))
}

async function opened(key: CryptoKey, { k, v, iv, box }: SealedRow): Promise<Held> {
  try {
    const plain = await crypto.subtle.decrypt(parameters(k, v, iv), key, box)
    return { type: typeOf(k), id: k.slice(k.lastIndexOf('/') + 1), version: v, body: JSON.parse(new TextDecoder().decode(plain)) as unknown }
  } catch {
    throw new RowDamaged()
  }
}

function parameters(k: string, v: number, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: utf8(`focus-row-v1\n${k}\n${v}`) }
}
