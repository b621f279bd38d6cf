import qrcode from 'qrcode-generator'

/** Light cells around it, without which readers do not see where it ends. */
const quiet = 4

export interface Drawn {
  /** Cells of one side, the quiet ones included. */
  size: number
  /** The dark cells as the path of an SVG image of that size. */
  path: string
}

/** A QR code that may lose 15 % of its cells. */
export function drawQr(text: string): Drawn {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  const cells = Array.from({ length: count * count }, (_, at) => [Math.floor(at / count), at % count] as const)
  const dark = cells.filter(([row, column]) => code.isDark(row, column))
  return { size: count + 2 * quiet, path: dark.map(([row, column]) => `M${column + quiet} ${row + quiet}h1v1h-1z`).join('') }
}

/** What the image says: the enrolment screen with the code behind `#`, which no server is told. */
export function enrolAddress(origin: string, code: string): string {
  return `${origin}/enrol#${encodeURIComponent(code)}`
}
