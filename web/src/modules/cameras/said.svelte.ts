import type { AnyComponent, Badge } from '../../kit/module'

/** What the part that comes later says to the frame; it comes with the first hit. */
class FromLater {
  badge = $state.raw<Badge | null>(null)
  today = $state.raw<AnyComponent | null>(null)
}

export const said = new FromLater()
