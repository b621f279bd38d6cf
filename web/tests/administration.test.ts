import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { Problem, Unreachable } from '../src/base/errors'
import { partsFor } from '../src/modules/administration/later/parts'
import { minutesLeft, timeLeft } from '../src/modules/administration/later/people/left'
import { found, peopleOf } from '../src/modules/administration/later/people/people'
import { drawQr, enrolAddress } from '../src/modules/administration/later/people/qr'
import type { Person, Post } from '../src/modules/administration/later/wire'
import { atFields, elsewhere } from '../src/modules/administration/later/refused'

const here = 'organisation-here'

function person(id: string, given: string, family: string, number: string): Person {
  return {
    id, personnel_number: number, family_name: family, given_names: given, title: null, rank: null, language: 'nl', languages: [],
    email: null, phone: null, valid_from: '2026-01-01', valid_to: null,
  }
}

function post(id: string, holder: string, name: string, what: string, home = here): Post {
  return {
    id, function: what, units: [], wards: [], added: [], withdrawn: [], starts_at: '2026-01-01T00:00:00Z', ends_at: null,
    holder: { id: holder, organisation_id: home, name, initials: '', title: null, rank: null, language: 'nl', languages: [], email: null, phone: null },
  }
}

const titles: Record<string, string> = { officer: 'Politieambtenaar', dpo: 'Functionaris' }
const titleOf = (code: string): string => titles[code] ?? code

describe('people of administration', () => {
  const people = peopleOf(
    [person('2', 'René', 'Öst', '77'), person('1', 'Lies', 'Claes', '4712')],
    [post('a', '1', 'Lies Claes', 'officer'), post('b', '1', 'Lies Claes', 'dpo'), post('c', '3', 'Karim Aziz', 'officer', 'elsewhere')],
    here,
  )

  it('puts everybody in once, with all functions, by family name; whom another employs is not ours', () => {
    expect(people.map((one) => [one.id, one.posts.map(({ id }) => id), one.own])).toEqual([['3', ['c'], false], ['1', ['a', 'b'], true], ['2', [], true]])
  })

  it('finds by each word, in name, number or function, whatever the accents', () => {
    const ids = (asked: string) => found(people, asked, titleOf).map(({ id }) => id)
    expect(ids('')).toHaveLength(3)
    expect(ids('rene ost')).toEqual(['2'])
    expect(ids('4712')).toEqual(['1'])
    expect(ids('POLITIE claes')).toEqual(['1'])
    expect(ids('claes aziz')).toEqual([])
  })
})

describe('a code', () => {
  const end = '2026-11-30T12:10:00Z'

  it('counts down to nothing', () => {
    expect(timeLeft(end, new Date('2026-11-30T12:00:55Z'))).toBe('9:05')
    expect(timeLeft(end, new Date('2026-11-30T12:09:59.500Z'))).toBe('0:01')
    expect(timeLeft(end, new Date(end))).toBe('')
    expect(minutesLeft(end, new Date('2026-11-30T11:59:50Z'))).toBe(10)
    expect(minutesLeft(end, new Date('2026-11-30T12:09:50Z'))).toBe(1)
    expect(minutesLeft(end, new Date(end))).toBe(0)
  })

  it('is read by a reader that is not ours, with its address', async () => {
    const address = enrolAddress('https://focus.voorbeeld.example', 'K7QX-4829-1WTM')
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm')).buffer } })
    const [read] = await readBarcodes(picture(drawQr(address), 4), { formats: ['QRCode'] })
    expect(read?.text).toBe('https://focus.voorbeeld.example/enrol#K7QX-4829-1WTM')
  })
})

/** What the path draws, each cell so many pixels wide. */
function picture({ size, path }: ReturnType<typeof drawQr>, scale: number): ImageData {
  const side = size * scale
  const data = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dy = 0; dy < scale; dy += 1) {
      for (let dx = 0; dx < scale; dx += 1) data.fill(0, ((Number(y) * scale + dy) * side + Number(x) * scale + dx) * 4, ((Number(y) * scale + dy) * side + Number(x) * scale + dx) * 4 + 3)
    }
  }
  return { data, width: side, height: side, colorSpace: 'srgb' } as ImageData
}

describe('a refusal', () => {
  const invalid = new Problem({ code: 'organisations.person_invalid', title: 'Wrong', fields: [{ path: 'email', code: 'organisations.email_invalid', message: 'No address' }] }, 422)
  const taken = new Problem({ code: 'organisations.number_taken', title: 'Taken' }, 409)

  it('stands at the field that it is about', () => {
    expect(atFields(invalid)).toEqual({ email: 'No address' })
    expect(atFields(taken)).toEqual({ personnel_number: 'Taken' })
    expect(elsewhere(taken, ['personnel_number'])).toBe(false)
  })

  it('stands above where the form has no such field', () => {
    expect(elsewhere(taken, ['function'])).toBe(true)
    expect(elsewhere(new Unreachable(), ['function'])).toBe(true)
    expect(elsewhere(null, ['function'])).toBe(false)
  })
})

it('shows each part to whoever may', () => {
  expect(partsFor((one) => one === 'identity.enrol')).toEqual(['people'])
  expect(partsFor((one) => one.startsWith('organisations.') || one === 'purposes.manage')).toEqual(['people', 'modules', 'purposes'])
  expect(partsFor(() => false)).toEqual([])
})
