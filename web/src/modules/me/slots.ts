import { Slot } from '../../kit/slots'

/** What signing out destroys: said, with how many, before the officer signs out; null where there is nothing. */
export const lostAtSignOut = new Slot<() => string | null>('me.lost')
