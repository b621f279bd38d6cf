import { svelte } from '@sveltejs/vite-plugin-svelte'
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { build, type Rollup } from 'vite'
import { expect, test } from 'vitest'
import { outsideFolders, outsideModules } from '../build/outside'
import { reached } from '../build/precache'
import { texts } from '../build/texts'

/** Away from the project, as an installed package is. */
function installed(): string {
  const away = mkdtempSync(join(tmpdir(), 'outside-'))
  cpSync('tests/outside', away, { recursive: true })
  return join(away, 'bicycles', 'web')
}

test('folders are named as in PATH, and one without module.ts is told', () => {
  const web = installed()
  expect(outsideFolders([web, web].join(delimiter))).toHaveLength(2)
  expect(outsideFolders('')).toEqual([])
  expect(() => outsideFolders(join(web, 'later'))).toThrow('has no module.ts')
})

test('a module from outside is built into the app, with the app’s own parts and svelte', async () => {
  const folders = outsideFolders(installed())
  const { output } = (await build({
    configFile: false, logLevel: 'silent',
    plugins: [outsideModules(folders), texts(folders), svelte()],
    build: { write: false, minify: false, rollupOptions: { input: resolve('src/shell/modules.ts'), preserveEntrySignatures: 'strict' } },
  })) as Rollup.RollupOutput
  const bundle = Object.fromEntries(output.map((item) => [item.fileName, item]))
  const names = Object.keys(bundle)
  const screen = names.find((name) => /Bicycles-.*js$/.test(name)) ?? ''
  expect(output.some((item) => item.type === 'chunk' && item.code.includes('"bicycles"'))).toBe(true)
  expect(output.some((item) => item.type === 'chunk' && item.code.includes('bicycles-title = Vélos'))).toBe(true)
  const precached = reached(bundle, [resolve('src'), ...folders])
  expect(precached).toContain(screen)
  expect(precached.some((name) => /Bicycles-.*css$/.test(name))).toBe(true)
  expect(names.some((name) => name.includes('Lost-'))).toBe(true)
  expect(precached.some((name) => /Lost-|HealthScreen-|Scan-|barcodes|zxing/.test(name))).toBe(false)
}, 60_000)
