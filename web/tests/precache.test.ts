import type { Rollup } from 'vite'
import { expect, test } from 'vitest'
import { reached } from '../build/precache'

const chunk = (source: string, dynamicImports: string[], isEntry = false) =>
  ({ type: 'chunk', facadeModuleId: `/app/src/${source}`, imports: [], dynamicImports, isEntry, code: '' }) as unknown as Rollup.OutputChunk

test('what stands behind the first paint is kept for use without network, and is not of the first visit', () => {
  const bundle = {
    'main.js': chunk('shell/main.ts', ['frame.js', 'parts.js'], true),
    'frame.js': chunk('shell/Frame.svelte', []),
    'parts.js': chunk('shell/behind/parts.ts', ['screen.js']),
    'screen.js': chunk('modules/notes/later/Screen.svelte', []),
  }
  expect(reached(bundle, ['/app/src/'], ['/later/', '/behind/'])).toEqual(['main.js', 'frame.js'])
  expect(reached(bundle, ['/app/src/'])).toEqual(['main.js', 'frame.js', 'parts.js'])
})
