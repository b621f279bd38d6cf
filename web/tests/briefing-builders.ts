import type { Content, Item, Receipt } from '../src/modules/briefing/wire'

export const now = new Date('2026-11-24T12:00:00Z')

export function hours(n: number): string {
  return new Date(now.getTime() + n * 3600_000).toISOString()
}

let made = 0

/** An item in force, published an hour ago; `content` and the rest as the test needs them. */
export function item(content: Partial<Content> = {}, more: Partial<Omit<Item, 'content'>> = {}): Item {
  made += 1
  const id = `item-${String(made).padStart(5, '0')}`
  return {
    id, number: `B-${made}`, version: 1, asks: 1, published_at: hours(-1), author: 'A. Verzinsel', ...more,
    content: { kind: 'attention', title: id, valid_from: hours(-1), valid_to: hours(10), ...content },
  }
}

export function receipt(of: Item, version: number, at = hours(-0.5)): Receipt {
  return { id: `receipt-${of.id}`, item: of.id, version, at }
}
