import { Resource } from '$focus/kit/resource.svelte'
import { get } from '$focus/sync/transport'

export interface Bicycle {
  id: string
  frame: string
  place: string
  labelled: boolean
}

/** What stands at the station, shared by the screen and the card of Today. */
export const bicycles = new Resource(() => get<Bicycle[]>('/api/bicycles/bicycles'))
