import 'virtual:focus-texts/later/cameras/behind'
import { records } from '../../../sync/records/records.svelte'
import type { Hit } from '../wire'

let watching = false

/**
 * For as long as the page stands. A hit comes by the network, so what shows it can be fetched with it; from then on
 * it opens without network. Zones without cameras never fetch it.
 */
export function watch(): void {
  if (watching) return
  watching = true
  const held = records.of<Hit>('cameras.hit')
  $effect.root(() => {
    $effect(() => {
      if (held.rows.length) void import('../later/parts').then(({ start }) => start(), () => undefined)
    })
  })
}
