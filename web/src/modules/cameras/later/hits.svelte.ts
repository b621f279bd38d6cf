import { records } from '../../../sync/records/records.svelte'
import { session } from '../../../sync/session.svelte'
import type { Hit } from '../wire'
import { folded, isOwed, isShown, type Me, type Shown } from './fold'
import { telling } from './told.svelte'

/** The hits as this device holds them, with what was said here laid over them. */
class Hits {
  private readonly held = records.of<Hit>('cameras.hit')
  private readonly me: Me = $derived({ id: session.me?.person.id ?? '', name: session.me?.person.name ?? '' })
  readonly all: readonly Shown[] = $derived(folded(this.held.rows.map(({ body }) => body), telling.all, this.me))
  /** Nobody has compared plate and picture yet. */
  readonly fresh: readonly Shown[] = $derived(this.all.filter(({ hit }) => hit.state === 'new'))
  /** I confirmed them and have not told how they ended. */
  readonly owed: readonly Shown[] = $derived(this.all.filter((one) => isOwed(one, this.me.id)))

  /** Read from the device: none is none, not on its way. */
  get loaded(): boolean {
    return this.held.loaded
  }

  /** Null: not on this device. */
  find(id: string): Shown | null {
    return this.all.find(({ hit }) => hit.id === id) ?? null
  }

  /** What the records show by now needs no memory of this device. */
  settle(): void {
    telling.settle((told) => isShown(told, this.held.get(told.hit)?.body ?? null, this.me.id))
  }
}

export const hits = new Hits()
