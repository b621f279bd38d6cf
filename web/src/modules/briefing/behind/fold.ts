const strokes: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i' }

/** Lower case without diacritics: `Müller-Łukasz` → `muller-lukasz`. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (!/[^\0-\x7f]/.test(lower)) return lower // as most are, and it is much quicker
  const plain = lower.normalize('NFKD').replace(/\p{M}/gu, '')
  return plain.replace(/[ßæœøđðłþı]/g, (letter) => strokes[letter] ?? letter)
}
