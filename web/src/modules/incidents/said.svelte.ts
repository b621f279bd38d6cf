import type { Badge } from '../../kit/module'

/** What the part behind the first paint says to the frame; `number`: of the own incident, which Today shows. */
export const said = $state<{ badge: Badge | null; number: string }>({ badge: null, number: '' })
