import 'virtual:focus-texts/later/me/leaving'
import { modules } from '../../../kit/modules'
import { outbox } from '../../../sync/outbox/outbox.svelte'
import { lostAtSignOut } from '../slots'

export { default as SignOut } from './SignOut.svelte'

/** Whether there is anything to say before signing out. */
export function mustTell(): boolean {
  return outbox.items.length > 0 || modules.added(lostAtSignOut).some((said) => said() !== null)
}
