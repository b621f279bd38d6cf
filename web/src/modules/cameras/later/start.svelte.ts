import { untrack } from 'svelte'
import { wall } from '../../../base/clock.svelte'
import { t } from '../../../base/i18n.svelte'
import { outbox } from '../../../sync/outbox/outbox.svelte'
import { said } from '../said.svelte'
import { hits } from './hits.svelte'
import TodayCard from './TodayCard.svelte'

let started = false

/** For as long as the page stands; nothing while nothing may be shown. */
export function start(): void {
  if (started) return
  started = true
  said.today = TodayCard
  $effect.root(() => {
    $effect(() => {
      void [outbox.items, hits.all, wall.minute]
      untrack(() => hits.settle())
    })
    $effect(() => {
      const n = hits.fresh.length
      said.badge = n ? { count: n, label: t('cam-badge', { n }), urgent: true } : null
    })
  })
}
