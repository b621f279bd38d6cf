import { Problem, Unreachable } from '../../base/errors'
import { newId } from '../../base/ids'
import { t } from '../../base/i18n.svelte'
import { toasts } from '../../kit/toasts.svelte'
import { connection } from '../../sync/connection.svelte'
import { inOneTab, Queue } from '../../sync/queue.svelte'
import { session } from '../../sync/session.svelte'
import { serverNow } from '../../sync/transport'
import { Lookup, lookups, verdictWord, type Question, type QuestionKeeper, type Why } from '../search/public'

/** A question asked without network, under the purpose that it had then. */
export interface Later {
  id: string
  asked: Question
  why: Why | null
  askedAt: string
  expiresAt: string
  state: 'waiting' | 'refused' | 'expired'
  /** Why the server would not run it. */
  problem?: { code: string; title: string; params: Record<string, unknown> }
}

/** The server's own limit: a question older than a shift is asked anew. */
export const expiresAfterMs = 8 * 3600_000
/** Nothing is wrong with the question: it can be sent again as it is. */
const passing = (problem: Problem): boolean => problem.status >= 500 || problem.status === 401 || problem.status === 423 || problem.status === 429

/** Questions that wait for the network, and those answered since. */
class LaterQuestions implements QuestionKeeper {
  readonly queue = new Queue<Later>('later')
  /** Ids of lookups that ran and were not looked at yet, the newest first. */
  answered = $state.raw<string[]>([])
  private current: Lookup | null = null
  private running = false
  /** Will not be asked: refused or expired, and still in the list. */
  notAsked = $derived(this.queue.items.filter((item) => item.state !== 'waiting').length)

  constructor() {
    session.onEmpty(() => {
      this.current?.stop()
      this.answered = []
    })
  }

  async load(): Promise<void> {
    await this.queue.load().catch(() => undefined)
    await this.expire()
    if (connection.online) await this.run()
  }

  promise(): string {
    return t('later-promise')
  }

  /** A lookup's answer is a stream to who asks: it cannot be delivered without him. */
  lostAtSignOut(): string | null {
    const n = this.queue.items.filter((item) => item.state === 'waiting').length
    return n ? t('later-lost-at-sign-out', { n }) : null
  }

  async keep(asked: Question, why: Why | null): Promise<void> {
    await this.put(asked, why)
    toasts.show(t('later-kept'), () => void this.withdraw(asked.id))
  }

  async put(asked: Question, why: Why | null): Promise<void> {
    const now = serverNow()
    const item: Later = {
      id: asked.id, asked, why, state: 'waiting',
      askedAt: now.toISOString(), expiresAt: new Date(now.getTime() + expiresAfterMs).toISOString(),
    }
    await this.queue.change((items) => [item, ...items.filter((one) => one.id !== item.id)])
  }

  async withdraw(id: string): Promise<void> {
    await this.queue.change((items) => items.filter((item) => item.id !== id))
  }

  seen(lookup: string): void {
    if (this.answered.includes(lookup)) this.answered = this.answered.filter((id) => id !== lookup)
  }

  /** Runs what waits, the oldest first, one at a time and in one tab; the rest when the network is back once more. */
  async run(): Promise<void> {
    if (this.running || session.status !== 'open') return
    this.running = true
    try {
      await inOneTab('later-run', () => this.runAll())
    } catch {
      // Locked meanwhile: what waits is sealed on the device and runs after unlocking.
    } finally {
      this.running = false
      this.current = null
    }
  }

  private async runAll(): Promise<void> {
    await this.queue.load() // another tab may have run some
    await this.expire()
    const waiting = this.queue.items.filter((item) => item.state === 'waiting').reverse()
    for (const item of waiting) {
      if (!connection.online || session.status !== 'open') break
      if (this.queue.items.some((one) => one.id === item.id)) await this.runOne(item)
    }
  }

  private async runOne(item: Later): Promise<void> {
    const lookup = (this.current = new Lookup({ ...item.asked, asked_at: item.askedAt }, item.why))
    await lookup.run()
    if (session.status !== 'open') return
    if (lookup.phase !== 'failed') return this.done(item, lookup)
    const { error } = lookup
    if (!(error instanceof Problem)) {
      if (!(error instanceof Unreachable)) await this.refuse(item, new Problem({}, 0))
    } else if (error.code === 'search.already_answered') {
      // It ran and its answer was lost on the way: a lookup of its own, with its own entry in the log.
      const id = newId()
      await this.edit(item.id, (one) => ({ ...one, id, asked: { ...one.asked, id } }))
    } else if (!passing(error)) await this.refuse(item, error)
  }

  private async done(item: Later, lookup: Lookup): Promise<void> {
    await this.withdraw(item.id)
    this.answered = [lookup.asked.id, ...this.answered]
    lookups.take(lookup)
    toasts.show(t('later-done', { question: item.asked.question, verdict: verdictWord(lookup.verdict, false) }))
  }

  private refuse(item: Later, error: Problem): Promise<void> {
    const problem = { code: error.code, title: error.title, params: error.params }
    return this.edit(item.id, (one) => ({ ...one, state: 'refused', problem }))
  }

  private async expire(): Promise<void> {
    const now = serverNow().toISOString()
    if (!this.queue.items.some((item) => item.state === 'waiting' && item.expiresAt <= now)) return
    await this.queue.change((items) => items.map((item) =>
      (item.state === 'waiting' && item.expiresAt <= now ? { ...item, state: 'expired' } : item)))
  }

  private edit(id: string, change: (item: Later) => Later): Promise<void> {
    return this.queue.change((items) => items.map((item) => (item.id === id ? change(item) : item)))
  }
}

export const later = new LaterQuestions()
