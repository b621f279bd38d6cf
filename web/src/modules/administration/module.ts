import type { AppModule, Load } from '../../kit/module'

const screen: Load = () => import('./later/AdministrationScreen.svelte')
/** Whoever keeps any of it sees the row; each part asks for its own. */
const needs = ['organisations.people', 'identity.enrol', 'organisations.switch', 'purposes.manage']
const route = { screen, title: 'admin-title', needs, under: 'menu', seldom: true } as const

export default {
  name: 'administration',
  routes: [
    { ...route, pattern: '/administration', parent: '/menu' },
    { ...route, pattern: '/administration/people', parent: '/menu', props: { part: 'people' } },
    { ...route, pattern: '/administration/people/:person', parent: '/administration/people', props: { part: 'people' } },
    { ...route, pattern: '/administration/modules', parent: '/menu', props: { part: 'modules' } },
    { ...route, pattern: '/administration/purposes', parent: '/menu', props: { part: 'purposes' } },
  ],
  menu: { rows: [{ order: 90, path: '/administration', icon: 'key', title: 'admin-title', hint: 'admin-hint', needs }] },
} satisfies AppModule
