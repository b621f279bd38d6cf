import type { Badge } from '../../kit/module'

/** What the part behind the first paint says to the frame; `held`: there is something to look at without network. */
export const said = $state<{ badge: Badge | null; held: boolean }>({ badge: null, held: false })
