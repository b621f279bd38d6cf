/** The server's side of pulling, small: what src/focus/core/sync/pull.py does, over records in memory. */

interface Stored {
  type: string
  id: string
  version: number
  body: unknown
  buckets: string[]
}

interface State {
  epoch: string
  cursor: string
  held: Record<string, string>
  types: string[]
  next?: string
  after?: string
}

type Sent = Record<string, unknown>

export class Feed {
  mine = ['a', 'b']
  types = ['notes.note', 'notes.tag']
  epoch = 'e1'
  hours: Record<string, number> = {}
  page = 2
  readonly records = new Map<string, Stored>()
  private entries: { at: number; bucket: string; key: string }[] = []
  private now = 1

  /** `body` null: gone. */
  write(type: string, id: string, buckets: string[], body: unknown): void {
    const key = `${type}/${id}`
    const before = this.records.get(key)
    this.now += 1
    for (const bucket of new Set([...(before?.buckets ?? []), ...buckets])) this.entries.push({ at: this.now, bucket, key })
    this.records.set(key, { type, id, version: (before?.version ?? 0) + 1, body, buckets: body === null ? [] : buckets })
  }

  /** What a device that may hold this should hold: version, body, buckets. */
  expected(): Map<string, unknown> {
    const found = new Map<string, unknown>()
    for (const [key, { type, version, body, buckets }] of this.records) {
      const held = buckets.filter((bucket) => this.mine.includes(bucket)).sort()
      if (body !== null && held.length && this.types.includes(type)) found.set(key, [version, body, held])
    }
    return found
  }

  /** `between` runs before each piece, as other people write meanwhile. */
  *pull(given: unknown, between: () => void = () => undefined): Generator<Sent> {
    const before = (given ?? {}) as Partial<State>
    const restart = !before.cursor || before.epoch !== this.epoch
    const held = Object.fromEntries(this.mine.map((bucket) => [bucket, '-']))
    let state: State = { epoch: this.epoch, cursor: String(this.now), held, types: [...this.types] }
    if (!restart) state = this.continued(before as State, held)
    const left = restart ? [] : Object.keys(before.held ?? {}).filter((bucket) => !this.mine.includes(bucket))
    yield { left, types: [...this.types], hours: this.hours, restart, state: structuredClone(state), at: '2026-11-30T10:00:00Z' }
    yield* this.changes(state, between)
    for (const bucket of Object.keys(state.held).sort()) yield* this.fill(state, bucket, between)
    yield { state: structuredClone(state), whole: true }
  }

  private continued(before: State, fresh: Record<string, string>): State {
    const same = String(before.types) === String(this.types) && String(Object.keys(before.held).sort()) === String([...this.mine].sort())
    const gained = this.types.some((type) => !before.types.includes(type))
    const kept = Object.entries(before.held).filter(([bucket]) => this.mine.includes(bucket)).map(([bucket, at]) => [bucket, gained ? '-' : at])
    const state: State = { epoch: before.epoch, cursor: before.cursor, held: { ...fresh, ...Object.fromEntries(kept) }, types: [...this.types] }
    return same ? { ...state, next: before.next ?? '', after: before.after ?? '' } : state
  }

  private *changes(state: State, between: () => void): Generator<Sent> {
    for (let over = false; !over;) {
      between()
      const keys = [...new Set(this.entries
        .filter(({ at, bucket, key }) => at > Number(state.cursor) && bucket in state.held && this.held(key) && key > (state.after ?? ''))
        .map(({ key }) => key))].sort().slice(0, this.page)
      state.next ||= String(this.now)
      over = keys.length < this.page
      if (over) Object.assign(state, { cursor: state.next, next: '', after: '' })
      else state.after = keys.at(-1) ?? ''
      yield* this.piece(keys, state)
    }
  }

  private *fill(state: State, bucket: string, between: () => void): Generator<Sent> {
    while (state.held[bucket]) {
      between()
      const done = state.held[bucket] === '-' ? '' : (state.held[bucket] ?? '')
      const keys = [...this.records].filter(([key, { buckets }]) => buckets.includes(bucket) && this.held(key) && key > done)
        .map(([key]) => key).sort().slice(0, this.page)
      state.held[bucket] = keys.length < this.page ? '' : (keys.at(-1) ?? '')
      yield* this.piece(keys, state)
    }
  }

  private held(key: string): boolean {
    return this.types.includes(key.slice(0, key.indexOf('/')))
  }

  private *piece(keys: string[], state: State): Generator<Sent> {
    for (const key of keys) {
      const { type: t, id: i, version: v, body: d, buckets } = this.records.get(key) as Stored
      const b = buckets.filter((bucket) => this.mine.includes(bucket)).sort()
      yield d === null || !b.length ? { t, i, gone: true } : { t, i, v, b, d }
    }
    yield { state: structuredClone(state) }
  }
}

export function streamOf(lines: Iterable<Sent>, cut = Infinity): ReadableStream<Uint8Array> {
  const taken = lines[Symbol.iterator]()
  let sent = 0
  return new ReadableStream({
    pull(controller) {
      const { done, value } = sent < cut ? taken.next() : { done: true, value: undefined }
      sent += 1
      if (done) controller.close()
      else controller.enqueue(new TextEncoder().encode(`${JSON.stringify(value)}\n`))
    },
  })
}

/** Numbers that look random and come again with the same seed. */
export function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}
