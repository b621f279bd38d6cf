import { untrack } from 'svelte'
import { leaseHolds } from '../../store/lease'
import { connection } from '../../sync/connection.svelte'
import { outbox } from '../../sync/outbox/outbox.svelte'
import { live } from '../../sync/records/live.svelte'
import { session } from '../../sync/session.svelte'
import { waking } from '../../sync/waking.svelte'

/** Listens and delivers for as long as the page stands: what waits needs no session, what comes needs an open one. */
export function start(): void {
  void outbox.start().catch(() => undefined)
  session.onEmpty(() => live.stop())
  $effect.root(() => {
    const organisation = $derived(session.status === 'open' ? session.me?.organisation.id : undefined)
    $effect(() => { if (organisation) untrack(opened) })
    $effect(() => { if (connection.online) untrack(back) })
  })
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') wake() })
  addEventListener('pageshow', wake)
  setInterval(() => void tidy().catch(() => undefined), 60_000)
}

/** Time passes also without network: what may not be kept any longer goes. */
async function tidy(): Promise<void> {
  if (session.status === 'out') return
  if (!(await leaseHolds())) return session.end()
  if (session.status === 'open') await live.tidy()
}

function opened(): void {
  live.start()
  void outbox.resume().catch(() => undefined)
  void waking.check().catch(() => undefined)
}

function back(): void {
  live.wake()
  outbox.back()
}

function wake(): void {
  live.wake()
  void outbox.wake()
}
