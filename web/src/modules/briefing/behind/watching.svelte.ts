import { t } from '../../../base/i18n.svelte'
import { said } from '../said.svelte'
import { board } from './board.svelte'
import { due } from './lines'

let watching = false

/** Says to the tabs how many are due, for as long as the page stands; nothing while nothing may be shown. */
export function watch(): void {
  if (watching) return
  watching = true
  $effect.root(() => {
    $effect(() => {
      const lines = due(board.lines)
      const urgent = lines.some(({ item }) => item.content.priority === 'urgent')
      said.held = board.lines.length > 0
      said.badge = lines.length ? { count: lines.length, label: t('brief-badge', { n: lines.length }), urgent } : null
    })
  })
}
