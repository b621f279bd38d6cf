import { records } from '../../../../sync/records/records.svelte'
import type { Position } from '../../wire'

/** Where crews are, as far as this officer may know. */
class Positions {
  private readonly held = records.of<Position>('incidents.position')
  readonly all: readonly Position[] = $derived(this.held.rows.map(({ body }) => body))

  /** Null: nobody of this crew says it. */
  of(crew: string): Position | null {
    return this.held.get(crew)?.body ?? null
  }
}

export const positions = new Positions()
