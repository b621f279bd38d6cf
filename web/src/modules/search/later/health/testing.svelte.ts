import { newId } from '../../../../base/ids'
import { codeKey, numberFormat, t, textOf } from '../../../../base/i18n.svelte'
import { post } from '../../../../sync/transport'
import { type Purpose, tasks } from '../../../purposes/public'
import type { FieldMapped, SourceTested, Wording } from '../../wire'
import { factLabel, pivotText, sourceReason } from '../../words'
import { lasted } from './health'

/** Letters or digits that a reason has at least, as on the server. */
const leastReason = 3

/** One question to one source. It may be about somebody real, so it has a purpose and a reason, whatever the purpose asks. */
export class SourceTesting {
  question = $state('')
  purpose = $state.raw<Purpose | null>(null)
  reference = $state('')
  reason = $state('')
  busy = $state(false)
  result = $state.raw<SourceTested | null>(null)
  failure = $state.raw<unknown>(null)
  readonly complete = $derived(
    this.question.trim() !== '' && this.purpose !== null && (this.reason.match(/[\p{L}\p{N}]/gu) ?? []).length >= leastReason
      && (this.purpose.reference !== 'required' || this.reference.trim() !== ''),
  )
  private readonly source: string
  /** Counts what was cleared: an answer that comes after that is nobody's. */
  private turn = 0

  constructor(source: string) {
    this.source = source
  }

  /** Ask once; a second press while it is being asked does nothing. */
  async run(): Promise<void> {
    if (this.busy || !this.complete || !this.purpose) return
    const turn = this.turn
    this.busy = true
    this.failure = this.result = null
    const reference = this.reference.trim()
    try {
      const told = await post<SourceTested>('/api/search/test-source', {
        id: newId(), source: this.source, question: this.question.trim(), purpose: this.purpose.code, reason: this.reason.trim(),
        ...(reference && this.purpose.reference !== 'none' ? { reference } : {}),
      })
      if (turn === this.turn) this.result = told
    } catch (error) {
      if (turn === this.turn) this.failure = error
    } finally {
      this.busy = false
    }
  }

  /** Nothing of it outlives a lock. */
  clear(): void {
    this.turn += 1
    this.question = this.reference = this.reason = ''
    this.purpose = this.result = this.failure = null
  }
}

/** The purposes that this officer may choose. */
export async function purposesToChoose(): Promise<void> {
  if (!tasks.purposes.length) await tasks.loadPurposes()
}

/** "Antwoordde", "Antwoordde: niets bekend", or why not. */
export function outcomeText({ state, reason }: SourceTested): string {
  return reason ? sourceReason(reason) : t(`health-test-${state}`)
}

export const tookText = ({ ms, deadline_ms }: SourceTested): string => t('health-test-took', { time: lasted(ms), most: lasted(deadline_ms) })

/** "Rijksregisternummer" and in how many records it stands; `words`: the source's own. */
export function fieldText({ part, field, records }: FieldMapped, words: Wording): [string, string] {
  return [label(part, field, words), t('health-test-in', { n: records, shown: numberFormat().format(records) })]
}

function label(part: FieldMapped['part'], field: string, words: Wording): string {
  if (part === 'relation') return pivotText(field)
  return (part === 'record' ? textOf(`health-test-field-${codeKey(field)}`) : words.facts?.[field]) ?? factLabel(field)
}
