import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findMrz, type Mrz } from '../src/modules/search/mrz'

interface Vector {
  name: string
  text: string
  read: Mrz | null
}

const vectors = JSON.parse(readFileSync(new URL('../../tests/search/understanding/mrz.json', import.meta.url), 'utf8')) as Vector[]

describe('a machine readable zone, by the vectors that the server runs too', () => {
  it.each(vectors)('$name', ({ text, read }) => {
    expect(findMrz(text)).toEqual(read)
  })
})
