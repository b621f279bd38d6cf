/**
 * What CEL asks of `@bufbuild/re2`, by the browser's own patterns: the build puts it in that package's place, which is
 * 17 kB gzipped. The server takes only patterns that RE2 and JavaScript read alike (`focus.kit.rules.patterns`).
 */
const known = new Map<string, RegExp>()

export const RE2JS = {
  /** `test` says whether the pattern stands anywhere in a text. */
  compile(pattern: string): RegExp {
    const found = known.get(pattern) ?? new RegExp(pattern, 'u')
    known.set(pattern, found)
    return found
  },
}
