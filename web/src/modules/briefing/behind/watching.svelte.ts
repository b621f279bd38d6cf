import { t } from '../../../base/i18n.svelte'
import { connection } from '../../../sync/connection.svelte'
import { said } from '../said.svelte'
import { board } from './board.svelte'
import { due } from './lines'
import { looking } from './looking.svelte'
import { told } from './told.svelte'

let watching = false

/** Says to the frame what is due and what is held, for as long as the page stands; nothing while nothing may be shown. */
export function watch(): void {
  if (watching) return
  watching = true
  $effect.root(() => {
    $effect(() => told.forgetRefused())
    $effect(() => { if (!connection.online) looking.prepare() })
    $effect(() => {
      const lines = due(board.lines)
      const urgent = lines.some(({ item }) => item.content.priority === 'urgent')
      said.held = board.lines.length > 0
      said.badge = lines.length ? { count: lines.length, label: t('brief-badge', { n: lines.length }), urgent } : null
    })
  })
}
