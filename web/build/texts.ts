import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { languages, laterFiles, textFiles, textFolders } from './text-files.mjs'

const prefix = 'virtual:focus-texts/'

/**
 * `virtual:focus-texts/nl` is every text of the app in Dutch. Importing `virtual:focus-texts/later/search/health`
 * makes that part's texts known, in every language: they come with the part.
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
      if (languages.includes(wanted)) return `export default ${JSON.stringify(read(textFiles(folders, wanted)))}`
      const part = wanted.replace('later/', '')
      const said = languages.map((language) => [language, read(laterFiles(folders, part, language)).join('\n')])
      if (said.some(([, text]) => !text)) this.error(`There are no texts of ${part} in every language.`)
      return `import { alsoTexts } from '$focus/base/i18n.svelte'\nalsoTexts(${JSON.stringify(Object.fromEntries(said))})`
    },
  }
}
