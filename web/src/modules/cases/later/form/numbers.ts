/** A number as it is typed, with comma or point; what is none stays text, so that the rules say so. */
export function numberOf(typed: string): number | string | undefined {
  const text = typed.trim()
  if (!text) return undefined
  return /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text
}

/** As it stands in the field: the comma of the language, nothing between thousands. */
export function numberShown(value: unknown, locale: string): string {
  if (typeof value !== 'number') return value === undefined || value === null ? '' : String(value)
  return locale.startsWith('en') ? String(value) : String(value).replace('.', ',')
}
