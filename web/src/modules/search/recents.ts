import type { MyLookup } from './wire'

/** Each subject once, as it was asked last: `1-ABC-123` and `1abc123` are one. */
export function onceEach(rows: readonly MyLookup[]): MyLookup[] {
  const seen = new Set<string>()
  return rows.filter((row) => {
    const subject = `${row.kind} ${row.question.toLowerCase().replace(/[\s.,/-]/g, '')}`
    const first = !seen.has(subject)
    seen.add(subject)
    return first
  })
}
