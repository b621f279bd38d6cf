import { untrack } from 'svelte'
import { wall } from '../../../base/clock.svelte'
import { t } from '../../../base/i18n.svelte'
import { connection } from '../../../sync/connection.svelte'
import { outbox } from '../../../sync/outbox/outbox.svelte'
import { said } from '../said.svelte'
import { newToMe } from './groups'
import { incidents } from './incidents.svelte'
import { working } from './working.svelte'

let watching = false

/** For as long as the page stands; nothing while nothing may be shown. */
export function watch(): void {
  if (watching) return
  watching = true
  $effect.root(() => {
    $effect(() => {
      void [outbox.items, incidents.all, wall.minute]
      untrack(() => incidents.settle())
    })
    $effect(() => {
      const n = newToMe(incidents.all).length
      said.badge = n ? { count: n, label: t('inc-badge', { n }), urgent: true } : null
    })
    $effect(() => { said.number = incidents.mine?.incident.number ?? '' })
    $effect(() => { if (connection.online && incidents.crew) void import('../later/where/start').then(({ start }) => start()).catch(() => undefined) })
    $effect(() => { if (connection.online) untrack(() => void working.begin()) })
  })
}
