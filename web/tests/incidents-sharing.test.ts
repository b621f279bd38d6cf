import { afterEach, beforeEach, expect, test, vi } from 'vitest'

vi.stubGlobal('BroadcastChannel', class { postMessage(): void {} })
const kept = new Map<string, unknown>()
vi.mock('../src/store/vault', () => ({ vault: { read: async (name: string) => kept.get(name) ?? null, write: async (name: string, value: unknown) => void kept.set(name, value) } }))
const get = vi.fn()
const post = vi.fn()
vi.mock('../src/sync/transport', async (original) => ({ ...(await original<object>()), get: (...all: unknown[]) => get(...all), post: (...all: unknown[]) => post(...all) }))
const { connection } = await import('../src/sync/connection.svelte')
const { shiftOf } = await import('../src/modules/incidents/later/where/reports')
const { sharing } = await import('../src/modules/incidents/later/where/sharing.svelte')

type Found = (fix: unknown) => void
let device: { found: Found | null; failed: ((error: { code: number }) => void) | null; asked: number }
let permission: string
let network: boolean
const follow = (shift: string | null): Promise<void> => (sharing as unknown as { follow(shift: string | null, online: boolean): Promise<void> }).follow(shift, network)
const at = (latitude: number): unknown => ({ timestamp: Date.now(), coords: { longitude: 4.86, latitude, accuracy: 8, heading: NaN, speed: null } })
const settled = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined)
const sent = (): number[] => post.mock.calls.map(([, body]) => (body as { latitude: number }).latitude)

beforeEach(async () => {
  vi.useFakeTimers()
  device = { found: null, failed: null, asked: 0 }
  permission = 'granted'
  network = true
  vi.stubGlobal('navigator', {
    onLine: true,
    permissions: { query: async () => ({ state: permission }) },
    geolocation: {
      watchPosition: (found: Found, failed: never) => { device = { ...device, found, failed }; return 7 },
      clearWatch: (id: number) => { if (id === 7) device.found = null },
      getCurrentPosition: () => { device.asked += 1 },
    },
  })
  vi.spyOn(connection, 'online', 'get').mockImplementation(() => network)
  get.mockResolvedValue({ positions: 'exact', every_s: 15 })
  post.mockResolvedValue({ outcome: 'shown', every_s: 15 })
})

afterEach(async () => {
  await follow(null)
  kept.clear()
  get.mockReset()
  post.mockReset()
  vi.useRealTimers()
})

test('where the zone does not want it, the device is never asked', async () => {
  get.mockResolvedValue({ positions: 'off', every_s: 15 })
  permission = 'prompt'
  await follow('NO-2 14:00')
  expect([sharing.stage, device.found]).toEqual(['off', null])
})

test('the sentence comes before the device asks', async () => {
  permission = 'prompt'
  await follow('NO-2 14:00')
  expect([sharing.stage, device.found]).toEqual(['ask', null])
  sharing.share()
  expect([sharing.stage, device.found !== null]).toEqual(['on', true])
})

test('once allowed it begins with duty and ends with it', async () => {
  await follow('NO-2 14:00')
  device.found?.(at(51.03))
  await settled()
  expect([sharing.stage, sent()]).toEqual(['on', [51.03]])
  const { found } = device
  await follow(null)
  found?.(at(51.05))
  await vi.advanceTimersByTimeAsync(60_000)
  expect([sharing.stage, device.found, device.asked, sent()]).toEqual(['off', null, 0, [51.03]])
})

test('it is said each quarter of a minute, and earlier where it moved', async () => {
  await follow('NO-2 14:00')
  const say = async (latitude: number, later: number): Promise<void> => {
    await vi.advanceTimersByTimeAsync(later)
    device.found?.(at(latitude))
    await settled()
  }
  await say(51.03, 0)
  await say(51.03001, 5_000)
  await say(51.04, 5_000)
  await say(51.04, 15_000)
  expect(sent()).toEqual([51.03, 51.04, 51.04])
  expect(device.asked).toBe(1)
})

test('paused it stays for this shift, also after the app was closed, and not for the next', async () => {
  await follow('NO-2 14:00')
  await sharing.pause()
  expect([sharing.stage, device.found]).toEqual(['paused', null])
  await follow(null)
  await follow('NO-2 14:00')
  expect([sharing.stage, device.found]).toEqual(['paused', null])
  await follow('NO-2 22:00')
  expect(sharing.stage).toBe('on')
  await sharing.pause()
  sharing.share()
  await follow(null)
  await follow('NO-2 22:00')
  expect(sharing.stage).toBe('on')
})

test('without network nothing is sent and nothing is kept for later', async () => {
  await follow('NO-2 14:00')
  network = false
  device.found?.(at(51.03))
  await vi.advanceTimersByTimeAsync(20_000)
  network = true
  await settled()
  expect(sent()).toEqual([])
  device.found?.(at(51.05))
  await settled()
  expect(sent()).toEqual([51.05])
})

test('what did not arrive is not said to be shared, and the next place is tried at once', async () => {
  post.mockRejectedValueOnce(new Error('gone'))
  await follow('NO-2 14:00')
  device.found?.(at(51.03))
  await settled()
  expect([sharing.sent, sharing.isSilent(new Date())]).toEqual([null, true])
  device.found?.(at(51.03))
  await settled()
  expect([sent().length, sharing.isSilent(new Date())]).toEqual([2, false])
  expect(sharing.isSilent(new Date(Date.now() + 66_000))).toBe(true)
})

test('a zone that stops wanting it is heard at the next report', async () => {
  post.mockResolvedValue({ outcome: 'off', every_s: 15 })
  await follow('NO-2 14:00')
  device.found?.(at(51.03))
  await settled()
  expect([sharing.stage, device.found]).toEqual(['off', null])
})

test('forbidden on the device, it says so and asks no more', async () => {
  await follow('NO-2 14:00')
  device.failed?.({ code: 1 })
  expect([sharing.stage, device.found]).toEqual(['refused', null])
  permission = 'denied'
  await follow(null)
  await follow('NO-2 14:00')
  expect([sharing.stage, device.found]).toEqual(['refused', null])
})

test('no place found for a moment is no reason to stop: it is looked for again within seconds', async () => {
  await follow('NO-2 14:00')
  device.failed?.({ code: 3 })
  await vi.advanceTimersByTimeAsync(5_000)
  expect([sharing.stage, device.found !== null, device.asked]).toEqual(['on', true, 1])
})

test('what came while another was on its way is said by the next look, for the device does not say it again', async () => {
  let arrive: (value: unknown) => void = () => undefined
  post.mockReturnValueOnce(new Promise((done) => { arrive = done }))
  await follow('NO-2 06:00')
  device.found?.(at(51.03))
  await follow('NO-2 14:00')
  device.found?.(at(51.03))
  arrive({ outcome: 'shown', every_s: 15 })
  await settled()
  expect([sent().length, sharing.sent]).toEqual([1, null])
  await vi.advanceTimersByTimeAsync(5_000)
  expect([sent().length, sharing.isSilent(new Date())]).toEqual([2, false])
})

test('what did not arrive for long is not said any more', async () => {
  post.mockRejectedValue(new Error('gone'))
  await follow('NO-2 14:00')
  device.found?.(at(51.03))
  await vi.advanceTimersByTimeAsync(19_000)
  const tried = sent().length
  await vi.advanceTimersByTimeAsync(60_000)
  expect([tried, sent().length]).toEqual([4, 4])
})

test('a crew whose shift is not here yet is no shift: the next record would make another one of it', () => {
  expect([shiftOf('crew', undefined), shiftOf(undefined, '14:00'), shiftOf('crew', '14:00')]).toEqual([null, null, 'crew 14:00'])
})

test('a server that does not answer is asked again', async () => {
  get.mockRejectedValueOnce(new Error('gone'))
  await follow('NO-2 14:00')
  expect(sharing.stage).toBe('off')
  await follow('NO-2 14:00')
  expect(sharing.stage).toBe('on')
})
