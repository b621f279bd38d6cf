import { expect, test } from 'vitest'
import { ndjson } from '../src/sync/ndjson'

function streamed(...chunks: (string | Uint8Array)[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk)
      controller.close()
    },
  })
}

async function all(stream: ReadableStream<Uint8Array>): Promise<unknown[]> {
  const found: unknown[] = []
  for await (const batch of ndjson(stream)) found.push(...batch)
  return found
}

test('lines that came in one piece are read in one batch', async () => {
  const batches: unknown[][] = []
  for await (const batch of ndjson(streamed('{"a":1}\n{"a":2}\n'))) batches.push(batch)
  expect(batches).toEqual([[{ a: 1 }, { a: 2 }]])
})

test('a line that the network cut in two is put together', async () => {
  expect(await all(streamed('{"a":', '1}\n'))).toEqual([{ a: 1 }])
})

test('a letter that the network cut in two is put together', async () => {
  const bytes = new TextEncoder().encode('{"n":"Zoë"}\n')
  expect(await all(streamed(bytes.slice(0, 9), bytes.slice(9)))).toEqual([{ n: 'Zoë' }])
})

test('a line that is no JSON does not hide those behind it', async () => {
  expect(await all(streamed('{"a":1}\n<html>\n\n{"a":2}\n'))).toEqual([{ a: 1 }, { a: 2 }])
})

test('a last line without its end is a cut stream and is left out', async () => {
  expect(await all(streamed('{"a":1}\n{"a":2}'))).toEqual([{ a: 1 }])
})

test('leaving the loop cancels the stream', async () => {
  let cancelled = false
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('{"a":1}\n')),
    cancel: () => { cancelled = true },
  })
  for await (const _ of ndjson(endless)) break
  expect(cancelled).toBe(true)
})
