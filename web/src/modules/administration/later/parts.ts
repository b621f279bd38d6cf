/** The parts of administration and who sees which. */
export const parts = ['people', 'modules', 'purposes'] as const
export type Part = (typeof parts)[number]

const needs: Record<Part, readonly string[]> = {
  people: ['organisations.people', 'identity.enrol'],
  modules: ['organisations.switch'],
  purposes: ['purposes.manage'],
}

export function partsFor(may: (permission: string) => boolean): Part[] {
  return parts.filter((part) => needs[part].some(may))
}
