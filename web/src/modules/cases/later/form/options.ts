/** Up to so many options stand as buttons. */
export const few = 5
/** A list of more is searched. */
export const searched = 12
/** Of a list no more than these are drawn at once. */
export const mostShown = 40

type Option = readonly [code: string, name: string]

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Options that have every word asked for, with or without accents, the chosen one first. */
export function matching(options: readonly Option[], asked: string, chosen: unknown): Option[] {
  const words = bare(asked).split(/\s+/).filter(Boolean)
  const found = options.filter(([code, name]) => code !== chosen && words.every((word) => bare(name).includes(word)))
  return [...options.filter(([code]) => code === chosen), ...found]
}
