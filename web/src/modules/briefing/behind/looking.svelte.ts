/** Questions without network, put to what this phone holds of the briefing. */
import { newId } from '../../../base/ids'
import { vibrate } from '../../../base/vibrate'
import { outbox } from '../../../sync/outbox/outbox.svelte'
import { live } from '../../../sync/records/live.svelte'
import { records } from '../../../sync/records/records.svelte'
import { may, session } from '../../../sync/session.svelte'
import { serverNow } from '../../../sync/transport'
import type { Question } from '../../search/public'
import type { Item } from '../wire'
import { looksLike, WatchList, type Hit } from './watchlist'

export const lookedKey = 'brief-kept-looked'
/** The server's own limit. */
const longest = 200

export interface Answer {
  question: string
  hits: readonly Hit[]
  /** When everything was last here; null: never. */
  asOf: Date | null
  /** Its entry for the log is kept on the device. */
  logged: boolean
}

class Looking {
  answer = $state.raw<Answer | null>(null)
  private readonly items = records.of<Item>('briefing.item')
  private readonly list = $derived(new WatchList(this.items.rows.map(({ body }) => body)))

  constructor() {
    session.onEmpty(() => { this.answer = null })
  }

  /** How many items may answer. */
  get size(): number {
    return this.items.rows.filter(({ body }) => body.content.subjects?.length).length
  }

  /** The list is made when the network goes, not when somebody asks. */
  prepare(): void {
    void this.list
  }

  /** Shown once its entry for the log is durable; where the device cannot keep one, nothing is shown but that. */
  async ask(asked: Question): Promise<void> {
    if (!may('briefing.read')) return
    const hits = this.list.ask(asked.question, serverNow())
    const logged = await loggedLater(asked, hits).then(() => true, () => false)
    if (session.status !== 'open') return
    this.answer = { question: asked.question, hits: logged ? hits : [], asOf: live.lastWhole, logged }
    if (logged && hits[0]) vibrate(hits[0].level)
  }
}

/** The log gets its entry when the network is back. Rejects as `outbox.keep` does. */
async function loggedLater(asked: Question, hits: readonly Hit[]): Promise<void> {
  const question = asked.question.slice(0, longest)
  const body = {
    id: newId(), question, kind: hits[0]?.by ?? looksLike(question), items: hits.map(({ item }) => item.id),
    at: serverNow().toISOString(), purpose: asked.purpose ?? null,
  }
  await outbox.keep({ action: 'briefing.look_offline', body }, { module: 'briefing', title: { key: lookedKey, args: { question } } })
}

export const looking = new Looking()
