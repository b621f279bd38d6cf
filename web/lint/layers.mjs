/**
 * The app's layers: shell → modules → kit → sync → store → base. A file imports from its own layer or a
 * lower one; a module reaches another module only through its public.ts, and never in a circle.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const order = ['base', 'store', 'sync', 'kit', 'modules', 'shell']
const roots = new Set(['sw.ts'])

/** @returns {string[]} every .ts and .svelte file under `folder` */
function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesOf(path)
    return /\.(ts|svelte)$/.test(entry.name) ? [path] : []
  })
}

function importsOf(text) {
  const found = text.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)
  return Array.from(found, (match) => match[1])
}

/** @returns {string[]} what is wrong, one line each; empty when the layers hold */
export function brokenLayers(src) {
  const wrong = []
  const uses = new Map()
  for (const file of filesOf(src)) {
    const from = relative(src, file).split('/')
    if (from.length === 1) {
      if (!roots.has(from[0])) wrong.push(`${from[0]}: stands in no layer`)
      continue
    }
    for (const wanted of importsOf(readFileSync(file, 'utf8'))) {
      const to = relative(src, resolve(dirname(file), wanted)).split('/')
      const [mine, theirs] = [order.indexOf(from[0]), order.indexOf(to[0])]
      const line = `${from.join('/')} → ${to.join('/')}`
      if (mine < 0 || theirs < 0) wrong.push(`${line}: unknown layer`)
      else if (theirs > mine) wrong.push(`${line}: ${from[0]} may not use ${to[0]}`)
      else if (to[0] === 'modules' && (from[0] !== 'modules' || from[1] !== to[1])) {
        if (to[2] !== 'public') wrong.push(`${line}: only public.ts of another module`)
        if (from[0] === 'modules') uses.set(from[1], (uses.get(from[1]) ?? new Set()).add(to[1]))
      }
    }
  }
  return wrong.concat(circles(uses))
}

function circles(uses) {
  const found = []
  const walk = (name, path) => {
    if (path.includes(name)) found.push(`modules in a circle: ${[...path, name].join(' → ')}`)
    else for (const next of uses.get(name) ?? []) walk(next, [...path, name])
  }
  for (const name of uses.keys()) walk(name, [])
  return found
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wrong = brokenLayers(fileURLToPath(new URL('../src', import.meta.url)))
  if (wrong.length) {
    console.error(wrong.join('\n'))
    process.exit(1)
  }
  console.log('layers hold')
}
