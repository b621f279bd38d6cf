/** What a file says before it is sent, and what the server says against it. */
import { textOf } from '../../../../base/i18n.svelte'
import type { FieldProblem } from '../../../../base/errors'

export interface Read {
  /** After the file, as long as the server takes it. */
  name: string
  geojson: object
  features: number
}

const longest = 80

/** Null: no GeoJSON collection. Whether each of its places can be drawn the server says. */
export function readLayer(file: string, text: string): Read | null {
  const found = parsed(text)
  if (!found || !('features' in found) || !Array.isArray(found.features)) return null
  return { name: file.replace(/\.(geo)?json$/i, '').replaceAll('_', ' ').slice(0, longest), geojson: found, features: found.features.length }
}

function parsed(text: string): object | null {
  try {
    const found = JSON.parse(text) as unknown
    return typeof found === 'object' ? found : null
  } catch {
    return null
  }
}

/** Which of the collection, counted from 1; null: all of it. */
export function numberOf({ path }: FieldProblem): number | null {
  const found = /^features\.(\d+)/.exec(path)
  return found ? Number(found[1]) + 1 : null
}

/** Of a reason that this app does not know, its name. */
export function reasonText({ code }: FieldProblem): string {
  return textOf(`own-fault-${code}`) ?? code
}
