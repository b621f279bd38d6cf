import { render } from 'svelte/server'
import { afterEach, expect, test, vi } from 'vitest'

vi.stubGlobal('BroadcastChannel', class { postMessage(): void {} })
const { Problem } = await import('../src/base/errors')
const { connection } = await import('../src/sync/connection.svelte')
const { languages, useLanguage } = await import('../src/base/i18n.svelte')
const { tasks } = await import('../src/modules/purposes/public')
const { Lookup, lookups } = await import('../src/modules/search/public')
const { router } = await import('../src/base/router.svelte')
const { default: Reference } = await import('../src/modules/purposes/Reference.svelte')

const wish = { question: '1-HKL-407' }
const task = { id: '7', reference: 'AN.11.2026/1', issuer: 'self', purpose: { code: 'investigation', title: 'Onderzoek', basis: 'WPA art. 15' } }

/** Ask under the task; what the server answers is this refusal. */
async function refused(code: string): Promise<void> {
  vi.spyOn(connection, 'online', 'get').mockReturnValue(true)
  vi.spyOn(router, 'go').mockImplementation(() => undefined)
  vi.spyOn(lookups.mine, 'refresh').mockResolvedValue()
  vi.spyOn(Lookup.prototype, 'run').mockImplementation(async function (this: InstanceType<typeof Lookup>) {
    this.error = new Problem({ code, title: 'Geef een reden' }, 422)
  })
  lookups.ask(wish)
  await new Promise((done) => setTimeout(done))
}

afterEach(() => {
  tasks.current = null
  lookups.waiting = null
  lookups.recent = []
  vi.restoreAllMocks()
})

test.each(['purposes.reference_not_accepted', 'purposes.reason_missing'])('door 3: after %s the officer is asked why again, with the words of the refusal', async (code) => {
  tasks.current = task as never
  await refused(code)
  expect(lookups.waiting).toMatchObject({ wish, refusal: { code } })
  expect(lookups.recent).toEqual([])
})

test('a task that is over is a refusal of the lookup, not a question for its purpose', async () => {
  tasks.current = task as never
  await refused('purposes.task_unknown')
  expect(lookups.waiting).toBeNull()
  expect(lookups.recent).toHaveLength(1)
})

test('door 3: the reason line says who gave the task’s reference before the server has answered', async () => {
  tasks.current = task as never
  await refused('purposes.task_unknown')
  expect(lookups.recent[0]?.why).toMatchObject({ reference: 'AN.11.2026/1', issuer: 'self' })
})

test('door 3: what only the officer vouches for is marked in his language, what others gave is not', async () => {
  const words = { nl: 'zelf opgegeven', fr: 'indiqué par vous-même', de: 'selbst angegeben', en: 'self-declared' }
  for (const language of languages) {
    await useLanguage(language)
    expect(render(Reference, { props: { reference: 'I-0482', issuer: 'self' } }).body).toContain(words[language])
    for (const issuer of ['incident', 'case', 'control', null] as const) {
      const { body } = render(Reference, { props: { reference: 'I-0482', issuer } })
      expect(body).toContain('I-0482')
      expect(body).not.toContain('tag')
    }
  }
})
