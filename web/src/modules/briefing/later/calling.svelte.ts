import type { Called, RollCall } from './wire'

/** Without contact for so long the screen covers itself: what stands there may no longer be so. */
export const coverMs = 60_000
export const refreshMs = 15_000

/** The roll call on a large screen: one item at a time, whatever is published or recalled meanwhile. */
export class Calling {
  call = $state.raw<RollCall | null>(null)
  /** Milliseconds since 1970, of this device, at which the server last answered. */
  heard = $state(0)
  private at = $state(0)

  get items(): readonly Called[] {
    return this.call?.items ?? []
  }

  get shown(): Called | null {
    return this.items[this.at] ?? null
  }

  /** From 1; 0 where there is none. */
  get place(): number {
    return this.items.length ? this.at + 1 : 0
  }

  /** What was on the screen stays there; where it is gone, what took its place. */
  take(call: RollCall, now: number): void {
    const before = this.shown?.id
    this.call = call
    this.heard = now
    const found = call.items.findIndex((one) => one.id === before)
    this.to(found === -1 ? this.at : found)
  }

  step(by: 1 | -1): void {
    this.to(this.at + by)
  }

  to(place: number): void {
    this.at = Math.max(0, Math.min(place, this.items.length - 1))
  }

  covered(now: number): boolean {
    return this.call !== null && now - this.heard >= coverMs
  }

  forget(): void {
    this.call = null
    this.at = 0
  }
}

/** What a key does; null: nothing here. */
export function keyOf(event: { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean }): 'next' | 'back' | 'first' | 'last' | 'full' | 'print' | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  const keys = { ArrowRight: 'next', PageDown: 'next', ' ': 'next', ArrowLeft: 'back', PageUp: 'back', Home: 'first', End: 'last', f: 'full', p: 'print' } as const
  return keys[event.key as keyof typeof keys] ?? null
}
