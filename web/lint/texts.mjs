/**
 * The app's texts: every key in all four languages with the same variables, every key in the code written, and
 * every key written used. A file that the server reads too may hold what only the server says.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { languages, laterFiles, sourcesIn, textFiles, textFolders } from '../build/text-files.mjs'

/** @returns {Map<string, string>} key → the variables that a person reads in it, sorted and joined */
export function messages(source) {
  const found = new Map()
  for (const block of source.split(/\n(?=[a-zA-Z#])/)) {
    const key = /^([a-zA-Z][\w-]*) =/.exec(block)?.[1]
    if (key) found.set(key, [...new Set(Array.from(block.matchAll(/\{\s*\$(\w+)\s*\}/g), (match) => match[1]))].sort().join(' '))
  }
  return found
}

/** The texts of one file, known by its path in Dutch, in every language. */
function inLanguages(path) {
  const file = (language) => path.replace(/nl\.ftl$/, `${language}.ftl`)
  return new Map(languages.map((language) => [language, messages(existsSync(file(language)) ? readFileSync(file(language), 'utf8') : '')]))
}

/** @returns {string[]} what one file lacks in a language */
export function gaps(all) {
  const dutch = all.get('nl')
  const wrong = []
  for (const [language, texts] of all) {
    for (const key of new Set([...dutch.keys(), ...texts.keys()])) {
      if (!texts.has(key)) wrong.push(`${language}: ${key} is missing`)
      else if (!dutch.has(key)) wrong.push(`nl: ${key} is missing, ${language} has it`)
      else if (texts.get(key) !== dutch.get(key)) wrong.push(`${language}: ${key} has other variables`)
    }
  }
  return wrong
}

/** Whether the app shows a key: named whole, or built from its beginning. */
export function usedByApp(key, code) {
  const parts = key.split(/[-_]/)
  return code.includes(`'${key}'`) || parts.some((_, i) => i > 0 && code.includes(`\`${parts.slice(0, i).join('-')}-\${`))
}

/** Whether the server says a key: `<module>-<family>-<word>`, whose word stands in its Python. */
export function usedByServer(key, python) {
  const words = key.split('-').slice(key.startsWith('error-') ? 2 : 1)
  const word = words.slice(words.length > 1 && !key.startsWith('error-') ? 1 : 0).join('[-_. ]')
  return key.endsWith('-title') || new RegExp(`\\b${word}\\b`).test(python)
}

function pythonIn(folder) {
  return readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.py')).map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
}

/** @returns {{ wrong: string[], count: number }} */
export function check(web) {
  const folders = textFolders(web)
  const code = sourcesIn(join(web, 'src')).map((path) => readFileSync(path, 'utf8')).join('\n')
  const files = [...textFiles(folders, 'nl'), ...partsOf(folders).flatMap((part) => laterFiles(folders, part, 'nl'))]
  const python = pythonIn(join(web, '..', 'src', 'focus'))
  const wrong = []
  const written = new Set()
  for (const path of files) {
    const all = inLanguages(path)
    const here = relative(join(web, '..'), path)
    wrong.push(...gaps(all).map((line) => `${here}: ${line}`))
    // What stands in app/ or later/ is the app's alone.
    const shared = /^src\/focus\/.*\/texts\/(core\/)?nl\.ftl$/.test(here)
    for (const key of all.get('nl').keys()) {
      if (written.has(key)) wrong.push(`${here}: ${key} is written twice`)
      written.add(key)
      if (!usedByApp(key, code) && !(shared && usedByServer(key, python))) wrong.push(`${here}: written but not used: ${key}`)
    }
  }
  for (const [, key] of code.matchAll(/\bt\('([\w-]+)'/g)) if (!written.has(key)) wrong.push(`used but not written: ${key}`)
  for (const [, key] of code.matchAll(/\b(?:title|hint|label): '([\w-]+)'/g)) if (!written.has(key)) wrong.push(`declared but not written: ${key}`)
  return { wrong, count: written.size }
}

/** `search/health` and the like: every part that brings its texts. */
function partsOf(folders) {
  return folders.flatMap(({ module, path }) => (existsSync(join(path, 'later')) ? readdirSync(join(path, 'later')).map((part) => `${module}/${part}`) : []))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { wrong, count } = check(fileURLToPath(new URL('..', import.meta.url)))
  if (wrong.length) {
    console.error(wrong.join('\n'))
    process.exit(1)
  }
  console.log(`${count} texts in ${languages.length} languages`)
}
