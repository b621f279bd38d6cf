import { t } from '../../../base/i18n.svelte'
import { tasks } from '../../purposes/public'
import { lookups } from '../../search/public'
import type { Hit } from '../wire'

/** The purpose that an organisation begins with for what is on a list. */
const purpose = 'wanted_search'

/** Asks Search for the plate under the purpose of the hit; what the officer works on stays what it was. */
export function lookUp({ plate, list_name }: Hit): void {
  const known = tasks.purposes.find(({ code }) => code === purpose)
  const before = tasks.chosen
  if (known) tasks.chosen = { purpose: known, reason: t('cam-ask-reason', { list: list_name }) }
  lookups.ask({ question: plate, reading: 'plate' })
  tasks.chosen = before
}
