import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Plugin, Rollup } from 'vite'

type Bundle = Rollup.OutputBundle

/** In a module's folder: what stands below it is fetched when somebody opens it, which most visits never do. */
const later = '/later/'
/** What stands below it is fetched behind the first paint, and kept for use without network. */
const behind = '/behind/'

/** Writes `shell.json`: a version, the files of the first visit, and those behind them; together they open without network. */
export function precacheManifest(folders: string[]): Plugin {
  return {
    name: 'focus-precache',
    apply: 'build',
    generateBundle(_, bundle) {
      const named = (found: string[]): string[] => found.filter((name) => !name.endsWith('.map') && name !== 'index.html').sort()
      const files = named(reached(bundle, folders, [later, behind]))
      const after = named(reached(bundle, folders)).filter((name) => !files.includes(name))
      const hash = createHash('sha256')
      for (const name of Object.keys(bundle).sort()) {
        const item = bundle[name]
        if (item) hash.update(name).update(item.type === 'chunk' ? item.code : item.source)
      }
      const version = hash.digest('hex').slice(0, 16)
      const shell = ['/', ...files.map((name) => `/${name}`), '/theme.js', '/manifest.webmanifest', '/icons/192.png']
      this.emitFile({ type: 'asset', fileName: 'shell.json', source: JSON.stringify({ version, files: shell, behind: after.map((name) => `/${name}`) }) })
    },
  }
}

/** Every file that the app comes to from its entries without opening what stands below one of `without` in one of the `folders`. */
export function reached(bundle: Bundle, folders: string[], without = [later]): string[] {
  const names = Object.keys(bundle)
  const seen = new Set<string>()
  const walk = (name: string): void => {
    const item = bundle[name]
    if (!item || seen.has(name)) return
    seen.add(name)
    if (item.type === 'chunk') {
      item.imports.forEach(walk)
      item.dynamicImports.filter((next) => !isBelow(bundle[next], folders, without)).forEach(walk)
      item.viteMetadata?.importedCss.forEach(walk)
    }
    // Pictures, workers and what these fetch are known by their names only.
    const text = item.type === 'chunk' ? item.code : typeof item.source === 'string' ? item.source : ''
    names.filter((next) => bundle[next]?.type === 'asset' && !isStyle(next) && text.includes(basename(next))).forEach(walk)
  }
  names.filter((name) => name === 'index.html' || isEntry(bundle[name])).forEach(walk)
  return [...seen]
}

function isEntry(item: Bundle[string] | undefined): boolean {
  return item?.type === 'chunk' && item.isEntry
}

function isBelow(item: Bundle[string] | undefined, folders: string[], parts: string[]): boolean {
  if (item?.type !== 'chunk') return false
  // Where several small parts became one chunk, it is the first visit's unless all of it stands below.
  const ids = item.facadeModuleId ? [item.facadeModuleId] : item.moduleIds
  return ids.every((id) => folders.some((folder) => id.startsWith(folder) && parts.some((part) => id.slice(folder.length).includes(part))))
}

/** A style is named by each chunk that brings its chunk, so its name alone says nothing. */
function isStyle(name: string): boolean {
  return name.endsWith('.css')
}

/**
 * Names the texts of each language in index.html, so that theme.js can fetch the right ones beside the
 * script instead of after it: one round trip less on a slow network.
 */
export function namedTexts(): Plugin {
  return {
    name: 'focus-named-texts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const named = Object.values(bundle ?? {}).flatMap((item) => {
          const language = item.type === 'chunk' ? /base\/texts\/(\w\w)\.ts$/.exec(item.facadeModuleId ?? '')?.[1] : undefined
          return language ? [[`data-${language}`, `/${item.fileName}`]] : []
        })
        const attributes = named.map(([name, value]) => `${name}="${value}"`).join(' ')
        return html.replace('<script src="/theme.js">', `<script src="/theme.js" ${attributes}>`)
      },
    },
  }
}
