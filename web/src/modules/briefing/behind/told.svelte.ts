/** What the officer told here and the server has not confirmed, as the screens show it. */
import { untrack } from 'svelte'
import { newId } from '../../../base/ids'
import { outbox, type Kept } from '../../../sync/outbox/outbox.svelte'
import { session } from '../../../sync/session.svelte'
import { serverNow } from '../../../sync/transport'
import type { Item, Spot } from '../wire'
import type { Read } from './lines'

export const readKey = 'brief-kept-read'
export const sightingKey = 'brief-kept-sighting'

export interface Seen {
  text: string
  place: string
  spot: Spot | null
}

/** A sighting that waits, or was refused. */
export interface SightingKept {
  id: string
  at: Date
  text: string
  place: string
  refused: boolean
}

class Told {
  /** Confirmed receipts come with the next pull: until then what was said on this screen counts. */
  private just = $state.raw<ReadonlyMap<string, Read>>(new Map())

  constructor() {
    session.onEmpty(() => { this.just = new Map() })
  }

  /** By the item's id; a refused one is not read. */
  get reads(): ReadonlyMap<string, Read> {
    const found = new Map(this.just)
    for (const kept of outbox.items.filter((one) => one.title?.key === readKey)) {
      const { item, version } = argsOf(kept)
      if (kept.state === 'refused') found.delete(item)
      else if ((found.get(item)?.version ?? 0) <= version) found.set(item, { version, at: kept.at, waiting: true })
    }
    return found
  }

  /** One that is let go after it was refused must not look read again; called whenever the outbox changes. */
  forgetRefused(): void {
    const refused = new Set(outbox.items.filter((kept) => kept.state === 'refused' && kept.title?.key === readKey).map((kept) => argsOf(kept).item))
    if (refused.size) untrack(() => { this.just = new Map([...this.just].filter(([item]) => !refused.has(item))) })
  }

  /** What the server did not take of this item, the newest last. */
  refusedOf(item: string): Kept[] {
    return outbox.items.filter((kept) => kept.state === 'refused' && isOurs(kept) && argsOf(kept).item === item)
  }

  sightingsOf(item: string): SightingKept[] {
    return outbox.items.filter((kept) => kept.title?.key === sightingKey && argsOf(kept).item === item).map((kept) => {
      const { text, place } = argsOf(kept)
      return { id: kept.id, at: kept.at, text, place, refused: kept.state === 'refused' }
    })
  }

  /** Shown as read at once; confirmed when there is a network. Rejects as `outbox.keep` does. */
  async acknowledge({ id, version, content }: Item): Promise<void> {
    const args = { title: content.title, item: id, version }
    await outbox.keep({ action: 'briefing.acknowledge', body: { item: id, version } }, { module: 'briefing', title: { key: readKey, args } })
    if (session.status === 'open') this.just = new Map([...this.just, [id, { version, at: serverNow(), waiting: false }]])
  }

  /** Rejects as `outbox.keep` does. */
  async sighting({ id, content }: Item, { text, place, spot }: Seen): Promise<void> {
    const body = { id: newId(), item: id, at: serverNow().toISOString(), text, place, ...(spot ? { spot } : {}) }
    const args = { title: content.title, item: id, text, place }
    await outbox.keep({ action: 'briefing.report_sighting', body }, { module: 'briefing', title: { key: sightingKey, args } })
  }
}

function isOurs({ title }: Kept): boolean {
  return title?.key === readKey || title?.key === sightingKey
}

function argsOf({ title }: Kept): { item: string; version: number; text: string; place: string } {
  const { item, version, text, place } = title?.args ?? {}
  return { item: String(item), version: Number(version), text: String(text ?? ''), place: String(place ?? '') }
}

export const told = new Told()
