import { FluentResource } from '@fluent/bundle'
import { describe, expect, it, test } from 'vitest'
import { onlyRefusals, saidByApp, textFolders } from '../build/text-files.mjs'
import { gaps, messages, usedByApp, usedByServer } from '../lint/texts.mjs'
import { bundleOf, functionTitle, languages, t, useLanguage } from '../src/base/i18n.svelte'

type Sources = { default: string[] }
/** All that the build takes in, as one text per language. */
const sources = Object.fromEntries(await Promise.all(languages.map(async (language) =>
  [language, ((await import(`../src/base/texts/${language}.ts`)) as Sources).default.join('\n')] as const)))

test.each(languages)('every text of %s can be read', (language) => {
  const source = sources[language] ?? ''
  const written = source.match(/^[a-zA-Z][\w-]* =/gm) ?? []
  expect(new FluentResource(source).body).toHaveLength(written.length)
})

test.each(languages)('every text of %s is filled in without a fault', (language) => {
  const bundle = bundleOf(language, [sources[language] ?? ''])
  const params = Object.fromEntries([...(sources[language] ?? '').matchAll(/\$(\w+)/g)].map((found) => [found[1], '7']))
  for (const key of (sources[language] ?? '').matchAll(/^([a-z][\w-]*) =/gm)) {
    const faults: Error[] = []
    const pattern = bundle.getMessage(key[1] ?? '')?.value
    bundle.formatPattern(pattern ?? '', params, faults)
    expect(faults, key[1]).toEqual([])
  }
})

test('a tab label has at most eleven characters, in every language', () => {
  for (const language of languages) {
    const labels = [...(sources[language] ?? '').matchAll(/^tab-\w+ = (.+)$/gm)].map((found) => found[1] ?? '')
    expect(labels).toHaveLength(5)
    for (const label of labels) expect(label.length, label).toBeLessThanOrEqual(11)
  }
})

test('one missing answer is spoken of in the singular, two in the plural', async () => {
  await useLanguage('nl')
  expect(t('lacks-silent', { n: 1 })).toMatch(/^1 antwoord bleef/)
  expect(t('lacks-silent', { n: 2 })).toMatch(/^2 antwoorden bleven/)
})

test('a text of a module on the server is read when it is asked for', async () => {
  await useLanguage('nl')
  expect(functionTitle('officer')).toBe('Politieambtenaar')
})

test.each(languages)('no key stands in two sources of %s, since each is read only when needed', async (language) => {
  const all = (await import(`../src/base/texts/${language}.ts`)) as Sources
  const keys = all.default.flatMap((source) => [...source.matchAll(/^([a-z][\w-]*) =/gm)].map((found) => found[1]))
  expect(keys.length).toBeGreaterThan(300)
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
})

test('an unknown key shows itself', () => {
  expect(t('no-such-text')).toBe('no-such-text')
})

describe('the check of texts', () => {
  it('finds what a language lacks, and another variable', () => {
    const all = new Map([['nl', messages('a = { $x }\nb = B')], ['fr', messages('a = { $y }')]])
    expect(gaps(all)).toEqual(['fr: a has other variables', 'fr: b is missing'])
  })

  it('knows a key that the app names, builds, or leaves to the server', () => {
    expect(usedByApp('task-none', "t('task-none')")).toBe(true)
    expect(usedByApp('task-kind-case', 't(`task-kind-${kind}`)')).toBe(true)
    expect(usedByApp('task-left', "t('task-none')")).toBe(false)
    expect(usedByServer('purposes-event-TaskStarted', 'class TaskStarted(Struct):')).toBe(true)
    expect(usedByServer('purposes-permission-read-all', 'needs="purposes.read_all"')).toBe(true)
    expect(usedByServer('purposes-event-TaskLost', 'class TaskStarted(Struct):')).toBe(false)
  })

  it('takes in the texts of the modules that the app calls, and no other’s', () => {
    const names = textFolders('.').map(({ path }) => path)
    expect(names.some((path) => path.includes('modules/search/texts'))).toBe(true)
    expect(names.some((path) => path.includes('core/organisations/texts'))).toBe(false)
  })
})

test('of the server’s words the app brings those of no log and no right', () => {
  expect(saidByApp('a-event-Made = Made\na-permission-use = Use\na-kind-zone = Zone\n', new Set())).toBe('a-kind-zone = Zone\n')
})

test('of the server’s refusals the app brings only those that it says itself', () => {
  const text = 'a-title = A\nerror-notes-full = Full\nerror-notes-shut = { $n ->\n    [one] One\n   *[other] More\n}\nb-title = B\n'
  const said = new Set(['error-notes-full'])
  expect(saidByApp(text, said)).toBe('a-title = A\nerror-notes-full = Full\nb-title = B\n')
  expect(onlyRefusals(text)).toBe('error-notes-full = Full\nerror-notes-shut = { $n ->\n    [one] One\n   *[other] More\n}\n')
})

test.each(languages)('what the app says of failures by itself is in the built texts: %s', async (language) => {
  await useLanguage(language)
  for (const key of ['error-unreachable', 'error-unexpected', 'error-sign-in-turned-back', 'error-identity-signed-out']) expect(t(key), key).not.toBe(key)
})
