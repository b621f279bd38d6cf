import { isAbort } from '../../base/errors'
import { cutOff, stillOwed } from './missing'
import type { Card, Check, Line, Opened, Question, SourceAsked, SourceOutcome, SplitDone, Verdict } from './wire'
import { learn } from './words'
import { vibrate } from '../../base/vibrate'
import { ndjson } from '../../sync/ndjson'
import { post, send } from '../../sync/transport'

export interface SourceState extends Omit<SourceAsked, 'state'> {
  state: SourceOutcome
  ms: number | null
  records: number
  /** Records that could not be read: then it has not answered in full. */
  unread?: number
}

export type Phase = 'asking' | 'streaming' | 'closed' | 'stopped' | 'failed'

const nothingYet: Verdict = {
  kind: 'verdict', level: 'pending', word: 'not_all', reasons: [], answered: 0, expected: 0, missing: [],
}

/** Why it is asked, as the screen shows it before the server has said so. */
export interface Why {
  title: string
  basis: string
  reference?: string | null
  issuer?: string | null
}

/** So long after asking, a tap where Search stood is still the second of a double tap. */
const secondTapMs = 600
const gravity = { red: 0, amber: 1 } as const

/** One question and what has come in so far; the screen draws nothing else. */
export class Lookup {
  readonly asked: Question
  readonly why: Why | null
  readonly startedAt = Date.now()
  private readonly startedTick = performance.now()
  phase = $state<Phase>('asking')
  opened = $state.raw<Opened | null>(null)
  /** The gravest first; once settled in order of arrival: a new card stands below what is being read. */
  cards = $state.raw<Card[]>([])
  sources = $state.raw<SourceState[]>([])
  verdict = $state.raw<Verdict>(nothingYet)
  /** Holders, residents: lookups that run by themselves because this one owes them. */
  checks = $state.raw<Check[]>([])
  error = $state.raw<unknown>(null)
  tookMs = $state<number | null>(null)
  /** Names of sources being asked again. */
  retrying = $state.raw<ReadonlySet<string>>(new Set())
  /** Everybody who lives there is being checked, because the officer asked for it. */
  checking = $state(false)
  private abort: AbortController | null = null
  settled = false

  constructor(asked: Question, why: Why | null = null) {
    this.asked = asked
    this.why = why
  }

  get running(): boolean {
    return this.phase === 'asking' || this.phase === 'streaming'
  }

  /** More answers may come: of the question, or of what is asked again. */
  get awaiting(): boolean {
    return this.running || this.checking || this.retrying.size > 0
  }

  /** Whether a tap was meant for the button that asked, wherever it fell: by when it was made, not when it is heard. */
  isSecondTap(tap: Event): boolean {
    return tap.timeStamp - this.startedTick < secondTapMs
  }

  /** Asks once; a second call (double tap) does nothing. */
  async run(): Promise<void> {
    if (this.abort) return
    const abort = (this.abort = new AbortController())
    try {
      const response = await send('POST', '/api/search/lookups', this.asked, { signal: abort.signal })
      this.phase = 'streaming'
      await this.read(response)
      if (this.phase === 'streaming') this.endedEarly()
    } catch (error) {
      if (isAbort(error)) this.stopped()
      else if (this.phase === 'streaming') this.endedEarly()
      else this.fail(error)
    }
  }

  /** The officer has seen enough, or left: sources that are still out are cancelled on the server too. */
  stop(): void {
    if (!this.running) return
    this.stopped()
    this.abort?.abort()
    if (this.opened) void post('/api/search/stop', { lookup: this.asked.id }).catch(() => undefined)
  }

  async retry(names: string[]): Promise<void> {
    this.retrying = new Set([...this.retrying, ...names])
    this.mark(this.sources.filter((source) => names.includes(source.name) && isSilent(source)).map((source) => source.name), 'asked')
    try {
      const response = await send('POST', `/api/search/lookups/${this.asked.id}/retry`, { sources: names })
      await this.read(response)
    } catch (error) {
      if (!isAbort(error)) this.error = error
    } finally {
      this.retrying = new Set([...this.retrying].filter((name) => !names.includes(name)))
      this.giveUp(names)
    }
  }

  /** Checks everybody who lives there, where they were too many to be checked unasked; a second tap does nothing. */
  async residents(): Promise<void> {
    if (this.checking) return
    this.checking = true
    this.error = null
    try {
      await this.read(await send('POST', `/api/search/lookups/${this.asked.id}/residents`, {}))
    } catch (error) {
      if (!isAbort(error)) this.error = error
    } finally {
      this.checking = false
      this.giveUp([])
    }
  }

  /** What a source has that said only that it has something. */
  async details(card: string, source: string): Promise<void> {
    this.mark([source], 'asked')
    try {
      await this.read(await send('POST', `/api/search/lookups/${this.asked.id}/details`, { card, source }))
    } finally {
      this.giveUp([source])
    }
  }

  /** "Not the same": the record leaves the card; the server answers with the cards as they are now. */
  async split(card: string, record: string): Promise<void> {
    await this.moved('split', card, record)
  }

  /** "The same after all": what a colleague held apart goes back. */
  async rejoin(card: string, record: string): Promise<void> {
    await this.moved('rejoin', card, record)
  }

  private async moved(how: 'split' | 'rejoin', card: string, record: string): Promise<void> {
    const answer = await post<SplitDone>(`/api/search/${how}`, { lookup: this.asked.id, card, record })
    this.take([
      ...answer.gone.map((id): Line => ({ kind: 'gone', card: id, into: card })),
      ...answer.cards.map((one): Line => ({ kind: 'card', card: one })),
      ...(answer.verdict ? [answer.verdict] : []),
    ])
  }

  private async read(response: Response): Promise<void> {
    if (!response.body) return
    for await (const lines of ndjson<Line>(response.body)) this.take(lines)
  }

  /** The officer touched or scrolled the answer: from now on no card changes its place. */
  settle(): void {
    this.settled = true
  }

  /** A batch at once: one drawing per network read, however many lines it held. */
  take(lines: Line[]): void {
    const cards = new Map(this.cards.map((card) => [card.id, card]))
    const sources = new Map(this.sources.map((source) => [source.name, source]))
    for (const line of lines) {
      if (line.kind === 'opened') this.open(line, sources)
      else if (line.kind === 'source') {
        const known = sources.get(line.name)
        if (known) sources.set(line.name, { ...known, state: line.state, reason: line.reason ?? '', ms: line.ms ?? 0, records: line.records ?? 0, unread: line.unread ?? 0 })
      } else if (line.kind === 'card') cards.set(line.card.id, line.card)
      else if (line.kind === 'gone') cards.delete(line.card)
      else if (line.kind === 'check') this.checks = inPlace(this.checks, line)
      else if (line.kind === 'verdict') this.judge(line)
      else if (line.kind === 'closed') this.close(line.ms)
    }
    this.cards = this.ordered([...cards.values()])
    this.sources = [...sources.values()]
  }

  /** What fits best first, then the gravest, until the reader touches or scrolls: then nothing moves under eye or thumb. */
  private ordered(cards: Card[]): Card[] {
    if (this.settled) return cards
    const gravest = this.verdict.reasons[0]?.card
    const grave = (card: Card): number => (card.tone ? gravity[card.tone] : 2) - (card.id === gravest ? 0.5 : 0)
    const worse = (card: Card): number => 1 - (card.fit ?? 1)
    return cards.sort((a, b) => worse(a) - worse(b) || grave(a) - grave(b))
  }

  private open(line: Opened, sources: Map<string, SourceState>): void {
    this.opened = line
    learn(line.words ?? {})
    for (const source of line.sources) sources.set(source.name, { ...source, ms: null, records: 0 })
  }

  private judge(line: Verdict): void {
    if (line.level !== this.verdict.level) vibrate(line.level)
    this.verdict = line
    this.checks = stillOwed(this.checks, line)
  }

  private close(ms: number): void {
    if (this.phase !== 'streaming') return
    this.phase = 'closed'
    this.tookMs = ms
  }

  /** The connection broke: what was still out has not answered, and the verdict says so. */
  private endedEarly(): void {
    this.cancelOpen('silent')
    this.phase = 'closed'
    this.tookMs = Date.now() - this.startedAt
  }

  private stopped(): void {
    if (!this.running) return
    this.cancelOpen('cancelled')
    this.phase = 'stopped'
    this.tookMs = Date.now() - this.startedAt
  }

  /** Never green after a cut: sources that matter may be among those that did not answer. */
  private cancelOpen(state: 'silent' | 'cancelled'): void {
    const out = this.sources.filter((source) => source.state === 'asked' || source.state === 'slow')
    this.verdict = cutOff(this.verdict, this.sources, this.checks, state)
    this.mark(out.map((source) => source.name), state)
    this.checks = this.checks.map((check) => (check.final ? check : { ...check, final: true }))
  }

  /** After asking again: whoever has still not answered is silent, and the word says so. */
  private giveUp(names: string[]): void {
    if (!this.awaiting) return this.cancelOpen('silent')
    this.mark(this.sources.filter((source) => names.includes(source.name) && source.state === 'asked').map((source) => source.name), 'silent')
  }

  private mark(names: string[], state: SourceState['state']): void {
    this.sources = this.sources.map((source) => (names.includes(source.name) ? { ...source, state } : source))
  }

  private fail(error: unknown): void {
    this.error = error
    this.phase = 'failed'
  }
}

/** The newest line of a check stands where its first one stood. */
function inPlace(checks: Check[], line: Check): Check[] {
  const known = checks.some((check) => check.id === line.id)
  return known ? checks.map((check) => (check.id === line.id ? line : check)) : [...checks, line]
}

export function isSilent(source: SourceState): boolean {
  return Boolean(source.unread) || source.state === 'silent' || source.state === 'failed' || source.state === 'cancelled'
}
