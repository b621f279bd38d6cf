import { Problem, Unreachable, type FieldProblem } from '../../../base/errors'
import { newId } from '../../../base/ids'
import { outbox } from '../../../sync/outbox/outbox.svelte'
import { get, post } from '../../../sync/transport'
import { asDraft, same, whole } from '../content'
import type { Content, Draft, Item, ItemRevised, ItemShown } from './wire'
import type { Conflict, Writing } from './writing'

interface Unfinished {
  content: Content
  base: Content | null
  version: number
}

/** Revisions that were left before they were published, by item; in memory until the lock. */
const unfinished = new Map<string, Unfinished>()

/** Under this title the outbox holds a version that was published without network. */
export const revisedKey = 'brief-kept-revised'

/** A version as it is sent; `command`: by which name. */
interface Sent {
  body: { item: string; content: Draft; version: number; minor: boolean; why: string }
  command: string
}

/**
 * The next version of a published item, as it is being written; in this tab alone until it is published.
 *
 * Without network it is kept on this device and delivered later; refused then, it is written on from there.
 */
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
  private sent: Sent | null = null
  /** Of what was refused and is written on here. */
  private instead: string | undefined

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
      await this.writeOn()
      this.resume()
      this.opened = true
    } catch (error) {
      this.error = error
    }
  }

  /** What was delivered and refused, because a colleague was first, goes on over the version that there is now. */
  private async writeOn(): Promise<void> {
    const refused = outbox.items.findLast(({ state, title }) => state === 'refused' && title?.key === revisedKey && title.args?.['item'] === this.id)
    const mine = refused && (await outbox.mine(refused.id))
    if (!refused || !mine || !this.item) return
    this.instead = refused.id
    this.content = whole(mine.command.body['content'] as Draft)
    this.resumed = true
  }

  /** What was written before the screen was left goes on, from the version that it began from. */
  private resume(): void {
    const kept = unfinished.get(this.id)
    if (!kept || !this.item) return
    Object.assign(this, kept)
    this.resumed = true
  }

  /** As it was published last; what was written here, or refused, is gone. */
  async restart(): Promise<void> {
    unfinished.delete(this.id)
    await this.letGo()
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

  /**
   * `minor`: nobody is asked to read it anew. `kept`: there is no network, it leaves by itself when there is.
   * Null: `faults`, `conflict` or `error` says why not.
   */
  async publish(minor: boolean, why: string): Promise<ItemRevised | 'kept' | null> {
    const content = $state.snapshot(this.content) as Content
    const body = { item: this.id, content: asDraft(content), version: this.version, minor, why }
    const sent = this.sent && same(body, this.sent.body) ? this.sent : { body, command: newId() }
    this.sent = sent
    this.error = null
    try {
      const made = await post<ItemRevised>('/api/briefing/revise', body, { command: sent.command })
      this.base = content
      await this.letGo()
      return made
    } catch (error) {
      if (error instanceof Unreachable) return this.keep(sent)
      this.refused(error)
      return null
    }
  }

  /** By the same name: had it arrived all the same, it is done once. */
  private async keep({ body, command }: Sent): Promise<'kept' | null> {
    const args = { title: body.content.title, item: this.id }
    try {
      await outbox.keep({ action: 'briefing.revise', body: { ...body } }, { module: 'briefing', title: { key: revisedKey, args } }, this.instead, command)
      this.instead = undefined
      this.base = whole(body.content)
      return 'kept'
    } catch (error) {
      this.error = error
      return null
    }
  }

  private async letGo(): Promise<void> {
    if (this.instead !== undefined) await outbox.letGo(this.instead).catch(() => undefined)
    this.instead = undefined
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
