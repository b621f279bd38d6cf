import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { brokenLayers } from '../lint/layers.mjs'

function planted(files: Record<string, string>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'layers-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return brokenLayers(root)
}

test('the app keeps its layers', () => {
  expect(brokenLayers('src')).toEqual([])
})

test('a lower layer that uses a higher one is found', () => {
  expect(planted({ 'store/a.ts': "import { b } from '../sync/b'" })).toEqual(['store/a.ts → sync/b: store may not use sync'])
})

test('a module that reaches into another past its public.ts is found', () => {
  expect(planted({ 'modules/a/a.ts': "import { b } from '../b/inner'" })).toHaveLength(1)
  expect(planted({ 'modules/a/a.ts': "import { b } from '../b/public'" })).toEqual([])
})

test('modules in a circle are found', () => {
  const wrong = planted({ 'modules/a/a.ts': "import '../b/public'", 'modules/b/b.ts': "import '../a/public'" })
  expect(wrong.join()).toContain('circle')
})

const told = /only a module's module.ts/

test.each([
  ['shell/Frame.svelte', "import { tasks } from '../modules/purposes/public'"],
  ['shell/a.ts', "const late = () => import('../modules/search/SearchScreen.svelte')"],
  ['shell/modules.ts', "import.meta.glob('../modules/search/module.ts')"],
  ['kit/a.ts', "import.meta.glob('../modules/*/module.ts')"],
  ['base/a.ts', "const path = '../modules/me/texts'"],
  ['sync/a.ts', "import { tasks } from '$focus/modules/purposes/public'"],
  ['store/a.ts', "import 'virtual:focus-texts/later/search/health'"],
])('a module that %s names is found', (path, text) => {
  expect(planted({ [path]: text }).join()).toMatch(told)
})

test('the shell gathers the modules by one pattern', () => {
  expect(planted({ 'shell/modules.ts': "import.meta.glob('../modules/*/module.ts', { eager: true })" })).toEqual([])
})

test('a module may not reach past another’s public.ts by the alias either', () => {
  expect(planted({ 'modules/a/a.ts': "import { b } from '$focus/modules/b/inner'" })).toHaveLength(1)
})

test('a part that a component loads by itself is found; a loader of the file is not', () => {
  const late = "const late = () => import('./later/B.svelte')"
  expect(planted({ 'modules/a/A.svelte': `<script lang="ts">\n${late}\n</script>` })).toEqual([
    'modules/a/A.svelte: import() stands in a component; put the loader into a .ts file or <script module>',
  ])
  expect(planted({ 'modules/a/A.svelte': `<script module lang="ts">\n${late}\n</script>\n<p></p>` })).toEqual([])
  expect(planted({ 'modules/a/parts.ts': late })).toEqual([])
})
