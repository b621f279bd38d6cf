import { onMedia } from './dom'

/** How many panes fit beside each other: a phone shows one, a desk with a mouse three. */
class Layout {
  panes = $state<1 | 2 | 3>(1)

  start(): () => void {
    let wide = false
    let desk = false
    const settle = (): void => {
      this.panes = desk ? 3 : wide ? 2 : 1
    }
    const stops = [
      onMedia('(min-width: 600px)', (matches) => { wide = matches; settle() }),
      onMedia('(min-width: 1000px)', (matches) => { desk = matches; settle() }),
    ]
    return () => stops.forEach((stop) => stop())
  }
}

export const layout = new Layout()
