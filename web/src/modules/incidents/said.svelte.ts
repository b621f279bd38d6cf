import type { Badge } from '../../kit/module'

/** What the part behind the first paint says to the frame. */
export const said = $state<{ badge: Badge | null }>({ badge: null })
