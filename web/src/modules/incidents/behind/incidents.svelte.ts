import { records } from '../../../sync/records/records.svelte'
import { session } from '../../../sync/session.svelte'
import type { Caller, Crew, Incident, Line } from '../wire'
import { folded, isShown, timeline, type Shown, type ShownLine, type Told } from './fold'
import { myOwn } from './groups'
import { telling } from './told.svelte'

/** The incidents as this device holds them, with what was said here laid over them. */
class Incidents {
  private readonly held = records.of<Incident>('incidents.incident')
  private readonly said = records.of<Line>('incidents.line')
  private readonly manned = records.of<Crew>('incidents.crew')
  private readonly callers = records.of<Caller>('incidents.caller')
  readonly crews: readonly Crew[] = $derived(this.manned.rows.map(({ body }) => body).sort((a, b) => a.call_sign.localeCompare(b.call_sign)))
  /** Null: not on duty under a call sign. */
  readonly crew: Crew | null = $derived(this.crews.find(({ members }) => members.some(({ person }) => person === session.me?.person.id)) ?? null)
  readonly all: readonly Shown[] = $derived(folded(this.held.rows.map(({ body }) => body), telling.all, this.crew))
  /** The one I work on or am assigned to. */
  readonly mine: Shown | null = $derived(myOwn(this.all))
  private readonly byId = $derived(new Map(this.all.map((one) => [one.incident.id, one])))
  private readonly byIncident = $derived(linesBy(this.said.rows.map(({ body }) => body)))

  /** Read from the device: none is none, not on its way. */
  get loaded(): boolean {
    return this.held.loaded
  }

  /** Null: not on this device. */
  find(id: string): Shown | null {
    return this.byId.get(id) ?? null
  }

  version(id: string): number {
    return this.held.get(id)?.version ?? 0
  }

  caller(id: string): Caller | null {
    return this.callers.get(id)?.body ?? null
  }

  /** The newest first. */
  timeline(id: string): ShownLine[] {
    const author = this.crew?.call_sign || session.me?.person.name || ''
    return timeline(id, this.byIncident.get(id) ?? [], telling.all, author)
  }

  /** What the records show by now needs no memory of this device. */
  settle(): void {
    telling.settle((told: Told) => isShown(told, this.held.get(told.incident)?.body ?? null, this.byIncident.get(told.incident) ?? [], this.crew))
  }
}

function linesBy(lines: readonly Line[]): Map<string, Line[]> {
  const found = new Map<string, Line[]>()
  for (const line of lines) {
    const known = found.get(line.incident)
    if (known) known.push(line)
    else found.set(line.incident, [line])
  }
  return found
}

export const incidents = new Incidents()
