import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Plugin, Rollup } from 'vite'

type Bundle = Rollup.OutputBundle

/** In a module's folder: what stands below it is fetched when somebody opens it, which most visits never do. */
const later = '/later/'

/** Writes `shell.json`: a version and the files that make the app open without network. */
export function precacheManifest(folders: string[]): Plugin {
  return {
    name: 'focus-precache',
    apply: 'build',
    generateBundle(_, bundle) {
      const files = reached(bundle, folders).filter((name) => !name.endsWith('.map') && name !== 'index.html')
      const hash = createHash('sha256')
      for (const name of Object.keys(bundle).sort()) {
        const item = bundle[name]
        if (item) hash.update(name).update(item.type === 'chunk' ? item.code : item.source)
      }
      const version = hash.digest('hex').slice(0, 16)
      const shell = ['/', ...files.sort().map((name) => `/${name}`), '/theme.js', '/manifest.webmanifest', '/icons/192.png']
      this.emitFile({ type: 'asset', fileName: 'shell.json', source: JSON.stringify({ version, files: shell }) })
    },
  }
}

/** Every file that the app comes to from its entries without opening what comes later in one of the `folders`. */
export function reached(bundle: Bundle, folders: string[]): string[] {
  const names = Object.keys(bundle)
  const seen = new Set<string>()
  const walk = (name: string): void => {
    const item = bundle[name]
    if (!item || seen.has(name)) return
    seen.add(name)
    if (item.type === 'chunk') {
      item.imports.forEach(walk)
      item.dynamicImports.filter((next) => !isLater(bundle[next], folders)).forEach(walk)
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

function isLater(item: Bundle[string] | undefined, folders: string[]): boolean {
  const id = (item?.type === 'chunk' && item.facadeModuleId) || ''
  return folders.some((folder) => id.startsWith(folder) && id.slice(folder.length).includes(later))
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
