import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import type { Task } from '../src/modules/purposes/wire'

const server = vi.hoisted(() => ({ get: vi.fn(), post: vi.fn(async () => null) }))
vi.mock('../src/sync/transport', async (original) => ({ ...(await original<object>()), ...server }))

const { tasks } = await import('../src/modules/purposes/tasks.svelte')
const running = { id: '7', reference: 'C-1109' } as Task

test('an answer from before a task was ended does not bring it back', async () => {
  server.get.mockResolvedValue(running)
  await tasks.load()
  expect(tasks.current?.id).toBe('7')

  let answer: (task: Task) => void = () => undefined
  server.get.mockReturnValueOnce(new Promise<Task>((resolve) => { answer = resolve }))
  const late = tasks.load()
  await tasks.end()
  answer(running)
  await late
  expect(tasks.current).toBeNull()
})
