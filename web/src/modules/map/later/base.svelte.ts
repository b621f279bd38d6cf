import { get } from '../../../sync/transport'
import { keepList, keptMaps, MapOctets, piecesOf } from './octets'
import type { BaseMap } from './wire'

/** Octets: a map up to this size is kept whole by itself; a larger one when the officer says so. */
export const keptByItself = 40_000_000

/** The map under everything, and how much of it is on this device. */
class Base {
  octets = $state.raw<MapOctets | null>(null)
  /** Of its pieces, those on this device. */
  held = $state(0)
  /** This device was asked: from then on there is something to draw, or it comes with the network. */
  looked = $state(false)
  /** Asked for, by the server or of this device: there is none where `octets` is null. */
  known = $state(false)
  keeping = $state(false)
  private open = false

  readonly map: BaseMap | null = $derived(this.octets?.map ?? null)
  readonly whole: boolean = $derived(this.map !== null && this.held >= piecesOf(this.map))

  /** What is on this device is shown at once; the server's list replaces it where it is another. */
  async start(): Promise<void> {
    this.open = true
    await this.take(await keptMaps())
    this.looked = true
    try {
      const maps = await get<BaseMap[]>('/api/map/maps')
      await keepList(maps)
      await this.take(maps)
    } catch {
      // Without network the one on this device is the one there is.
    }
    this.known = true
    if (this.map && this.map.octets <= keptByItself) await this.keep()
  }

  /** The screen is left: what is not fetched yet is fetched the next time. */
  stop(): void {
    this.open = false
  }

  async keep(): Promise<void> {
    const { octets } = this
    if (!octets || this.keeping) return
    this.keeping = true
    try {
      await octets.keepWhole(() => {
        this.held += 1
        return this.open
      })
      this.held = await octets.held()
    } catch {
      // The network went: the next opening goes on where this one ended.
    } finally {
      this.keeping = false
    }
  }

  /** The newest is the one. */
  private async take(maps: readonly BaseMap[]): Promise<void> {
    const newest = [...maps].sort((a, b) => (a.date < b.date ? 1 : -1))[0]
    if (newest?.sha256 !== this.map?.sha256) this.octets = newest ? new MapOctets(newest) : null
    this.held = this.octets ? await this.octets.held() : 0
  }
}

export const base = new Base()
