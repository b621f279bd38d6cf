/** Every test begins on a device that is open. */
import { beforeEach } from 'vitest'
import { brought } from './keys'

beforeEach(async () => (await import('../src/store/ring')).ring.hold(brought.keys))
