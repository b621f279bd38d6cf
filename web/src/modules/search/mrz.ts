/**
 * The machine readable zone of cards and passports: ICAO Doc 9303, parts 4 (TD3), 5 (TD1) and 6 (TD2).
 * Check digits count a filler as 0: a number with a filler within it is not believed.
 * The same rules as the server's `understanding/mrz.py`; both run one file of test vectors.
 */
type Span = readonly [number, number]

interface Layout {
  form: 'TD1' | 'TD2' | 'TD3'
  lines: number
  width: number
  types: string
  names: Span
  number: Span
  birth: Span
  sex: number
  expires: Span
  nationality: Span
  optional: readonly Span[]
  checkedOptional: boolean
  /** What the last check digit is made of; it is the last sign of the second line. */
  whole: readonly Span[]
}

export type Fault = 'number' | 'birth' | 'expires' | 'optional' | 'whole'

/** What a zone says; a field whose check digit is wrong is empty and named in `faults`. */
export interface Mrz {
  form: Layout['form']
  type: string
  issuer: string
  number: string
  family_name: string
  given_names: string
  /** As printed, YYMMDD; unknown parts are `<`. */
  born: string
  sex: string
  nationality: string
  expires: string
  optional: string
  faults: Fault[]
  /** A check digit chose between two signs, or two numbers. */
  repaired: boolean
}

const layouts: readonly Layout[] = [
  {
    form: 'TD1', lines: 3, width: 30, types: 'AIC', names: [60, 90], number: [5, 14], birth: [30, 36], sex: 37, expires: [38, 44],
    nationality: [45, 48], optional: [[15, 30], [48, 59]], checkedOptional: false, whole: [[5, 30], [30, 37], [38, 45], [48, 59]],
  },
  {
    form: 'TD2', lines: 2, width: 36, types: 'AIC', names: [5, 36], number: [36, 45], birth: [49, 55], sex: 56, expires: [57, 63],
    nationality: [46, 49], optional: [[64, 71]], checkedOptional: false, whole: [[36, 46], [49, 56], [57, 71]],
  },
  {
    form: 'TD3', lines: 2, width: 44, types: 'P', names: [5, 44], number: [44, 53], birth: [57, 63], sex: 64, expires: [65, 71],
    nationality: [54, 57], optional: [[72, 86]], checkedOptional: true, whole: [[44, 54], [57, 64], [65, 87]],
  },
]
const toDigit: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', B: '8', Z: '2' }
const toLetter: Readonly<Record<string, string>> = { 0: 'O', 1: 'I', 5: 'S', 8: 'B', 2: 'Z' }
const otherwise: Readonly<Record<string, string>> = { ...toDigit, ...toLetter }
const countsNothing: Readonly<Record<string, string>> = { '<': '0', 0: '<' }
const digitSigns = '0123456789'
const belgianNumber = 12
const slack = 2

/** Weights 7, 3, 1; letters count from 10, a filler nothing. */
export function checkDigit(signs: string): string {
  const weights = [7, 3, 1] as const
  const total = Array.from(signs.replaceAll('<', '0')).reduce((sum, sign, i) => sum + parseInt(sign, 36) * (weights[i % 3] ?? 0), 0)
  return String(total % 10)
}

/** The zone in a text that was pasted, typed or read by a camera; null when there is none. */
export function findMrz(text: string): Mrz | null {
  const tokens = text.toUpperCase().replace(/[«‹〈《≪＜]/g, '<').split(/\s+/).filter(Boolean)
  for (const layout of layouts) {
    const zone = zoneIn(layout, tokens)
    if (zone) return read(layout, zone)
  }
  return null
}

function zoneIn(layout: Layout, tokens: string[]): string {
  const whole = tokens.join('')
  if (whole.length === layout.lines * layout.width && begins(layout, whole)) return whole
  for (let at = 0; at + layout.lines <= tokens.length; at += 1) {
    const lines = tokens.slice(at, at + layout.lines).map((token) => padded(token, layout.width))
    const zone = lines.join('')
    if (lines.every(Boolean) && begins(layout, zone)) return zone
  }
  return ''
}

function begins(layout: Layout, zone: string): boolean {
  const first = toLetter[zone[0] ?? ''] ?? zone[0]
  return first !== undefined && layout.types.includes(first) && zone.includes('<') && /^[A-Z0-9<]+$/.test(zone)
}

function padded(line: string, width: number): string {
  if (line.length === width) return line
  if (line.length < width) return line.length >= width - slack && line.endsWith('<') ? line.padEnd(width, '<') : ''
  return line.length <= width + slack && /^<+$/.test(line.slice(width)) ? line.slice(0, width) : ''
}

function read(layout: Layout, zone: string): Mrz {
  const placed = byPlace(layout, zone)
  const { text, faults } = byCheckDigits(layout, placed)
  const of = ([start, end]: Span): string => text.slice(start, end)
  const names = of(layout.names).replace(/<+$/, '')
  const [family = '', ...given] = names.split('<<')
  const sex = text[layout.sex] ?? ''
  return {
    form: layout.form,
    type: bare(text.slice(0, 2)),
    issuer: bare(text.slice(2, 5)),
    number: faults.includes('number') ? '' : bare(longNumber(layout, text)[0]),
    family_name: words(family),
    given_names: words(given.join('<<')),
    born: faults.includes('birth') ? '' : of(layout.birth),
    sex: sex === 'M' || sex === 'F' ? sex : '',
    nationality: bare(of(layout.nationality)),
    expires: faults.includes('expires') ? '' : of(layout.expires),
    optional: bare(of(layout.optional.at(-1) ?? [0, 0])),
    faults,
    repaired: text !== placed || twoNumbers(layout, text, faults),
  }
}

const bare = (field: string): string => field.replace(/<+$/, '')
const words = (names: string): string => names.replaceAll('<', ' ').trim().replace(/\s+/g, ' ')

/** Letters where only letters stand, digits where only digits stand. */
function byPlace(layout: Layout, zone: string): string {
  const signs = Array.from(zone)
  const placeAs = ([start, end]: Span, table: Readonly<Record<string, string>>): void => {
    for (let at = start; at < end; at += 1) signs[at] = table[signs[at] ?? ''] ?? signs[at] ?? ''
  }
  const one = (at: number): Span => [at, at + 1]
  for (const span of [[0, 5] as const, layout.names, layout.nationality]) placeAs(span, toLetter)
  const digits = [layout.birth, layout.expires, one(layout.birth[1]), one(layout.expires[1]), one(2 * layout.width - 1)]
  if (signs[layout.number[1]] !== '<') digits.push(one(layout.number[1]))
  const free = layout.optional.at(-1) ?? one(0)
  if (layout.checkedOptional) digits.push(one(free[1]))
  if (isBelgian(layout, signs.join(''))) digits.push(free)
  for (const span of digits) placeAs(span, toDigit)
  return signs.join('')
}

/** The number and the free fields: the one repair that makes everything right, if there is one. */
function byCheckDigits(layout: Layout, text: string): { text: string; faults: Fault[] } {
  const faults = faultsOf(layout, text)
  if (!faults.length || faults.includes('birth') || faults.includes('expires')) return { text, faults }
  const onlyNumber = faults.includes('number') && !isLong(layout, text)
  const places = new Set<number>()
  for (const [start, end] of onlyNumber ? [layout.number] : [layout.number, ...layout.optional]) {
    for (let at = start; at < end; at += 1) places.add(at)
  }
  const repairs = Array.from(places).flatMap((at) => {
    const swapped = Array.from(others(layout, text, at), (other) => put(text, at, other))
    return swapped.filter((one) => !faultsOf(layout, one).length)
  })
  const [only] = repairs
  return only && repairs.length === 1 ? { text: only, faults: [] } : { text, faults }
}

const put = (text: string, at: number, sign: string): string => text.slice(0, at) + sign + text.slice(at + 1)
const isDigit = (sign: string | undefined): boolean => sign !== undefined && /^[0-9]$/.test(sign)

/** What may stand there instead: any digit in a Belgian number, else what is confused with it. */
function others(layout: Layout, text: string, at: number): string {
  if (isBelgian(layout, text) && !isDigit(text[at])) {
    if (at === 5 && /^[0-9]{4}$/.test(text.slice(15, 19))) return digitSigns
    if (isDigit(text[5]) && ((at > 5 && at < 14) || (at >= 15 && at < 19))) return digitSigns
  }
  return otherwise[text[at] ?? ''] ?? ''
}

/** Whether a 0 taken for a filler behind the nine signs, or the other way round, makes a second right number. */
function twoNumbers(layout: Layout, text: string, faults: Fault[]): boolean {
  if (layout.form !== 'TD1' || faults.includes('number')) return false
  const [number] = longNumber(layout, text)
  for (let at = 14; at < 30; at += 1) {
    const other = countsNothing[text[at] ?? '']
    const one = other ? put(text, at, other) : text
    if (longNumber(layout, one)[0] !== number && faultsOf(layout, one).join() === faults.join()) return true
  }
  return false
}

function faultsOf(layout: Layout, text: string): Fault[] {
  const of = ([start, end]: Span): string => text.slice(start, end)
  const behind = (span: Span): string => text[span[1]] ?? ''
  const checked: [Fault, string, string][] = [
    ['number', ...longNumber(layout, text)],
    ['birth', of(layout.birth), behind(layout.birth)],
    ['expires', of(layout.expires), behind(layout.expires)],
  ]
  const free = layout.optional[0]
  if (layout.checkedOptional && free) {
    const empty = !bare(of(free)) && behind(free) === '<'
    checked.push(['optional', empty ? '' : of(free), empty ? '0' : behind(free)])
  }
  checked.push(['whole', layout.whole.map(of).join(''), text[2 * layout.width - 1] ?? ''])
  const believed = mayBe(layout, text, longNumber(layout, text)[0])
  return checked.filter(([name, signs, digit]) => checkDigit(signs) !== digit || (name === 'number' && !believed)).map(([name]) => name)
}

/** No filler within a number, and a Belgian one that begins with a digit has all its digits. */
function mayBe(layout: Layout, text: string, signs: string): boolean {
  const number = isLong(layout, text) ? signs : bare(signs)
  if (isBelgian(layout, text) && number && (isDigit(number[0]) || number.length === belgianNumber)) return /^[0-9]{12}$/.test(number)
  return !number.includes('<')
}

function isBelgian(layout: Layout, text: string): boolean {
  const issuer = Array.from(text.slice(2, 5), (sign) => toLetter[sign] ?? sign)
  return layout.form === 'TD1' && issuer.join('') === 'BEL'
}

/** More than nine signs: a filler stands for the check digit, the rest and the digit follow. */
function isLong(layout: Layout, text: string): boolean {
  return layout.form === 'TD1' && text[14] === '<' && text[15] !== '<'
}

/** The document number and its check digit. */
function longNumber(layout: Layout, text: string): [string, string] {
  const [start, end] = layout.number
  if (!isLong(layout, text)) return [text.slice(start, end), text[end] ?? '']
  const rest = text.slice(15, 30).split('<')[0] ?? ''
  return [text.slice(start, end) + rest.slice(0, -1), rest.slice(-1)]
}
