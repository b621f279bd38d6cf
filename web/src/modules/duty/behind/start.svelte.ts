import { untrack } from 'svelte'
import { duty } from './duty.svelte'

let started = false

/** At sign-in. What waits is recalled when it can be read; the units are there before the network is not. */
export function start(): void {
  void duty.loadUnits().catch(() => undefined)
  if (started) return
  started = true
  $effect.root(() => {
    $effect(() => duty.overtaken())
    $effect(() => {
      const { waiting } = duty
      if (waiting) void untrack(() => duty.recall(waiting)).catch(() => undefined)
    })
  })
}
