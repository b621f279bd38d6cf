import type { Sizes } from './rows'

/** Until a row has been measured. */
export const usual: Sizes = { group: 30, row: 60, line: 22, lines: () => 1 }

/** Whole pixels between the width that the letters say and the one that the browser breaks at. */
const spare = 2

/**
 * Reads the sizes off a group and a row that stand in the list unseen, of one line and with the widest that may stand
 * beside a title. A title is measured without being drawn; each once.
 */
export function measured(group: HTMLElement, row: HTMLElement, title: HTMLElement): Sizes {
  const { font, lineHeight } = getComputedStyle(title)
  const room = title.clientWidth - spare
  const pen = document.createElement('canvas').getContext('2d')
  if (!pen || room <= 0) return usual
  pen.font = font
  const known = new Map<string, 1 | 2>()
  const lines = (text: string): 1 | 2 => {
    const found = known.get(text) ?? (pen.measureText(text).width > room ? 2 : 1)
    known.set(text, found)
    return found
  }
  return { group: group.offsetHeight, row: row.offsetHeight, line: parseFloat(lineHeight), lines }
}
