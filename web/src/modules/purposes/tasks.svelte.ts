import { t } from '../../base/i18n.svelte'
import type { NewTask, Purpose, Task } from './wire'
import { afterSecondThought } from '../../kit/second-thought'
import { toasts } from '../../kit/toasts.svelte'
import { vault } from '../../store/vault'
import { session } from '../../sync/session.svelte'
import { get, post } from '../../sync/transport'

/** Why the officer looks, where no task says so. */
export interface ChosenPurpose {
  purpose: Purpose
  reference?: string
  reason?: string
}

const record = 'task'

/** The active task and the purposes that this officer may choose; the reason of every lookup. */
class Tasks {
  current = $state.raw<Task | null>(null)
  /** Chosen for the lookups to come, instead of or without a task. */
  chosen = $state.raw<ChosenPurpose | null>(null)
  purposes = $state.raw<Purpose[]>([])
  /** How often this device has begun or ended one. */
  private changes = 0
  /** Ended by the officer, who may still take it back: the server does not know yet. */
  private ending: { task: Task; send: () => Promise<void> } | null = null
  /** When the task shown was last confirmed by the server; null: never in this session. */
  asOf = $state.raw<Date | null>(null)

  constructor() {
    session.onEmpty(() => {
      this.current = null
      this.chosen = null
      this.purposes = []
      this.asOf = null
      this.ending = null
    })
  }

  /** What this device last knew, for a start without network. */
  async recall(): Promise<void> {
    const kept = await vault.read<{ task: Task | null; at: string }>(record).catch(() => null)
    if (kept && !this.asOf && session.status === 'open') this.current = kept.task
  }

  async load(): Promise<void> {
    const changes = this.changes
    const task = await get<Task | null>('/api/purposes/my-task', {}, { background: true })
    // An answer from before a task began or ended would bring back what is over.
    if (changes === this.changes && (!task || task.id !== this.ending?.task.id)) await this.set(task)
    if (!this.purposes.length) await this.loadPurposes()
  }

  /** Once the server has said whether there is a task, or after two seconds without its word. */
  async known(): Promise<void> {
    if (this.asOf) return
    const patience = new Promise<void>((resolve) => setTimeout(resolve, 2_000))
    await Promise.race([this.load().catch(() => undefined), patience])
  }

  async loadPurposes(): Promise<void> {
    this.purposes = await get<Purpose[]>('/api/purposes/purposes', {}, { background: true })
  }

  async start(task: NewTask): Promise<void> {
    await this.ending?.send()
    await post('/api/purposes/start-task', task)
    this.changes += 1
    this.chosen = null
    await this.load()
  }

  /** Gone from the screen at once, and on the server once it can no longer be taken back. */
  end(): void {
    const task = this.current
    if (!task) return
    this.changes += 1
    this.current = null
    const send = afterSecondThought(t('task-ended', { reference: task.reference }), () => this.tellEnd(task), () => this.goOn(task))
    this.ending = { task, send }
  }

  private async tellEnd(task: Task): Promise<void> {
    try {
      await post('/api/purposes/end-task', { task: task.id }, { keepalive: true })
      this.changes += 1
      this.ending = null
      if (session.status === 'open') await this.set(null)
    } catch {
      if (session.status !== 'open') return
      this.goOn(task)
      toasts.show(t('task-end-failed'))
    }
  }

  private goOn(task: Task): void {
    this.ending = null
    this.changes += 1
    this.current = task
  }

  private async set(task: Task | null): Promise<void> {
    this.current = task
    this.asOf = new Date()
    await vault.write(record, { task, at: this.asOf.toISOString() }).catch(() => undefined)
  }
}

export const tasks = new Tasks()
