import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { router } from '../src/base/router.svelte'

/** A browser's history: entries, where one stands, and going back as late as a browser does. */
class FakeHistory {
  entries: { state: unknown; path: string }[] = [{ state: null, path: '/' }]
  at = 0
  popped: (event: { state: unknown }) => void = () => undefined
  get state(): unknown { return this.entries[this.at]?.state ?? null }
  get pathname(): string { return this.entries[this.at]?.path ?? '' }
  pushState(state: unknown, _: string, path = this.pathname): void {
    this.entries = [...this.entries.slice(0, this.at + 1), { state, path }]
    this.at += 1
  }
  replaceState(state: unknown, _: string, path = this.pathname): void { this.entries[this.at] = { state, path } }
  back(): void { this.go(-1) }
  go(by: number): void {
    setTimeout(() => {
      this.at += by
      this.popped({ state: this.state })
    }, 5)
  }
}

let fake: FakeHistory
let stop: () => void
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 30))

beforeEach(() => {
  fake = new FakeHistory()
  vi.stubGlobal('history', fake)
  vi.stubGlobal('location', fake)
  vi.stubGlobal('document', { addEventListener: () => undefined, removeEventListener: () => undefined })
  vi.stubGlobal('addEventListener', (_: string, heard: FakeHistory['popped']) => { fake.popped = heard })
  vi.stubGlobal('removeEventListener', () => undefined)
  router.path = '/'
  stop = router.start()
})

afterEach(() => {
  stop()
  vi.unstubAllGlobals()
})

test('Back closes what lies on top and stays on the page', async () => {
  const closed = vi.fn()
  router.go('/search')
  router.layer(closed)
  fake.back()
  await settled()
  expect(closed).toHaveBeenCalledOnce()
  expect([router.path, fake.at]).toEqual(['/search', 1])
})

test('of two layers Back closes the upper one first', async () => {
  const said: string[] = []
  router.layer(() => said.push('lower'))
  router.layer(() => said.push('upper'))
  fake.back()
  await settled()
  expect(said).toEqual(['upper'])
  fake.back()
  await settled()
  expect(said).toEqual(['upper', 'lower'])
})

test('what is closed by its button leaves nothing for Back', async () => {
  router.go('/search')
  router.layer(() => undefined)()
  await settled()
  expect(fake.at).toBe(1)
})

test('a page opened from a sheet takes the place of the sheet', async () => {
  router.go('/search')
  const leave = router.layer(() => undefined)
  router.go('/search/a')
  leave()
  await settled()
  expect([router.path, fake.pathname, fake.at]).toEqual(['/search/a', '/search/a', 2])
})

test('a page that is opened while the browser leaves the sheet is not lost', async () => {
  router.go('/search')
  router.layer(() => undefined)()
  await new Promise((done) => setTimeout(done, 2))
  router.go('/search/b')
  await settled()
  expect([router.path, fake.pathname, fake.at]).toEqual(['/search/b', '/search/b', 2])
})

test('a sheet that follows another takes its entry', async () => {
  router.layer(() => undefined)()
  const leave = router.layer(() => undefined)
  await settled()
  expect(fake.at).toBe(1)
  leave()
  await settled()
  expect(fake.at).toBe(0)
})

test('Escape closes the top layer, and says whether there was one', async () => {
  const leave = router.layer(() => leave())
  expect([router.closeTop(), router.closeTop()]).toEqual([true, false])
  await settled()
})
