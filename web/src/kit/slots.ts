/** A place of one module where others add something of the type `T`: it stands in the owner's `public.ts`. */
export class Slot<T> {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }

  /** For `adds` in the `module.ts` of whoever adds: lower orders stand first. */
  with(order: number, what: T): Added {
    return { slot: this.name, order, what }
  }

  /** The same for what comes with the owner's screen, which waits for it: `modules.ready(slot)`. */
  later(order: number, load: () => Promise<T>): Added {
    return { slot: this.name, order, load }
  }
}

export interface Added {
  slot: string
  order: number
  /** Undefined: not loaded yet. */
  what?: unknown
  load?: () => Promise<unknown>
}
