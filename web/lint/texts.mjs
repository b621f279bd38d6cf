/** Every key stands in all four languages, with the same variables, and every key in the code exists. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const languages = ['nl', 'fr', 'de', 'en']
const here = fileURLToPath(new URL('..', import.meta.url))

/** @returns {Map<string, string>} key → its variables, sorted and joined */
export function messages(source) {
  const found = new Map()
  for (const block of source.split(/\n(?=[a-zA-Z#])/)) {
    const key = /^([a-zA-Z][\w-]*) =/.exec(block)?.[1]
    if (key) found.set(key, [...new Set(Array.from(block.matchAll(/\$(\w+)/g), (match) => match[1]))].sort().join(' '))
  }
  return found
}

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sources(path)
    return /\.(ts|svelte)$/.test(entry.name) ? [readFileSync(path, 'utf8')] : []
  })
}

/** The shell's texts, and those that come with a part that is fetched later. */
const written = (language) => ['.', 'health'].map((folder) => readFileSync(join(here, 'texts', folder, `${language}.ftl`), 'utf8')).join('\n')
const all = new Map(languages.map((language) => [language, messages(written(language))]))
const wrong = []
const dutch = all.get('nl')
for (const [language, texts] of all) {
  for (const key of new Set([...dutch.keys(), ...texts.keys()])) {
    if (!texts.has(key)) wrong.push(`${language}: ${key} is missing`)
    else if (!dutch.has(key)) wrong.push(`nl: ${key} is missing, ${language} has it`)
  }
}
const code = sources(join(here, 'src')).join('\n')
for (const [, key] of code.matchAll(/\bt\('([\w-]+)'/g)) if (!dutch.has(key)) wrong.push(`used but not written: ${key}`)
for (const key of dutch.keys()) {
  const parts = key.split(/[-_]/)
  const built = parts.some((_, i) => i > 0 && code.includes(`\`${parts.slice(0, i).join('-')}-\${`))
  if (!built && !code.includes(`'${key}'`)) wrong.push(`written but not used: ${key}`)
}
if (wrong.length) {
  console.error(wrong.join('\n'))
  process.exit(1)
}
console.log(`${dutch.size} texts in ${languages.length} languages`)
