/** The mark of a crew: its call sign with the form of its state, whither it goes, whose it is and how sure that is. */
import type { MapFeature, Moving } from '../slots'
import type { Colours } from './colours'
import { sharpness } from './marks'

export interface CrewMark extends Moving {
  label: string
}

/** Of what cannot be told nothing is drawn. */
const unknown: Moving = { state: 'unknown', heading: null, age: '', doubtful: false, whose: 'ours' }
const lettering = '700 13px Roboto, system-ui, "Noto Sans", sans-serif'
const high = 28
/** Around the box: the second edge of one's own, and the arrow. */
const around = 18
const disc = 5
const step = 45

/** The name under which its drawing is kept: two that look the same have one. Its age is no part of it. */
export function markName({ label, moving = unknown }: Pick<MapFeature, 'label' | 'moving'>): string {
  const { state, heading, doubtful, whose } = moving
  const wind = heading === null ? '' : String((Math.round(heading / step) % 8) * step)
  return ['crew', state, wind, doubtful ? 'doubtful' : '', whose, label].join('|')
}

/** Null: not the name of a crew's mark. */
export function markOf(name: string): Omit<CrewMark, 'age'> | null {
  const [kind, state, wind, doubtful, whose, ...label] = name.split('|')
  if (kind !== 'crew') return null
  return {
    state: state as Moving['state'], heading: wind ? Number(wind) : null, doubtful: doubtful === 'doubtful', whose: whose as Moving['whose'], label: label.join('|'),
  }
}

export function crewImage(mark: Omit<CrewMark, 'age'>, c: Colours): ImageData {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) throw new Error('No canvas on this device.')
  pen.font = lettering
  const inner = (mark.state === 'unknown' ? 0 : 2 * disc + 6) + pen.measureText(mark.label).width
  const wide = Math.ceil(inner + (mark.whose === 'others' ? 26 : 18))
  canvas.width = (wide + 2 * around) * sharpness
  canvas.height = (high + 2 * around) * sharpness
  pen.font = lettering // with its size the canvas forgot it
  pen.scale(sharpness, sharpness)
  pen.translate(around + wide / 2, around + high / 2)
  if (mark.heading !== null) arrow(pen, mark.heading, wide, mark.whose === 'mine' ? 7 : 3, c)
  box(pen, mark, wide, c)
  written(pen, mark, inner, c)
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}

function box(pen: CanvasRenderingContext2D, { state, doubtful, whose }: Omit<CrewMark, 'age'>, wide: number, c: Colours): void {
  const edge = whose === 'mine' ? c.accent : c.ink
  if (whose === 'mine') {
    pen.beginPath()
    pen.roundRect(-wide / 2 - 4, -high / 2 - 4, wide + 8, high + 8, 10)
    inked(pen, c.surface, edge, 2)
  }
  pen.beginPath()
  if (whose === 'others') pointed(pen, wide)
  else pen.roundRect(-wide / 2 + 1, -high / 2 + 1, wide - 2, high - 2, 6)
  pen.fillStyle = state === 'busy' ? c.accent : state === 'going' ? c.accentSoft : state === 'off' ? c.sunk : c.surface
  pen.fill()
  pen.strokeStyle = edge
  pen.lineWidth = whose === 'others' ? 1.5 : 2.5
  pen.setLineDash(doubtful ? [5, 4] : [])
  pen.stroke()
  pen.setLineDash([])
}

/** Both ends run to a point. */
function pointed(pen: CanvasRenderingContext2D, wide: number): void {
  const [x, y, tip] = [wide / 2 - 1, high / 2 - 1, 9]
  pen.moveTo(-x, 0)
  for (const [to, at] of [[-x + tip, -y], [x - tip, -y], [x, 0], [x - tip, y], [-x + tip, y]] as const) pen.lineTo(to, at)
  pen.closePath()
}

function written(pen: CanvasRenderingContext2D, { state, label }: Omit<CrewMark, 'age'>, inner: number, c: Colours): void {
  const ink = state === 'busy' ? c.onAccent : c.ink
  if (state !== 'unknown') discOf(pen, state, -inner / 2 + disc, ink)
  pen.fillStyle = ink
  pen.textAlign = 'right'
  pen.textBaseline = 'middle'
  pen.fillText(label, inner / 2, 1)
}

/** The forms of the board's table. */
function discOf(pen: CanvasRenderingContext2D, state: Moving['state'], x: number, ink: string): void {
  pen.fillStyle = ink
  pen.strokeStyle = ink
  pen.lineWidth = 2
  pen.beginPath()
  if (state === 'busy') pen.arc(x, 0, disc, 0, 2 * Math.PI)
  if (state === 'going') pen.arc(x, 0, disc, 0.5 * Math.PI, 1.5 * Math.PI)
  pen.fill()
  pen.setLineDash(state === 'off' ? [2, 2] : [])
  pen.beginPath()
  pen.arc(x, 0, disc - 1, 0, 2 * Math.PI)
  pen.stroke()
  pen.setLineDash([])
}

/** Where a line from the middle leaves the box, pointing outwards. */
function arrow(pen: CanvasRenderingContext2D, heading: number, wide: number, gap: number, c: Colours): void {
  const turn = (heading * Math.PI) / 180
  const [across, up] = [Math.abs(Math.sin(turn)), Math.abs(Math.cos(turn))]
  const far = Math.min(across > 0.01 ? (wide / 2 + gap) / across : Infinity, up > 0.01 ? (high / 2 + gap) / up : Infinity)
  pen.save()
  pen.rotate(turn)
  pen.beginPath()
  pen.moveTo(0, -far - 10)
  pen.lineTo(8, -far + 2)
  pen.lineTo(-8, -far + 2)
  pen.closePath()
  inked(pen, c.ink, c.surface, 1.5)
  pen.restore()
}

function inked(pen: CanvasRenderingContext2D, fill: string, edge: string, width: number): void {
  pen.fillStyle = fill
  pen.fill()
  pen.strokeStyle = edge
  pen.lineWidth = width
  pen.stroke()
}
