/** The server's types under the app's names. */
import type { components } from '../../base/api/identity.gen'

type Schemas = components['schemas']

export type DeviceRow = Schemas['Device']
export type SessionRow = Schemas['Session']
