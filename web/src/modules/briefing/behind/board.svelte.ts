import { wall } from '../../../base/clock.svelte'
import { records } from '../../../sync/records/records.svelte'
import type { Item, Receipt, Sighting, Tally } from '../wire'
import { joined, type Line } from './lines'
import { told } from './told.svelte'

/** The briefing as this phone holds it, kept up to date. */
class Board {
  private readonly items = records.of<Item>('briefing.item')
  private readonly tallies = records.of<Tally>('briefing.tally')
  private readonly given = records.of<Receipt>('briefing.receipt')
  private readonly seen = records.of<Sighting>('briefing.sighting')
  /** The phone's own clock ends what has ended. */
  readonly lines: readonly Line[] = $derived(joined({
    items: this.items.rows.map(({ body }) => body),
    receipts: this.receipts,
    tallies: this.tallies.rows.map(({ body }) => body),
    told: told.reads,
  }, wall.minute))
  private readonly byId = $derived(new Map(this.lines.map((line) => [line.item.id, line])))

  get receipts(): readonly Receipt[] {
    return this.given.rows.map(({ body }) => body)
  }

  /** Read from the device: none is none, not on its way. */
  get loaded(): boolean {
    return this.items.loaded && this.given.loaded
  }

  /** Null: not on this phone. */
  find(id: string): Line | null {
    return this.byId.get(id) ?? null
  }

  /** The latest first. */
  sightings(item: string): Sighting[] {
    const found = this.seen.rows.map(({ body }) => body).filter((one) => one.item === item)
    return found.sort((a, b) => (a.at < b.at ? 1 : -1))
  }
}

export const board = new Board()
