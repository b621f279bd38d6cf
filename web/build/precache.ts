import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/** Fetched when somebody scans, looks after the sources or at figures, or puts a stop right: most visits never do. */
const whenOpened = /^assets\/(Scan|barcodes|zxing_reader|HealthScreen|Figures|ChangeSheet)/

/** Writes `shell.json`: a version and the files that make the app open without network. */
export function precacheManifest(): Plugin {
  return {
    name: 'focus-precache',
    apply: 'build',
    generateBundle(_, bundle) {
      const files = Object.keys(bundle).filter((name) => !name.endsWith('.map') && name !== 'index.html' && !whenOpened.test(name))
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
