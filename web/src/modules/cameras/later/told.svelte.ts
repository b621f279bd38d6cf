/** What the officer said of hits on this device and the records do not show yet. */
import { outbox, type Kept } from '../../../sync/outbox/outbox.svelte'
import { session } from '../../../sync/session.svelte'
import { serverNow } from '../../../sync/transport'
import type { Hit, Outcome, Word } from '../wire'
import type { Told } from './fold'

const key = 'cam-kept'
/** So long after it was delivered it counts without its record, which comes with the next pull. */
const graceMs = 30_000

interface Own {
  told: Told
  /** When it left the outbox; null: it is there. */
  left: number | null
}

class Telling {
  private said = $state.raw<readonly Own[]>([])

  constructor() {
    session.onEmpty(() => { this.said = [] })
  }

  /** All that counts, in the order in which it was said: those of the outbox too, after the app was closed. */
  get all(): Told[] {
    const kept = new Map(outbox.items.filter(isOurs).map((item) => [item.id, item]))
    const here = this.said.map(({ told }) => ({ ...told, waiting: kept.has(told.item) }))
    const known = new Set(this.said.map(({ told }) => told.item))
    const recalled = [...kept.values()].filter(({ id, state }) => state === 'waiting' && !known.has(id)).map(toldOf)
    return [...recalled, ...here].sort((a, b) => a.at.localeCompare(b.at))
  }

  /** What the server did not take of a hit. */
  refusedOf(hit: string): Kept[] {
    return outbox.items.filter((item) => item.state === 'refused' && isOurs(item) && item.title?.args?.['hit'] === hit)
  }

  /** Whenever outbox or records change: what the records show, and what was refused, is forgotten. */
  settle(shown: (told: Told) => boolean): void {
    const kept = new Map(outbox.items.map((item) => [item.id, item.state]))
    const next = this.said.flatMap((one): Own[] => {
      const state = kept.get(one.told.item)
      if (state === 'waiting') return [one.left === null ? one : { ...one, left: null }]
      const left = one.left ?? Date.now()
      if (state === 'refused' || shown(one.told) || Date.now() - left > graceMs) return []
      return [one.left === null ? { ...one, left } : one]
    })
    if (next.length !== this.said.length || next.some((one, i) => one !== this.said[i])) this.said = next
  }

  /** Compared by eye; shown at once. Rejects as `outbox.keep` does, and so does the other. */
  async eye(hit: Hit, word: 'confirmed' | 'not_same'): Promise<void> {
    await this.keep(hit, word, '', word === 'confirmed' ? 'cameras.confirm' : 'cameras.not_same', { hit: hit.id })
  }

  async outcome(hit: Hit, outcome: Outcome, text: string): Promise<void> {
    await this.keep(hit, outcome, text, 'cameras.outcome', { hit: hit.id, outcome, text })
  }

  private async keep(hit: Hit, word: Word, text: string, action: string, body: Record<string, unknown>): Promise<void> {
    const at = serverNow().toISOString()
    const item = await outbox.keep({ action, body }, { module: 'cameras', title: { key, args: { hit: hit.id, plate: hit.plate, word, text } } })
    if (session.status === 'open') this.said = [...this.said, { told: { item, hit: hit.id, word, text, at, waiting: true }, left: null }]
  }
}

function isOurs({ title }: Kept): boolean {
  return title?.key === key
}

function toldOf({ id, at, state, title }: Kept): Told {
  const arg = (name: string): string => String(title?.args?.[name] ?? '')
  return { item: id, hit: arg('hit'), word: arg('word') as Word, text: arg('text'), at: at.toISOString(), waiting: state === 'waiting' }
}

export const telling = new Telling()
