/**
 * The app's layers: shell → modules → kit → sync → store → base. A file imports from its own layer or a
 * lower one; a module reaches another module only through its public.ts, and never in a circle. Outside the
 * modules nothing names one: the shell gathers them by one pattern.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const order = ['base', 'store', 'sync', 'kit', 'modules', 'shell']
const roots = new Set(['sw.ts'])
/** The one way by which the shell comes to the modules. */
const gathered = 'shell/modules.ts → modules/*/module.ts'

/** @returns {string[]} every .ts and .svelte file under `folder` */
function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesOf(path)
    return /\.(ts|svelte)$/.test(entry.name) ? [path] : []
  })
}

function importsOf(text) {
  const found = text.matchAll(/(?:from|import)\s*\(?\s*['"]((?:\.|\$focus\/)[^'"]+)['"]/g)
  return Array.from(found, (match) => match[1])
}

/** Every path in quotes, whatever is done with it. */
function pathsIn(text) {
  return Array.from(text.matchAll(/['"`](!?(?:\.{1,2}|\$focus)\/[^'"`\s]+|virtual:focus-texts\/later\/[^'"`]+)['"`]/g), (match) => match[1])
}

function target(src, file, wanted) {
  if (wanted.startsWith('virtual:')) {
    const owner = wanted.split('/')[2]
    return owner === 'shell' ? ['shell', 'texts'] : ['modules', owner]
  }
  const path = wanted.replace(/^!/, '')
  return relative(src, path.startsWith('$focus/') ? join(src, path.slice('$focus/'.length)) : resolve(dirname(file), path)).split('/')
}

/** @returns {string[]} where a file outside the modules names one */
function namings(src, file, from, text) {
  if (from[0] === 'modules') return []
  return pathsIn(text).map((wanted) => target(src, file, wanted)).filter((to) => to[0] === 'modules' && to.length > 1)
    .map((to) => `${from.join('/')} → ${to.join('/')}`).filter((line) => line !== gathered)
    .map((line) => `${line}: only a module's module.ts says that there is one`)
}

/**
 * A loader inside a component is kept by the page with all that the component held, beyond a lock.
 * @returns {string[]} components that load a part by themselves
 */
function loaders(from, text) {
  const own = text.replace(/<script module[^>]*>[^]*?<\/script>/, '')
  const loads = from.at(-1).endsWith('.svelte') && /\bimport\(/.test(own)
  return loads ? [`${from.join('/')}: import() stands in a component; put the loader into a .ts file or <script module>`] : []
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
    const text = readFileSync(file, 'utf8')
    wrong.push(...namings(src, file, from, text), ...loaders(from, text))
    for (const wanted of importsOf(text)) {
      const to = target(src, file, wanted)
      if (to[0] === 'modules' && from[0] === 'shell') continue // told above
      const [mine, theirs] = [order.indexOf(from[0]), order.indexOf(to[0])]
      const line = `${from.join('/')} → ${to.join('/')}`
      if (mine < 0 || theirs < 0) wrong.push(`${line}: unknown layer`)
      else if (theirs > mine) wrong.push(`${line}: ${from[0]} may not use ${to[0]}`)
      else if (to[0] === 'modules' && from[1] !== to[1]) {
        if (to[2] !== 'public') wrong.push(`${line}: only public.ts of another module`)
        uses.set(from[1], (uses.get(from[1]) ?? new Set()).add(to[1]))
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
