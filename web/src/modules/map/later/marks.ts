/** The marks of what lies on the map, drawn in the colours of now: pin, crew, dot, cluster and the hatch of a ban. */
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
  crew: {
    size: [36, 36],
    draw: (pen, c) => {
      pen.beginPath()
      pen.roundRect(2, 2, 32, 32, 7)
      filled(pen, c.surface, c.ink, 3)
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

/** Where a crew's box may be stretched to hold its call sign, in pixels of the drawing. */
export const crewStretch = { stretchX: [[10, 26]] as [number, number][], stretchY: [[10, 26]] as [number, number][], content: [8, 6, 28, 30] as [number, number, number, number] }

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
