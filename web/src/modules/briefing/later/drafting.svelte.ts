import { Problem, Unreachable, type FieldProblem } from '../../../base/errors'
import { newId } from '../../../base/ids'
import { onLeaving } from '../../../sync/leaving'
import { get, post } from '../../../sync/transport'
import { asDraft, blank, same, whole } from '../content'
import type { Content, DraftSaved, DraftShown, ItemPublished } from './wire'
import type { Conflict, Writing } from './writing'

/** So long after the last key a draft is kept. */
export const pauseMs = 1_200
/** Without network it is tried again after so long. */
export const retryMs = 8_000

/** A browser lets no more than 64 kB of a page go out after it. */
const mostAfter = 50_000

export type Standing = 'opening' | 'kept' | 'changed' | 'saving' | 'apart' | 'failed'

/** A draft on the screen, kept on the server as it is written. Nothing of a colleague is ever written over. */
export class Drafting implements Writing {
  content = $state<Content | null>(null)
  standing = $state<Standing>('opening')
  conflict = $state.raw<Conflict | null>(null)
  faults = $state.raw<readonly FieldProblem[]>([])
  error = $state.raw<unknown>(null)
  author = $state('')
  version = $state(0)
  readonly id: string
  /** What the server has, as far as it is known here. */
  private base: Content | null = null
  /** What was sent last, by which name: sent again it is done once. */
  private sent: { content: Content; command: string } | null = null
  /** Sent and not answered: it may be there all the same. */
  private unanswered: Content[] = []
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<unknown> = Promise.resolve()
  private left = false
  private settled = (): unknown => undefined

  constructor(id: string) {
    this.id = id
  }

  /** The draft as it is kept, or a new one in that language. */
  async open(language: Content['language']): Promise<void> {
    this.error = null
    try {
      const found = (await get<DraftShown[]>('/api/briefing/drafts')).find((one) => one.id === this.id)
      if (this.left) return
      this.base = found ? whole(found.content) : blank(language)
      this.content = structuredClone(this.base)
      this.version = found?.version ?? 0
      this.author = found?.author ?? ''
      this.standing = 'kept'
      this.settled = onLeaving(() => this.save())
    } catch (error) {
      this.error = error
    }
  }

  /** Something was written: it is kept after a pause. */
  touched(): void {
    if (!this.content || this.conflict || same(this.now(), this.base)) return
    if (this.standing !== 'saving') this.standing = 'changed'
    this.soon(pauseMs)
  }

  /** Whether the server has what is on the screen. */
  save(): Promise<boolean> {
    clearTimeout(this.timer)
    const run = this.running.then(() => this.keep())
    this.running = run
    return run
  }

  /** Null: it could not be published, and `faults`, `conflict` or `error` says why. */
  async publish(): Promise<ItemPublished | null> {
    if (!(await this.save())) return null
    try {
      return await post<ItemPublished>('/api/briefing/publish', { draft: this.id, version: this.version }, { command: newId() })
    } catch (error) {
      await this.refused(error)
      return null
    }
  }

  /** Whether it is gone. */
  async drop(): Promise<boolean> {
    clearTimeout(this.timer)
    await this.running
    try {
      if (this.version) await post('/api/briefing/drop-draft', { draft: this.id, version: this.version }, { command: newId() })
      this.left = true
      return true
    } catch (error) {
      await this.refused(error)
      return false
    }
  }

  settle(content: Content): Promise<boolean> {
    if (this.conflict) {
      this.base = this.conflict.theirs
      this.version = this.conflict.version
      this.conflict = null
    }
    this.content = content
    return this.save()
  }

  /** The screen is left: what is not kept yet is sent. */
  leave(): void {
    this.settled()
    if (!this.left) void this.save()
    this.left = true
  }

  /** Nothing of it stays in memory, and nothing more is sent. */
  forget(): void {
    clearTimeout(this.timer)
    this.settled()
    this.left = true
    this.unanswered = []
    this.content = this.base = this.sent = this.conflict = null
  }

  private now(): Content {
    return $state.snapshot(this.content) as Content
  }

  private soon(ms: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.save(), ms)
  }

  private async keep(): Promise<boolean> {
    if (!this.content || this.conflict) return false
    const content = this.now()
    if (same(content, this.base) && (this.version || this.left)) return true
    if (!this.sent || !same(content, this.sent.content)) this.sent = { content, command: newId() }
    this.standing = 'saving'
    try {
      const body = { draft: this.id, content: asDraft(content), version: this.version }
      const saved = await post<DraftSaved>('/api/briefing/save-draft', body, { command: this.sent.command, keepalive: JSON.stringify(body).length < mostAfter })
      this.kept(content, saved.version)
      return true
    } catch (error) {
      return this.refused(error)
    }
  }

  private kept(content: Content, version: number): void {
    this.base = content
    this.version = version
    this.unanswered = []
    this.error = null
    const later = this.content !== null && !same(this.now(), content)
    this.standing = later ? 'changed' : 'kept'
    if (later && !this.left) this.soon(pauseMs)
  }

  /** Whether it turned out that the server has it nevertheless. */
  private async refused(error: unknown): Promise<boolean> {
    const problem = error instanceof Problem ? error : null
    if (problem?.code === 'briefing.draft_changed') return this.met(problem)
    this.faults = problem?.fields ?? this.faults
    this.error = problem?.fields.length ? null : error
    this.standing = same(this.now(), this.base) ? 'kept' : 'failed'
    if (error instanceof Unreachable && this.sent) {
      this.unanswered.push(this.sent.content)
      if (!this.left) this.soon(retryMs)
    }
    return false
  }

  /** What is there is either a colleague's, or our own whose answer was lost on the way. */
  private async met(problem: Problem): Promise<boolean> {
    const theirs = whole(problem.params['theirs'] as DraftShown['content'])
    const version = Number(problem.params['version'])
    if (same(theirs, this.now()) || this.unanswered.some((one) => same(one, theirs))) {
      this.kept(theirs, version)
      return this.keep()
    }
    this.conflict = { base: this.base, theirs, version }
    this.standing = 'apart'
    return false
  }
}
