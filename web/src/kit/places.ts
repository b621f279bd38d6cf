import type { Tab } from './module'

/** A place of the product. A module fills it by a tab of that name; until then it says that it is not on. */
export type Place = Tab

const place = (order: number, name: string, path = `/${name}`): Place => ({ name, order, path, label: `tab-${name}`, icon: name })

export const places: readonly Place[] = [
  place(10, 'today', '/'), place(20, 'map'), place(30, 'search'), place(40, 'chat'), place(50, 'menu'),
]

/** What is to come beside the places, by the name of the module that will bring it. */
export const announced: readonly { name: string; icon: string }[] = [
  { name: 'briefing', icon: 'book' }, { name: 'checks', icon: 'house' },
]
