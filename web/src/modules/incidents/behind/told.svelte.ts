/** What the officer said of incidents on this device and the records do not show yet. */
import { newId } from '../../../base/ids'
import { outbox, type Kept } from '../../../sync/outbox/outbox.svelte'
import { session } from '../../../sync/session.svelte'
import { serverNow } from '../../../sync/transport'
import type { Incident } from '../wire'
import type { Told } from './fold'
import type { Step } from './states'

export const stateKey = 'inc-kept-state'
export const noteKey = 'inc-kept-note'
export const closeKey = 'inc-kept-close'
/** So long after it was delivered it counts without its record, which comes with the next pull. */
const graceMs = 30_000

interface Said {
  told: Told
  /** When it left the outbox; null: it is there. */
  left: number | null
}

class Telling {
  private said = $state.raw<readonly Said[]>([])

  constructor() {
    session.onEmpty(() => { this.said = [] })
  }

  /** All that counts, in the order in which it was said: those of the outbox too, after the app was closed. */
  get all(): Told[] {
    const kept = new Map(outbox.items.filter(isOurs).map((item) => [item.id, item]))
    const here = this.said.map(({ told }) => ({ ...told, waiting: kept.has(told.item) }))
    const known = new Set(this.said.map(({ told }) => told.item))
    const recalled = [...kept.values()].filter((item) => item.state === 'waiting' && !known.has(item.id)).map(toldOf)
    return [...recalled, ...here].sort((a, b) => a.at.localeCompare(b.at))
  }

  /** What the server did not take of an incident. */
  refusedOf(incident: string): Kept[] {
    return outbox.items.filter((item) => item.state === 'refused' && isOurs(item) && item.title?.args?.['incident'] === incident)
  }

  /** Whenever outbox or records change: what the records show, and what was refused, is forgotten. */
  settle(shown: (told: Told) => boolean): void {
    const kept = new Map(outbox.items.map((item) => [item.id, item.state]))
    const next = this.said.flatMap((one): Said[] => {
      const state = kept.get(one.told.item)
      if (state === 'waiting') return [one.left === null ? one : { ...one, left: null }]
      const left = one.left ?? Date.now()
      if (state === 'refused' || shown(one.told) || Date.now() - left > graceMs) return []
      return [one.left === null ? { ...one, left } : one]
    })
    if (next.length !== this.said.length || next.some((one, i) => one !== this.said[i])) this.said = next
  }

  /** Shown at once. Rejects as `outbox.keep` does, and so do the others. */
  async state({ id, number }: Incident, state: Step): Promise<void> {
    await this.keep({ action: 'incidents.take_state', body: { incident: id, state } }, stateKey, { incident: id, number, state },
      { what: 'state', state, incident: id })
  }

  async note({ id, number }: Incident, text: string): Promise<void> {
    const line = newId()
    await this.keep({ action: 'incidents.note', body: { id: line, incident: id, text } }, noteKey, { incident: id, number, text, line },
      { what: 'note', line, text, incident: id })
  }

  async close({ id, number }: Incident, result: string, text: string): Promise<void> {
    await this.keep({ action: 'incidents.close', body: { incident: id, result, text } }, closeKey, { incident: id, number, result, text },
      { what: 'close', result, text, incident: id })
  }

  private async keep(command: { action: string; body: Record<string, unknown> }, key: string, args: Record<string, string>, what: Untold): Promise<void> {
    const at = serverNow().toISOString()
    const item = await outbox.keep(command, { module: 'incidents', title: { key, args } })
    if (session.status === 'open') this.said = [...this.said, { told: { ...what, item, at, waiting: true }, left: null }]
  }
}

type Without<T> = T extends unknown ? Omit<T, 'item' | 'at' | 'waiting'> : never
type Untold = Without<Told>

function isOurs({ title }: Kept): boolean {
  return title?.key === stateKey || title?.key === noteKey || title?.key === closeKey
}

function toldOf({ id, at, state, title }: Kept): Told {
  const arg = (name: string): string => String(title?.args?.[name] ?? '')
  const base = { item: id, incident: arg('incident'), at: at.toISOString(), waiting: state === 'waiting' }
  if (title?.key === stateKey) return { ...base, what: 'state', state: arg('state') as Step }
  if (title?.key === noteKey) return { ...base, what: 'note', line: arg('line'), text: arg('text') }
  return { ...base, what: 'close', result: arg('result'), text: arg('text') }
}

export const telling = new Telling()
