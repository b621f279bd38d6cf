import { Problem, type FieldProblem } from '../../../base/errors'
import { newId } from '../../../base/ids'
import { get, post } from '../../../sync/transport'
import { asDraft, same, whole } from './content'
import type { Content, Item, ItemRevised, ItemShown } from './wire'
import type { Conflict, Writing } from './writing'

interface Unfinished {
  content: Content
  base: Content | null
  version: number
}

/** Revisions that were left before they were published, by item; in memory until the lock. */
const unfinished = new Map<string, Unfinished>()

/** The next version of a published item, as it is being written; in this tab alone until it is published. */
export class Revising implements Writing {
  content = $state<Content | null>(null)
  conflict = $state.raw<Conflict | null>(null)
  faults = $state.raw<readonly FieldProblem[]>([])
  error = $state.raw<unknown>(null)
  item = $state.raw<Item | null>(null)
  /** The server has answered, also when there is no such item. */
  opened = $state(false)
  /** It goes on from where it was left. */
  resumed = $state(false)
  readonly id: string
  private base: Content | null = null
  private version = 0
  private sent: { body: unknown; command: string } | null = null

  constructor(id: string) {
    this.id = id
  }

  async open(): Promise<void> {
    this.error = null
    try {
      const shown = await get<ItemShown | null>('/api/briefing/item', { item: this.id })
      this.item = shown?.item ?? null
      this.base = this.item && whole(this.item.content)
      this.version = this.item?.version ?? 0
      this.content = structuredClone(this.base)
      this.resume()
      this.opened = true
    } catch (error) {
      this.error = error
    }
  }

  /** What was written before the screen was left goes on, from the version that it began from. */
  private resume(): void {
    const kept = unfinished.get(this.id)
    if (!kept || !this.item) return
    Object.assign(this, kept)
    this.resumed = true
  }

  /** As it was published last; what was written here is gone. */
  async restart(): Promise<void> {
    unfinished.delete(this.id)
    this.resumed = false
    await this.open()
  }

  /** The screen is left: what is not published yet waits for it to be opened again. */
  leave(): void {
    if (this.changed) {
      unfinished.set(this.id, { content: $state.snapshot(this.content) as Content, base: this.base, version: this.version })
    } else unfinished.delete(this.id)
  }

  get changed(): boolean {
    return this.content !== null && !same($state.snapshot(this.content), this.base)
  }

  /** `minor`: nobody is asked to read it anew. Null: `faults`, `conflict` or `error` says why not. */
  async publish(minor: boolean, why: string): Promise<ItemRevised | null> {
    const content = $state.snapshot(this.content) as Content
    const body = { item: this.id, content: asDraft(content), version: this.version, minor, why }
    if (!same(body, this.sent?.body)) this.sent = { body, command: newId() }
    this.error = null
    try {
      const made = await post<ItemRevised>('/api/briefing/revise', body, { command: this.sent?.command ?? newId() })
      this.base = content
      return made
    } catch (error) {
      this.refused(error)
      return null
    }
  }

  settle(content: Content): void {
    if (!this.conflict) return
    this.base = this.conflict.theirs
    this.version = this.conflict.version
    this.conflict = null
    this.content = content
  }

  /** Of no revision anything stays in memory. */
  forget(): void {
    unfinished.clear()
    this.content = this.base = this.item = this.conflict = this.sent = null
  }

  private refused(error: unknown): void {
    const problem = error instanceof Problem ? error : null
    if (problem?.code === 'briefing.item_changed') {
      this.conflict = { base: this.base, theirs: whole(problem.params['theirs'] as Item['content']), version: Number(problem.params['version']) }
      return
    }
    this.faults = problem?.fields ?? []
    this.error = problem?.fields.length ? null : error
  }
}
