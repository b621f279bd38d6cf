import { functionTitle, language } from '../../../base/i18n.svelte'
import type { Directory, Named } from './audience'
import * as house from './house'
import type { Organisation, Post } from './wire'

/** Who can be meant, and to whom can be passed on; asked once for each opening of the desk. */
class Names {
  directory = $state.raw<Directory | null>(null)
  organisations = $state.raw<Organisation[]>([])
  error = $state.raw<unknown>(null)

  load = async (): Promise<void> => {
    this.error = null
    try {
      const [units, functions, wards, posts] = await Promise.all([house.units(), house.functions(), house.wards(), house.posts()])
      this.directory = {
        units: byName(units.map((one) => ({ id: one.id, name: inLanguage(one.names), hint: one.code }))),
        functions: byName(functions.filter((one) => one.active).map((one) => ({ id: one.code, name: inLanguage(one.names) || functionTitle(one.code), hint: '' }))),
        wards: byName(wards.map((one) => ({ id: one.id, name: inLanguage(one.names), hint: one.code }))),
        persons: byName(people(posts)),
        areas: wards,
      }
    } catch (error) {
      this.error = error
    }
  }

  loadOrganisations = async (): Promise<void> => {
    this.organisations = await house.zones()
  }

  forget(): void {
    this.directory = null
    this.organisations = []
  }
}

/** A name as the officer's language has it, else as any has it. */
export function inLanguage(names: Record<string, string>): string {
  return names[language()] ?? Object.values(names)[0] ?? ''
}

/** Each holder once, with all functions that he has. */
function people(posts: readonly Post[]): Named[] {
  const found = new Map<string, Named>()
  for (const { holder, function: held } of posts) {
    const before = found.get(holder.id)
    const hint = [before?.hint, functionTitle(held)].filter(Boolean).join(', ')
    found.set(holder.id, { id: holder.id, name: holder.name, hint })
  }
  return [...found.values()]
}

function byName(rows: Named[]): Named[] {
  return rows.sort((a, b) => a.name.localeCompare(b.name))
}

export const names = new Names()
