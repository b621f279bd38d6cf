import { existsSync, realpathSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import type { Plugin } from 'vite'

const name = 'virtual:focus-modules'

/** The `web` folders of modules that are no part of this project, as FOCUS_WEB_MODULES names them. */
export function outsideFolders(named = process.env['FOCUS_WEB_MODULES'] ?? ''): string[] {
  return named.split(delimiter).filter(Boolean).map((folder) => {
    if (!existsSync(join(folder, 'module.ts'))) throw new Error(`FOCUS_WEB_MODULES: ${folder} has no module.ts.`)
    return realpathSync(resolve(folder))
  })
}

/**
 * Offers those modules to the shell as `virtual:focus-modules`. They import the app's own parts from `$focus/…`,
 * and what they name of `node_modules` is the app's.
 */
export function outsideModules(folders: string[]): Plugin {
  let root = ''
  return {
    name: 'focus-outside-modules',
    enforce: 'pre',
    config: (config) => {
      const app = resolve(config.root ?? process.cwd())
      return { resolve: { alias: { $focus: join(app, 'src') } }, server: { fs: { allow: [resolve(app, '..'), ...folders] } } }
    },
    configResolved(config) {
      root = config.root
    },
    resolveId(source, importer) {
      if (source === name) return `\0${name}`
      const bare = /^[@a-z]/i.test(source) && !source.startsWith('virtual:')
      if (!bare || !importer || !folders.some((folder) => importer.startsWith(folder))) return null
      return this.resolve(source, join(root, 'src', 'shell', 'main.ts'), { skipSelf: true })
    },
    load(id) {
      if (id !== `\0${name}`) return null
      const imports = folders.map((folder, i) => `import module${i} from ${JSON.stringify(join(folder, 'module.ts'))}\n`)
      return `${imports.join('')}export default [${folders.map((_, i) => `module${i}`).join(', ')}]`
    },
  }
}
