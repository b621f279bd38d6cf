/**
 * The objects of an NDJSON stream, in batches as they come off the network.
 *
 * A line cut in two by the network waits for its other half; a line that is no JSON is skipped, since
 * one bad line must not hide the answers behind it. A last line without its end is a cut stream and is
 * left out.
 */
export async function* ndjson<T>(stream: ReadableStream<Uint8Array>): AsyncGenerator<T[]> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      const batch = lines.flatMap((line) => parsed<T>(line))
      if (batch.length) yield batch
    }
  } finally {
    reader.cancel().catch(() => undefined)
  }
}

function parsed<T>(line: string): T[] {
  if (!line.trim()) return []
  try {
    return [JSON.parse(line) as T]
  } catch {
    return []
  }
}
