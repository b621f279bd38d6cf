import { language } from '../../../base/i18n.svelte'
import { newId } from '../../../base/ids'
import { Resource } from '../../../kit/resource.svelte'
import { may, session } from '../../../sync/session.svelte'
import { get, post } from '../../../sync/transport'
import { peopleOf } from './people/people'
import { paths, type CodeIssued, type Device, type FunctionKept, type Language, type ModuleState, type OpenCode, type Person, type Post, type Purpose, type Unit } from './wire'

export interface NewPerson {
  personnel_number: string
  given_names: string
  family_name: string
  language: Language
  rank: string | null
  email: string | null
  phone: string | null
}

export interface NewPost {
  person: string
  function: string
  units: string[]
}

/** The organisation as its administrators keep it. What changes something rejects as the transport does. */
class House {
  people = new Resource(async () => {
    const [people, posts] = await Promise.all([
      may('organisations.people') ? get<Person[]>(paths.organisations('people')) : [],
      get<Post[]>(paths.organisations('posts')),
    ])
    return peopleOf(people, posts, session.me?.organisation.id ?? '')
  })
  functions = new Resource(() => get<FunctionKept[]>(paths.organisations('functions')))
  units = new Resource(() => get<Unit[]>(paths.organisations('units')))
  modules = new Resource(() => get<ModuleState[]>(paths.organisations('modules')))
  codes = new Resource(() => get<OpenCode[]>(paths.identity('open-codes')))
  purposes = new Resource(() => get<Purpose[]>(paths.purposes('all-purposes')))

  constructor() {
    session.onEmpty(() => {
      for (const one of [this.people, this.functions, this.units, this.modules, this.codes, this.purposes]) one.clear()
    })
  }

  /** A function's title in the officer's language; its code while that is not known. */
  titleOf = (code: string): string => {
    const one = this.functions.value?.find((known) => known.code === code)
    return one ? inLanguage(one.names) : code
  }

  unitOf = (id: string): string => this.units.value?.find((one) => one.id === id)?.code ?? ''

  async addPerson(person: NewPerson): Promise<string> {
    const added = await this.does<{ person: string }>(paths.organisations('add-person'), { ...person })
    await this.people.refresh()
    return added.person
  }

  async givePost(given: NewPost): Promise<void> {
    await this.does(paths.organisations('create-post'), { ...given })
    await this.people.refresh()
  }

  async endPost(one: string): Promise<void> {
    await this.does(paths.organisations('end-post'), { post: one })
    await this.people.refresh()
  }

  async issueCode(person: string): Promise<CodeIssued> {
    const issued = await post<CodeIssued>(paths.identity('issue-code'), { person })
    await this.codes.refresh()
    return issued
  }

  async agree(code: string): Promise<void> {
    await this.does(paths.identity('second-code'), { code })
    await this.codes.refresh()
  }

  devicesOf(person: string): Promise<Device[]> {
    return post<Device[]>(paths.identity('devices-of'), { person })
  }

  revoke(device: string): Promise<unknown> {
    return this.does(paths.identity('revoke-device'), { device })
  }

  async switchOn(name: string, pilot: string[]): Promise<void> {
    await this.does(paths.organisations('switch-module-on'), { name, pilot_units: pilot })
    await Promise.all([this.modules.refresh(), session.refresh()])
  }

  async switchOff(name: string): Promise<void> {
    await this.does(paths.organisations('switch-module-off'), { name })
    await Promise.all([this.modules.refresh(), session.refresh()])
  }

  async keepPurpose(purpose: Omit<Purpose, 'reviewed'>, added: boolean): Promise<void> {
    const { active, ...asked } = purpose
    await this.does(paths.purposes(added ? 'add-purpose' : 'edit-purpose'), added ? asked : { ...asked, active })
    await this.purposes.refresh()
  }

  private does<T>(path: string, body: Record<string, unknown>): Promise<T> {
    return post<T>(path, body, { command: newId() })
  }
}

export const house = new House()

/** In the officer's language, else in the first that is there. */
export function inLanguage(names: Record<string, string>): string {
  return names[language()] ?? Object.values(names)[0] ?? ''
}
