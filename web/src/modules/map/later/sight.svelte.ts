import { modules } from '../../../kit/modules'
import { layers, type MapLayer, type Place } from '../slots'
import type { View } from './chart'
import { house } from './house.svelte'
import { inView, listed, type Listed } from './words'

/** What is to be seen: which layers are on, what they hold, what of it is in view, and what was chosen. */
class Sight {
  /** Where the map was left: opened again, it is there. */
  view = $state.raw<View | null>(null)
  chosen = $state.raw<readonly string[]>([])
  private hidden = $state.raw<ReadonlySet<string>>(new Set())

  readonly layers: readonly MapLayer[] = $derived([...modules.added(layers), ...house.layers])
  readonly on: readonly MapLayer[] = $derived(this.layers.filter(({ name }) => !this.hidden.has(name)))
  readonly all: readonly Listed[] = $derived(listed(this.on))
  readonly near: readonly Listed[] = $derived(this.view ? inView(this.all, this.view.box, this.view.centre) : [])
  private readonly byKey = $derived(new Map(this.all.map((one) => [one.key, one])))
  /** Those chosen that are still there. */
  readonly picked: readonly Listed[] = $derived(this.chosen.flatMap((key) => this.byKey.get(key) ?? []))

  shows(layer: MapLayer): boolean {
    return !this.hidden.has(layer.name)
  }

  toggle(layer: MapLayer): void {
    const hidden = new Set(this.hidden)
    if (!hidden.delete(layer.name)) hidden.add(layer.name)
    this.hidden = hidden
  }
}

export const sight = new Sight()

/** Where the officer is, asked of the device when he says so and not before. `metres`: how sure that is. */
class Here {
  at = $state.raw<{ place: Place; metres: number } | null>(null)
  /** Key of what to say, where there is no answer. */
  refused = $state<'' | 'map-here-forbidden' | 'map-here-unknown'>('')

  async ask(): Promise<void> {
    this.refused = ''
    try {
      const { coords } = await new Promise<GeolocationPosition>((found, failed) =>
        navigator.geolocation.getCurrentPosition(found, failed, { enableHighAccuracy: true, timeout: 10_000, maximumAge: 15_000 }))
      this.at = { place: [coords.longitude, coords.latitude], metres: coords.accuracy }
    } catch (error) {
      this.refused = (error as Partial<GeolocationPositionError>).code === 1 ? 'map-here-forbidden' : 'map-here-unknown'
    }
  }
}

export const here = new Here()
