import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import type { Task } from '../src/modules/purposes/wire'

const server = vi.hoisted(() => ({ get: vi.fn(), post: vi.fn(async (_path: string, ..._rest: unknown[]) => null) }))
vi.mock('../src/sync/transport', async (original) => ({ ...(await original<object>()), ...server }))

const { tasks } = await import('../src/modules/purposes/tasks.svelte')
const { toasts } = await import('../src/kit/toasts.svelte')
const { leave } = await import('../src/sync/leaving')
const running = { id: '7', reference: 'C-1109' } as Task

test('an answer from before a task was ended does not bring it back', async () => {
  server.get.mockResolvedValue(running)
  await tasks.load()
  expect(tasks.current?.id).toBe('7')

  let answer: (task: Task) => void = () => undefined
  server.get.mockReturnValueOnce(new Promise<Task>((resolve) => { answer = resolve }))
  const late = tasks.load()
  tasks.end()
  answer(running)
  await late
  expect(tasks.current).toBeNull()
  await leave()
})

test('a task that was ended is told to the server when it can no longer be taken back, and then nothing offers that', async () => {
  server.get.mockResolvedValue(running)
  tasks.current = running
  server.post.mockClear()
  tasks.end()
  await tasks.load()
  expect([tasks.current, server.post.mock.calls.length]).toEqual([null, 0])
  await leave()
  expect(server.post.mock.calls.map(([path]) => path)).toEqual(['/api/purposes/end-task'])
  expect(toasts.current).toBeNull()
})

test('a task whose end is taken back goes on, and the server hears nothing', async () => {
  tasks.current = running
  server.post.mockClear()
  tasks.end()
  toasts.current?.undo?.()
  await leave()
  expect([tasks.current?.id, server.post.mock.calls.length]).toEqual(['7', 0])
})

test('a task whose end the server did not hear of goes on', async () => {
  const { session } = await import('../src/sync/session.svelte')
  session.status = 'open'
  tasks.current = running
  server.post.mockRejectedValueOnce(new Error('no network'))
  tasks.end()
  await leave()
  expect(tasks.current?.id).toBe('7')
})
