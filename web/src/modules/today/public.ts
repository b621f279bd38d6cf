import type { Load } from '../../kit/module'
import { Slot } from '../../kit/slots'

/** A part in the head of Today, beside its title; `needs`: the permission without which it does not stand there. */
export const head = new Slot<{ needs?: string; load: Load }>('today.head')
