/** The marks of what lies on the map, drawn in the colours of now: pin, dot, diamond, cluster and the hatch of a ban. */
import type { Colours } from './colours'

type Drawing = (pen: CanvasRenderingContext2D, c: Colours) => void
/** Pixels of the drawing for one of the screen. */
export const sharpness = 2

const drawings: Record<string, { size: [number, number]; draw: Drawing }> = {
  pin: {
    size: [52, 62],
    draw: (pen, c) => {
      pen.beginPath()
      pen.arc(26, 25, 22, 0.79 * Math.PI, 0.21 * Math.PI)
      pen.lineTo(26, 59)
      pen.closePath()
      filled(pen, c.ink, c.surface, 3)
    },
  },
  dot: {
    size: [28, 28],
    draw: (pen, c) => {
      pen.beginPath()
      pen.arc(14, 14, 11, 0, 2 * Math.PI)
      filled(pen, c.ink, c.surface, 3)
    },
  },
  found: {
    size: [36, 36],
    draw: (pen, c) => {
      pen.beginPath()
      for (const [x, y] of [[18, 3], [33, 18], [18, 33], [3, 18]] as const) pen.lineTo(x, y)
      pen.closePath()
      filled(pen, c.accent, c.surface, 3)
    },
  },
  cluster: {
    size: [62, 62],
    draw: (pen, c) => {
      pen.beginPath()
      pen.arc(31, 31, 28, 0, 2 * Math.PI)
      filled(pen, c.surface, c.ink, 3.4)
      pen.beginPath()
      pen.arc(31, 31, 21.5, 0, 2 * Math.PI)
      pen.lineWidth = 2
      pen.stroke()
    },
  },
  hatch: {
    size: [16, 16],
    draw: (pen, c) => {
      pen.globalAlpha = 0.14
      pen.fillStyle = c.red
      pen.fillRect(0, 0, 16, 16)
      pen.globalAlpha = 0.55
      pen.strokeStyle = c.redEdge
      pen.lineWidth = 2
      for (const x of [-16, 0, 16]) {
        pen.beginPath()
        pen.moveTo(x, 16)
        pen.lineTo(x + 16, 0)
        pen.stroke()
      }
    },
  },
}

export function markImages(colours: Colours): Map<string, ImageData> {
  return new Map(Object.entries(drawings).map(([name, { size, draw }]) => {
    const canvas = document.createElement('canvas')
    ;[canvas.width, canvas.height] = size
    const pen = canvas.getContext('2d', { willReadFrequently: true })
    if (!pen) throw new Error('No canvas on this device.')
    draw(pen, colours)
    return [name, pen.getImageData(0, 0, ...size)]
  }))
}

function filled(pen: CanvasRenderingContext2D, fill: string, edge: string, width: number): void {
  pen.fillStyle = fill
  pen.fill()
  pen.strokeStyle = edge
  pen.lineWidth = width
  pen.stroke()
}
