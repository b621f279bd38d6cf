import { send } from '../transport'

/** No beat of the server for so long: the line is dead though nobody said so. It beats every 20 s. */
const silentMs = 50_000
/** The server says `look` when a stream opens; where something on the way holds that back, it is not waited for longer. */
const firstLookMs = 5_000

/**
 * Holds the server's stream until it ends, the line falls silent or `signal` aborts.
 *
 * `onLook` is called with the milliseconds over which to spread, and in any case soon after the stream opens: what
 * changed before is heard of by pulling. Throws what the transport throws.
 */
export async function holdStream(signal: AbortSignal, onLook: (spreadMs: number) => void): Promise<void> {
  const line = new AbortController()
  const end = (): void => line.abort()
  signal.addEventListener('abort', end)
  let silence = setTimeout(end, silentMs)
  let first: ReturnType<typeof setTimeout> | undefined
  try {
    const response = await send('GET', '/api/sync/stream', undefined, { background: true, signal: line.signal })
    first = setTimeout(() => onLook(0), firstLookMs)
    const heard = (): void => {
      clearTimeout(silence)
      silence = setTimeout(end, silentMs)
    }
    if (!response.body) return
    for await (const spread of looks(response.body, heard)) {
      clearTimeout(first)
      onLook(spread)
    }
  } finally {
    clearTimeout(silence)
    clearTimeout(first)
    signal.removeEventListener('abort', end)
    line.abort()
  }
}

/** The spread of each `look`; `heard` at anything that comes. EventSource would carry no proof. */
export async function* looks(stream: ReadableStream<Uint8Array>, heard: () => void): AsyncGenerator<number> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      heard()
      const events = (rest + decoder.decode(value, { stream: true })).split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events) if (/^event: ?look$/m.test(event)) yield Number(/^data: ?(\d+)$/m.exec(event)?.[1] ?? 0)
    }
  } finally {
    reader.cancel().catch(() => undefined)
  }
}
