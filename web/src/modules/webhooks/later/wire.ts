/** What the server says of outgoing messages. */
import type { components } from '../api.gen'

export type Receiver = components['schemas']['ReceiverShown']
export type Dead = components['schemas']['DeadShown']

/** Without a slash at the end: the server's own texts of this module stay out of the first visit. */
const base = '/api/webhooks'

export const path = (name: string): string => `${base}/${name}`
