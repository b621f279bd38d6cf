import { readFileSync } from 'node:fs'
import type { DeliveryKey } from '../../src/sync/outbox/wire'

/** An organisation's key to which a phone seals; the server's tests hold the other half. */
export const vector = JSON.parse(readFileSync(new URL('../../../tests/sync/vectors.json', import.meta.url), 'utf8')) as { key: DeliveryKey }
