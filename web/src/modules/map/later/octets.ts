/**
 * The octets of a base map, piece by piece: from this device where they are, else from the server and kept.
 * A base map says nothing about anybody, so its pieces are not sealed.
 */
import type { RangeResponse, Source } from 'pmtiles'
import { databaseOf, keeping } from '../../../store/databases'
import { send } from '../../../sync/transport'
import type { BaseMap } from './wire'

/** Octets: a second on a weak network, and read from the device in a few milliseconds. */
export const pieceSize = 256 * 1024
const inMemory = 12

keeping('map', {
  version: 1,
  upgrade: (db) => {
    db.createObjectStore('maps', { keyPath: 'sha256' })
    db.createObjectStore('pieces')
  },
})

export function piecesOf(map: BaseMap): number {
  return Math.ceil(map.octets / pieceSize)
}

/** Which pieces hold `length` octets from `offset`: first and last. */
export function piecesFor(offset: number, length: number): [number, number] {
  return [Math.floor(offset / pieceSize), Math.floor((offset + Math.max(1, length) - 1) / pieceSize)]
}

/** What PMTiles reads from. Throws what the transport throws where a piece is not here and cannot be fetched. */
export class MapOctets implements Source {
  readonly map: BaseMap
  private readonly recent = new Map<number, ArrayBuffer>()

  constructor(map: BaseMap) {
    this.map = map
  }

  getKey(): string {
    return this.map.sha256
  }

  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    const [first, last] = piecesFor(offset, length)
    const end = Math.min(offset + length, this.map.octets)
    const found = new Uint8Array(Math.max(0, end - offset))
    for (let number = first; number <= last && number < piecesOf(this.map); number += 1) {
      const start = number * pieceSize
      const piece = new Uint8Array(await this.piece(number)).subarray(Math.max(0, offset - start), end - start)
      found.set(piece, Math.max(0, start - offset))
    }
    return { data: found.buffer }
  }

  /** How many pieces are on this device. */
  async held(): Promise<number> {
    return (await databaseOf('map')).count('pieces', rangeOf(this.map))
  }

  /** Fetches what is missing, in order; `step` after each piece, and it ends once that says false. */
  async keepWhole(step: () => boolean): Promise<void> {
    const there = new Set((await (await databaseOf('map')).getAllKeys('pieces', rangeOf(this.map))).map((key) => (key as [string, number])[1]))
    for (let number = 0; number < piecesOf(this.map); number += 1) {
      if (there.has(number)) continue
      await this.fetched(number)
      if (!step()) return
    }
  }

  private async piece(number: number): Promise<ArrayBuffer> {
    const known = this.recent.get(number)
    if (known) return known
    const kept = (await (await databaseOf('map')).get('pieces', [this.map.sha256, number])) as ArrayBuffer | undefined
    return this.remember(number, kept ?? (await this.fetched(number)))
  }

  private async fetched(number: number): Promise<ArrayBuffer> {
    const start = number * pieceSize
    const end = Math.min(start + pieceSize, this.map.octets) - 1
    const response = await send('GET', `/api/map/octets/${this.map.sha256}?bytes=${start}-${end}`, undefined, { background: true })
    const piece = await response.arrayBuffer()
    if (piece.byteLength !== end - start + 1) throw new Error(`Piece ${number} of the map came with ${piece.byteLength} octets.`)
    // Without room on the device the map still shows while there is a network.
    await (await databaseOf('map')).put('pieces', piece, [this.map.sha256, number]).catch(() => undefined)
    return piece
  }

  private remember(number: number, piece: ArrayBuffer): ArrayBuffer {
    this.recent.set(number, piece)
    const [oldest] = this.recent.keys()
    if (this.recent.size > inMemory && oldest !== undefined) this.recent.delete(oldest)
    return piece
  }
}

export async function keptMaps(): Promise<BaseMap[]> {
  return (await (await databaseOf('map')).getAll('maps')) as BaseMap[]
}

/** These are the maps from now on: others go, with all their pieces. */
export async function keepList(maps: readonly BaseMap[]): Promise<void> {
  const db = await databaseOf('map')
  const gone = (await keptMaps()).filter((one) => maps.every((map) => map.sha256 !== one.sha256))
  const work = db.transaction(['maps', 'pieces'], 'readwrite')
  for (const map of gone) {
    await work.objectStore('pieces').delete(rangeOf(map))
    await work.objectStore('maps').delete(map.sha256)
  }
  for (const map of maps) await work.objectStore('maps').put(map)
  await work.done
}

function rangeOf(map: BaseMap): IDBKeyRange {
  return IDBKeyRange.bound([map.sha256, 0], [map.sha256, Infinity])
}
