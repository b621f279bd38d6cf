/** The map's colours as this screen shows them now: each a `light-dark()` pair of tokens.css, read as one colour. */
const names = {
  land: '--map-land', block: '--map-block', yard: '--map-yard', green: '--map-green', water: '--map-water',
  road: '--map-road', edge: '--map-road-edge', major: '--map-major', rail: '--map-rail', text: '--map-text', halo: '--map-halo',
  ink: '--ink', inverse: '--ink-inverse', surface: '--surface', sunk: '--surface-sunk', accent: '--accent', accentSoft: '--accent-soft', onAccent: '--on-accent', red: '--red', redEdge: '--red-edge',
} as const

export type Colours = Record<keyof typeof names, string>

export function coloursNow(): Colours {
  const probe = document.createElement('i')
  document.body.append(probe)
  const read = (name: string): string => {
    probe.style.color = `var(${name})`
    return getComputedStyle(probe).color
  }
  const colours = Object.fromEntries(Object.entries(names).map(([key, name]) => [key, read(name)])) as Colours
  probe.remove()
  return colours
}
