import { session } from '../../../sync/session.svelte'
import { send } from '../../../sync/transport'

/**
 * Pictures of hits that were opened, in memory for as long as the session is open and never on the device: what was
 * seen once can still be compared when the network is gone. Each is in the log once.
 */
class Pictures {
  private urls = $state.raw<ReadonlyMap<string, string>>(new Map())
  private readonly coming = new Set<string>()

  constructor() {
    session.onEmpty(() => {
      for (const url of this.urls.values()) URL.revokeObjectURL(url)
      this.urls = new Map()
    })
  }

  /** Null: not here. */
  of(hit: string): string | null {
    return this.urls.get(hit) ?? null
  }

  /** Fetches it unless it is here or on its way. Rejects as `send` does. */
  async fetch(hit: string): Promise<void> {
    if (this.urls.has(hit) || this.coming.has(hit)) return
    this.coming.add(hit)
    try {
      const response = await send('GET', `/api/cameras/pictures/${hit}`, undefined)
      const blob = await response.blob()
      if (session.status === 'open') this.urls = new Map([...this.urls, [hit, URL.createObjectURL(blob)]])
    } finally {
      this.coming.delete(hit)
    }
  }
}

export const pictures = new Pictures()
