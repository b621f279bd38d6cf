/** How two versions of an item read side by side, away from the desk too. */
import { t } from '../../../base/i18n.svelte'
import { decides, type Pair } from '../../../kit/deciding'
import type { Command } from '../../../sync/outbox/wire'
import { fields, same, whole, type Field } from '../content'
import type { Content, Draft } from '../later/wire'
import type { Item } from '../wire'
import { kindWord, moment, subjectName } from './words'

decides('briefing.item', { pairs, over, edit: ({ body }) => `/briefing/desk/item/${String(body['item'])}/revise` })

/** `theirs`: the item, or only what it says. */
function pairs(body: Command['body'], theirs: unknown): Pair[] {
  const [mine, other] = [whole(body['content'] as Draft), whole(contentOf(theirs as Draft | Item))]
  return fields.map((field) => ({ name: t(`brief-field-${field}`), mine: said(field, mine), theirs: said(field, other), differs: !same(mine[field], other[field]) }))
}

function contentOf(theirs: Draft | Item): Draft {
  return 'content' in theirs ? (theirs.content as Draft) : theirs
}

/** What a colleague made of it was perhaps more than a correction: everybody reads mine anew. */
function over(command: Command, version: number): Command {
  return { ...command, body: { ...command.body, version, minor: false } }
}

function said(field: Field, content: Content): string {
  switch (field) {
    case 'kind': return kindWord(content.kind)
    case 'priority': return t(`brief-priority-${content.priority}`)
    case 'handling': return t(`brief-handling-${content.handling}`)
    case 'must_read': return t(content.must_read ? 'brief-yes' : 'brief-no')
    case 'audience': return audience(content.audience)
    case 'area': return content.area ? t('brief-area-drawn') : ''
    case 'contact': return Object.values(content.contact).filter(Boolean).join(' · ')
    case 'subjects': return content.subjects.map(subjectName).join('\n')
    case 'valid_from': case 'valid_to': case 'verified_at': { const at = content[field]; return at ? moment(at) : '' }
    default: return content[field]
  }
}

/** Names of services and wards are not on this device: how many there are. */
function audience({ whole: everybody, units, functions, wards, persons }: Content['audience']): string {
  if (everybody) return t('brief-audience-whole')
  const groups = Object.entries({ units, functions, wards, persons }).filter(([, ids]) => ids.length)
  return groups.map(([name, ids]) => t(`brief-audience-${name}`, { n: ids.length })).join(', ')
}
