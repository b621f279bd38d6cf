import { Problem, Unreachable } from '../../base/errors'
import { newId } from '../../base/ids'
import { router } from '../../base/router.svelte'
import type { MyLookup, Question, QuestionBox, ReadingKind, SourceBrief } from './wire'
import { Resource } from '../../kit/resource.svelte'
import { session } from '../../sync/session.svelte'
import { connection } from '../../sync/connection.svelte'
import { get } from '../../sync/transport'
import { tasks, type ChosenPurpose, type Purpose } from '../purposes/public'
import { modules } from '../../kit/modules'
import { Lookup, type Why } from './lookup.svelte'
import { keeper, offline } from './slots'

export interface Wish {
  question: string
  reading?: ReadingKind | undefined
  from_card?: NonNullable<Question['from_card']>
}

/** Answers that mean: say first, or say better, why. */
/** What the server refuses about the purpose, its reference or its reason; a task that is over is something else. */
const asksWhy = (code: string): boolean => code.startsWith('purposes.') && !code.endsWith('.task_unknown')
const kept = 12
const doubleTapMs = 1500

/** The lookups of this session that are still in memory; nothing of them is written to the device. */
class Lookups {
  recent = $state.raw<Lookup[]>([])
  /** A question that waits for a purpose, with the purposes that the server allows for it. */
  waiting = $state.raw<{ wish: Wish; possible: Purpose[]; refusal?: Problem } | null>(null)
  mine = new Resource(() => get<MyLookup[]>('/api/search/my-lookups', {}, { background: true }))
  /** What may be offered below the field, under the purpose that the next question has. */
  box = new Resource(() => get<QuestionBox>('/api/search/question-box', { purpose: this.offered }, { background: true }))
  private offered: string | undefined
  sources = new Resource(() => get<SourceBrief[]>('/api/search/sources', {}, { background: true }))

  constructor() {
    session.onEmpty(() => {
      for (const lookup of this.recent) lookup.stop()
      this.recent = []
      this.waiting = null
      this.mine.clear()
      this.box.clear()
      this.sources.clear()
    })
  }

  /** Another purpose opens other sources: what it may not ask is not offered, not even for a moment. */
  offer(purpose: string | undefined): void {
    if (purpose !== this.offered) this.box.clear()
    this.offered = purpose
    void this.box.refresh()
  }

  /** One that ran elsewhere: its answer can be opened. */
  take(lookup: Lookup): void {
    this.recent = [lookup, ...this.recent].slice(0, kept)
    void this.mine.refresh()
  }

  find(id: string): Lookup | undefined {
    return this.recent.find((lookup) => lookup.asked.id === id)
  }

  /** Asks, or first asks why. The same question within a second and a half is a double tap, unless it came to nothing. */
  ask(wish: Wish): void {
    const question = wish.question.trim()
    if (!question) return
    const twin = this.recent.find(
      (lookup) => lookup.asked.question === question && lookup.asked.reading === wish.reading
        && lookup.phase !== 'stopped' && lookup.phase !== 'failed' && Date.now() - lookup.startedAt < doubleTapMs,
    )
    if (twin) return router.go(`/search/${twin.asked.id}`)
    void this.sendOrAskWhy({ ...wish, question })
  }

  /** Whoever types faster than his task is loaded is not asked for a purpose that he has. */
  private async sendOrAskWhy(wish: Wish): Promise<void> {
    if (!tasks.current && !tasks.chosen) await tasks.known()
    if (tasks.current || tasks.chosen) this.send(wish)
    else this.waiting = { wish, possible: [] }
  }

  /** Another purpose for a question that was asked: a lookup of its own, once it is chosen. */
  askWhyAgain(lookup: Lookup): void {
    this.waiting = { wish: { question: lookup.asked.question, reading: lookup.asked.reading ?? undefined }, possible: [] }
  }

  /** Null: the running task's purpose again. */
  chose(chosen: ChosenPurpose | null): void {
    tasks.chosen = chosen
    const wish = this.waiting?.wish
    this.waiting = null
    if (wish) this.send(wish)
  }

  private send(wish: Wish): void {
    const asked: Question = { id: newId(), question: wish.question, ...why() }
    if (wish.reading) asked.reading = wish.reading
    if (wish.from_card) asked.from_card = wish.from_card
    if (!connection.online && this.mayWait) return void this.wait(withItsPurpose(asked), shownWhy())
    const lookup = new Lookup(asked, shownWhy())
    this.recent = [lookup, ...this.recent].slice(0, kept)
    router.go(`/search/${asked.id}`)
    void lookup.run().then(() => this.finished(lookup, wish))
  }

  private get mayWait(): boolean {
    return modules.added(keeper).length + modules.added(offline).length > 0
  }

  /** Without network a question is put to the device, and kept where somebody keeps it, under the purpose of now. */
  private async wait(asked: Question, why: Why | null): Promise<void> {
    for (const look of modules.added(offline)) void look(asked)
    await modules.added(keeper)[0]?.keep(asked, why)
    router.go('/search', { replace: true })
  }

  private finished(lookup: Lookup, wish: Wish): void {
    const problem = lookup.error
    if (problem instanceof Unreachable && session.status === 'open' && this.mayWait) {
      this.recent = this.recent.filter((one) => one !== lookup)
      void this.wait(withItsPurpose(lookup.asked), lookup.why)
      return
    }
    if (problem instanceof Problem && asksWhy(problem.code)) {
      this.recent = this.recent.filter((one) => one !== lookup)
      const possible = problem.params['purposes']
      this.waiting = { wish, possible: Array.isArray(possible) ? (possible as Purpose[]) : [], refusal: problem }
      router.go('/search', { replace: true })
      return
    }
    void this.mine.refresh()
  }
}

/** The purpose of the next lookup, as the chip shows it. */
export function shownWhy(): Why | null {
  const { chosen, current } = tasks
  if (chosen) return { ...chosen.purpose, reference: chosen.reference ?? null }
  return current ? { ...current.purpose, reference: current.reference, issuer: current.issuer } : null
}

/** Its task may have ended when it runs: code and reference go with the question. */
function withItsPurpose(asked: Question): Question {
  const { current } = tasks
  if (asked.purpose || !current || asked.task !== current.id) return asked
  return { ...asked, purpose: { code: current.purpose.code, reference: current.reference } }
}

function why(): Pick<Question, 'purpose' | 'task'> {
  const { chosen, current } = tasks
  if (chosen) {
    const { purpose, reference, reason } = chosen
    return { purpose: { code: purpose.code, ...(reference ? { reference } : {}), ...(reason ? { reason } : {}) } }
  }
  return current ? { task: current.id } : {}
}

export const lookups = new Lookups()
