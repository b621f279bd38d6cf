/** Both versions of a record whose module does not say how it reads: name by name, as they stand. */
import { t } from '../../base/i18n.svelte'
import { when } from '../../base/time'
import type { Pair } from '../../kit/deciding'
import type { Kept } from '../../sync/outbox/outbox.svelte'
import type { Command, Refusal } from '../../sync/outbox/wire'

const identity = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const moment = /^\d{4}-\d\d-\d\dT/
/** What is said of the record beside its content. */
const beside = new Set(['version', 'to'])

/** A refused item of which somebody else's version is known. */
export type Undecided = Kept & { problem: Refusal & { record: string; version: number; theirs: object } }

export function isUndecided(item: Kept): item is Undecided {
  const { record, version, theirs } = item.problem ?? {}
  return item.state === 'refused' && record !== undefined && version !== undefined && typeof theirs === 'object' && theirs !== null
}

/** Names of both, those first that mine has. */
export function pairsOf(mine: Command['body'], theirs: object): Pair[] {
  const there = theirs as Record<string, unknown>
  const names = [...new Set([...Object.keys(mine), ...Object.keys(there)])]
  return names.filter((name) => !beside.has(name) && !isIdentity(mine[name]) && !isIdentity(there[name])).map((name) => {
    const [ours, other] = [said(mine[name]), said(there[name])]
    return { name: name.replaceAll('_', ' '), mine: ours, theirs: other, differs: ours !== other }
  })
}

function isIdentity(value: unknown): boolean {
  return typeof value === 'string' && identity.test(value)
}

function said(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return t(value ? 'decide-yes' : 'decide-no')
  if (typeof value === 'string') return moment.test(value) ? when(value) : value
  if (Array.isArray(value)) return value.map(said).filter(Boolean).join(', ')
  if (typeof value !== 'object') return String(value)
  return Object.entries(value).filter(([, one]) => said(one)).map(([name, one]) => `${name.replaceAll('_', ' ')}: ${said(one)}`).join('\n')
}
