import { wall } from '../../../base/clock.svelte'
import { vault } from '../../../store/vault'
import { outbox, type Kept } from '../../../sync/outbox/outbox.svelte'
import { records } from '../../../sync/records/records.svelte'
import { session } from '../../../sync/session.svelte'
import { get, serverNow } from '../../../sync/transport'
import type { BeginDuty, DutyUnit, Shift } from '../wire'

const module = 'duty'
const record = 'duty-units'

/** What the officer said last, until the record shows it. */
interface Said {
  /** Its id in the outbox. */
  item: string
  /** Of the record when it was said; 0 without one. Another one: the server has spoken since. */
  version: number
  /** Null: no longer on duty. */
  shift: Shift | null
}

/** Whether this officer is on duty, and who else; known and changed without network too. */
class Duty {
  /** Of today, or those that the device last knew. */
  units = $state.raw<readonly DutyUnit[]>([])
  private said = $state.raw<Said | null>(null)
  private readonly shifts = records.of<Shift>('duty.shift')
  private readonly row = $derived(session.me ? this.shifts.get(session.me.person.id) : null)
  private readonly kept = $derived(outbox.items.filter((item) => item.module === module))
  /** The last thing said that has not arrived. */
  readonly waiting: Kept | null = $derived(this.kept.filter(({ state }) => state === 'waiting').at(-1) ?? null)
  readonly refused: Kept | null = $derived(this.kept.filter(({ state }) => state === 'refused').at(-1) ?? null)
  /** Whether it is known at all: on a new device nothing is, at first. */
  readonly known = $derived(this.shifts.loaded || this.said !== null)
  /** His shift, as he said it last; null: not on duty. */
  readonly mine: Shift | null = $derived(current(this.counts(this.said) ? (this.said?.shift ?? null) : (this.row?.body ?? null)))
  /** Everybody of whom this device is told, by unit and crew; himself as he said. */
  readonly all: readonly Shift[] = $derived(sorted([...this.others(), ...(this.mine ? [this.mine] : [])]))

  constructor() {
    session.onEmpty(() => {
      this.units = []
      this.said = null
    })
  }

  async loadUnits(): Promise<void> {
    if (!this.units.length) {
      const kept = await vault.read<DutyUnit[]>(record).catch(() => null)
      if (kept && session.status === 'open') this.units = kept
    }
    this.units = await get<DutyUnit[]>('/api/duty/duty-units', {}, { background: true })
    await vault.write(record, this.units).catch(() => undefined)
  }

  /** On duty from now, or otherwise from now on; it is said once it is durable on the device. */
  async begin(begun: BeginDuty): Promise<void> {
    const at = serverNow().toISOString()
    const title = { key: 'duty-kept-begun', args: { who: begun.crew || this.unitName(begun.unit) } }
    const item = await outbox.keep({ action: 'duty.begin_duty', body: { ...begun } }, { module, title })
    this.said = { item, version: this.version(), shift: this.shiftOf(begun, at) }
  }

  async end(): Promise<void> {
    const item = await outbox.keep({ action: 'duty.end_duty', body: {} }, { module, title: { key: 'duty-kept-ended' } })
    this.said = { item, version: this.version(), shift: null }
  }

  /** After the app was closed: what still waits was said by him. */
  async recall({ id, at }: Kept): Promise<void> {
    if (this.said?.item === id) return
    const command = (await outbox.mine(id))?.command
    if (!command || this.waiting?.id !== id) return
    const begun = command.action === 'duty.begin_duty' ? (command.body as unknown as BeginDuty) : null
    this.said = { item: id, version: this.version(), shift: begun && this.shiftOf(begun, at.toISOString()) }
  }

  /** The server has spoken since: what was said then never counts again, whatever the record says later. */
  overtaken(): void {
    if (this.said && !this.counts(this.said)) this.said = null
  }

  /** Until it arrives and the record shows it; not once it was refused. */
  private counts(said: Said | null): boolean {
    if (!said) return false
    const state = this.kept.find(({ id }) => id === said.item)?.state
    return state === 'waiting' || (state !== 'refused' && this.version() === said.version)
  }

  private version(): number {
    return this.row?.version ?? 0
  }

  private others(): Shift[] {
    const me = session.me?.person.id
    return this.shifts.rows.flatMap(({ id, body }) => (id === me ? [] : (current(body) ?? [])))
  }

  private unitName(unit: string | null | undefined): string {
    return this.units.find(({ id }) => id === unit)?.name ?? ''
  }

  private shiftOf({ unit = null, crew = '', until }: BeginDuty, since: string): Shift | null {
    const person = session.me?.person
    if (!person) return null
    return { id: person.id, name: person.name, function: person.function, unit, unit_name: this.unitName(unit), crew, since, until }
  }
}

/** A shift whose time is over is none, also before the server has said so. */
function current(shift: Shift | null): Shift | null {
  return shift && new Date(shift.until) > wall.minute ? shift : null
}

function sorted(shifts: Shift[]): Shift[] {
  const order = ({ unit_name, crew, name }: Shift): string => [unit_name, crew, name].join('\n')
  return shifts.sort((a, b) => order(a).localeCompare(order(b)))
}

export const duty = new Duty()
