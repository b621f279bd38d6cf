/** Who works here, put together from whom the organisation employs and who holds a post. */
import type { Person, Post } from '../wire'

export interface Somebody {
  id: string
  name: string
  /** Empty for whom another organisation employs, and for whoever may not see numbers. */
  number: string
  rank: string
  /** Employed here: only then are codes and devices ours. */
  own: boolean
  posts: Post[]
}

/** In the order of their names; `organisation` is ours. */
export function peopleOf(people: readonly Person[], posts: readonly Post[], organisation: string): Somebody[] {
  const known = new Map<string, Somebody & { order: string }>()
  for (const one of people) {
    known.set(one.id, {
      id: one.id, name: `${one.given_names} ${one.family_name}`, number: one.personnel_number, rank: one.rank ?? '', own: true, posts: [],
      order: `${one.family_name} ${one.given_names}`,
    })
  }
  for (const post of posts) {
    const { id, name, rank, organisation_id: home } = post.holder
    const order = name.split(' ').slice(1).join(' ')
    const his = known.get(id) ?? { id, name, number: '', rank: rank ?? '', own: home === organisation, posts: [], order }
    his.posts.push(post)
    known.set(id, his)
  }
  return [...known.values()].sort((a, b) => a.order.localeCompare(b.order)).map(({ order: _, ...somebody }) => somebody)
}

/** Those of whom each asked word stands in the name, the number or a function's title. */
export function found(people: readonly Somebody[], asked: string, titleOf: (code: string) => string): Somebody[] {
  const words = plain(asked).split(/\s+/).filter(Boolean)
  return people.filter((one) => {
    const said = plain([one.name, one.number, ...one.posts.map((post) => titleOf(post.function))].join(' '))
    return words.every((word) => said.includes(word))
  })
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
