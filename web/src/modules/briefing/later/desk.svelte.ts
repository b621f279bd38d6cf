import { isAbort } from '../../../base/errors'
import { Resource } from '../../../kit/resource.svelte'
import { may } from '../../../sync/session.svelte'
import { get, post } from '../../../sync/transport'
import type { DraftShown, ItemLine, ItemsRequest, OfferShown } from './wire'

/** As many as the server gives at once. */
export const pageSize = 50

export interface Filter {
  kind: ItemsRequest['kind']
  priority: ItemsRequest['priority']
  state: ItemsRequest['state']
  text: string
  author: string
}

/** What stands in the list of the desk: drafts, offers of neighbours, and items by a filter. */
class Desk {
  readonly drafts = new Resource(() => get<DraftShown[]>('/api/briefing/drafts'))
  readonly offers = new Resource(() => get<OfferShown[]>('/api/briefing/offers'))
  filter = $state<Filter>({ kind: null, priority: null, state: 'published', text: '', author: '' })
  items = $state.raw<ItemLine[]>([])
  loaded = $state(false)
  /** There are no more. */
  whole = $state(false)
  loading = $state(false)
  error = $state.raw<unknown>(null)
  private turn: AbortController | null = null

  refresh = async (): Promise<void> => {
    const offers = may('briefing.share') ? this.offers.refresh() : undefined
    await Promise.all([this.drafts.refresh(), offers, this.anew()])
  }

  /** The first page by the filter as it is. */
  anew = (): Promise<void> => this.fetch(null)

  more = (): Promise<void> => (this.whole || this.loading ? Promise.resolve() : this.fetch(this.items.at(-1)?.id ?? null))

  forget(): void {
    this.turn?.abort()
    this.drafts.clear()
    this.offers.clear()
    this.items = []
    this.loaded = false
  }

  private async fetch(before: string | null): Promise<void> {
    this.turn?.abort()
    const turn = (this.turn = new AbortController())
    this.loading = true
    this.error = null
    try {
      const asked = { ...$state.snapshot(this.filter), before }
      const page = await post<ItemLine[]>('/api/briefing/items', asked, { signal: turn.signal })
      this.items = before ? [...this.items, ...page] : page
      this.whole = page.length < pageSize
      this.loaded = true
    } catch (error) {
      if (!isAbort(error)) this.error = error
    } finally {
      if (turn === this.turn) this.loading = false
    }
  }
}

export const desk = new Desk()
