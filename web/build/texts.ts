import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { codesSaid, isServers, languages, laterFiles, onlyRefusals, saidByApp, textFiles, textFolders } from './text-files.mjs'

const prefix = 'virtual:focus-texts/'

/**
 * `virtual:focus-texts/nl` is every text of the app in Dutch. Importing `virtual:focus-texts/later/search/health`
 * makes that part's texts known, in every language: they come with the part. What a refusal of the server means the
 * server says itself: only those that the app says too are in it, and those of a part that imports `later/MODULE/refusals`.
 */
export function texts(outside: string[]): Plugin {
  let web = ''
  return {
    name: 'focus-texts',
    configResolved(config) {
      web = config.root
    },
    resolveId: (source) => (source.startsWith(prefix) ? `\0${source}` : null),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null
      const wanted = id.slice(prefix.length + 1)
      const folders = textFolders(web, outside)
      const read = (paths: string[]): string[] => paths.map((path) => {
        this.addWatchFile(path)
        return readFileSync(path, 'utf8').replace(/^#.*\n/gm, '') // notes for who writes them
      })
      if (languages.includes(wanted)) {
        const said = codesSaid([join(web, 'src'), ...outside])
        const paths = textFiles(folders, wanted)
        const shown = read(paths).map((text, i) => (isServers(web, paths[i] ?? '') ? saidByApp(text, said) : text))
        return `export default ${JSON.stringify(shown)}`
      }
      const part = wanted.replace('later/', '')
      const [owner, what] = part.split('/')
      const of = (language: string): string => what === 'refusals'
        ? onlyRefusals(read(textFiles(folders.filter(({ module }) => module === owner), language)).join('\n'))
        : read(laterFiles(folders, part, language)).join('\n')
      const said = languages.map((language) => [language, of(language)])
      if (said.some(([, text]) => !text)) this.error(`There are no texts of ${part} in every language.`)
      return `import { alsoTexts } from '$focus/base/i18n.svelte'\nalsoTexts(${JSON.stringify(Object.fromEntries(said))})`
    },
  }
}
