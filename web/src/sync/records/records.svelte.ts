import { heldOf, keyOf, RowDamaged, startAnew, typeOf, type Change, type Held } from './rows'

/**
 * Why what is shown may not be all: `full`, the device has no room; `unwritten`, it could not write; `unread`, the
 * server said something that this app cannot read; `damaged`, what was kept could not be read and is fetched anew.
 */
export type Trouble = 'full' | 'unwritten' | 'unread' | 'damaged'

/** The records of one type, by id; kept up to date, empty while nothing may be shown. */
export class Collection<T> {
  rows = $state.raw<readonly Held<T>[]>([])
  /** Read from the device: an empty list is empty, not on its way. */
  loaded = $state(false)
  private byId = new Map<string, Held<T>>()
  private turn = 0
  private readonly type: string
  private readonly damaged: () => Promise<void>

  constructor(type: string, damaged: () => Promise<void>) {
    this.type = type
    this.damaged = damaged
  }

  /** Null: not here, which is not the same as nowhere. */
  get(id: string): Held<T> | null {
    return this.rows.length ? (this.byId.get(id) ?? null) : null
  }

  async load(): Promise<void> {
    const turn = (this.turn += 1)
    try {
      const rows = (await heldOf(this.type)) as Held<T>[]
      if (turn === this.turn) this.show(new Map(rows.map((row) => [row.id, row])))
    } catch (error) {
      if (!(error instanceof RowDamaged)) throw error
      if (turn === this.turn) await this.damaged()
    }
  }

  /** What is read meanwhile may be older: it is read again. */
  take({ put, gone }: Change): void {
    if (!this.loaded) return void this.load().catch(() => undefined)
    this.turn += 1
    const rows = new Map(this.byId)
    for (const key of gone) if (typeOf(key) === this.type) rows.delete(key.slice(this.type.length + 1))
    for (const row of put) if (row.type === this.type) rows.set(row.id, row as Held<T>)
    this.show(rows)
  }

  empty(): void {
    this.turn += 1
    this.byId = new Map()
    this.rows = []
    this.loaded = false
  }

  private show(rows: Map<string, Held<T>>): void {
    this.byId = rows
    this.rows = [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    this.loaded = true
  }
}

/** What this device holds of the server's records. */
class Records {
  trouble = $state<Trouble | null>(null)
  private open = false
  private readonly collections = new Map<string, Collection<unknown>>()
  private readonly otherTabs = new BroadcastChannel('focus-records')
  /** Asks for everything anew; set by whoever pulls. */
  onDamaged: () => void = () => undefined

  constructor() {
    this.otherTabs.onmessage = ({ data }: MessageEvent<string[]>) => this.reload(data)
  }

  /** All of a type; read from the device when it is first asked for. */
  of<T>(type: string): Collection<T> {
    const known = this.collections.get(type)
    if (known) return known as Collection<T>
    const made = new Collection<T>(type, () => this.damaged())
    this.collections.set(type, made as Collection<unknown>)
    if (this.open) void made.load().catch(() => this.fail('damaged'))
    return made
  }

  get<T>(type: string, id: string): Held<T> | null {
    return this.of<T>(type).get(id)
  }

  /** Somebody may look again. */
  resume(): void {
    this.open = true
    this.reload([...this.collections.keys()])
  }

  /** At lock and sign-out. */
  empty(): void {
    this.open = false
    this.trouble = null
    for (const collection of this.collections.values()) collection.empty()
  }

  /** Shown here from memory, in the other tabs from the device; `stored` false: shown here alone. */
  changed(change: Change, stored = true): void {
    const types = new Set([...change.put.map(({ type }) => type), ...change.gone.map(typeOf)])
    if (!types.size) return
    if (stored) this.otherTabs.postMessage([...types])
    if (!this.open) return
    for (const type of types) this.collections.get(type)?.take(change)
  }

  fail(trouble: Trouble | null): void {
    this.trouble = trouble
  }

  private reload(types: string[]): void {
    if (!this.open) return
    for (const type of types) void this.collections.get(type)?.load().catch(() => this.fail('damaged'))
  }

  private async damaged(): Promise<void> {
    this.trouble = 'damaged'
    await startAnew()
    this.otherTabs.postMessage([...this.collections.keys()])
    this.reload([...this.collections.keys()])
    this.onDamaged()
  }
}

export const records = new Records()
export { keyOf, type Held }
