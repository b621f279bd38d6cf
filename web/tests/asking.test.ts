import { expect, test } from 'vitest'

const listeners = new Map<string, (event: unknown) => void>()
Object.assign(globalThis, {
  addEventListener: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
  removeEventListener: (name: string) => listeners.delete(name),
  dispatchEvent: () => true,
  history: { pushState: () => undefined, state: null },
  location: { pathname: '/', search: '', hash: '', href: 'http://localhost/' },
})
const { focusAsk, takeWanted } = await import('../src/modules/search/asking')

const typed = (key: string, more = {}): void => listeners.get('keydown')?.({ key, preventDefault: () => undefined, stopPropagation: () => undefined, ...more })

test('what is typed on the way to the field is not lost, and nothing is kept afterwards', () => {
  expect(takeWanted()).toBeNull()
  focusAsk()
  for (const key of ['Enter', '1', '-', 'J', 'Backspace', 'H', 'Shift']) typed(key)
  typed('c', { ctrlKey: true })
  expect(takeWanted()).toEqual({ text: '1-H', asked: false })
  expect(listeners.has('keydown')).toBe(false)
  expect(takeWanted()).toBeNull()
})

test('Enter on the way to the field asks when it is there; what comes after it is not part of the question', () => {
  focusAsk()
  for (const key of ['1', '-', 'H', 'Enter', 'j']) typed(key)
  expect(takeWanted()).toEqual({ text: '1-H', asked: true })
  focusAsk()
  expect(takeWanted()).toEqual({ text: '', asked: false })
})
