/**
 * Where the app's texts lie: its own in `texts/`, those of a module in its folder here, beside it on the server
 * or, from outside, in its `web` folder or its package. `app/` holds what only the app shows, `later/PART/` what
 * comes with a part that is fetched when it is opened.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const languages = ['nl', 'fr', 'de', 'en']
/** Their refusals may answer any call. */
const always = ['texts/core', 'gate/texts', 'feed/texts']

/** Every .ts and .svelte file under a folder. */
export function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sourcesIn(path)
    return /\.(ts|svelte)$/.test(entry.name) ? [path] : []
  })
}

/** Names of the server's modules that the app calls; texts of the others stay out of it. */
export function calledModules(folders) {
  const called = new Set()
  for (const path of folders.flatMap(sourcesIn).filter((name) => !name.endsWith('.gen.ts'))) {
    for (const [, name] of readFileSync(path, 'utf8').matchAll(/['"`]\/api\/(\w+)\//g)) called.add(name)
  }
  return called
}

/** Each `texts` folder, with the name of its module; `shell` for the app's own, `''` for what is the server's core. */
export function textFolders(web, outside = []) {
  const server = join(web, '..', 'src', 'focus')
  const called = calledModules([join(web, 'src'), ...outside])
  const ofServer = ['core', 'modules'].flatMap((layer) => readdirSync(join(server, layer))
    .filter((name) => called.has(name)).map((name) => [name, join(server, layer, name, 'texts')]))
  const found = [
    ['shell', join(web, 'texts')],
    ...readdirSync(join(web, 'src', 'modules')).map((name) => [name, join(web, 'src', 'modules', name, 'texts')]),
    ...always.map((path) => ['', join(server, 'core', path)]),
    ...ofServer,
    ...outside.flatMap((folder) => [join(folder, 'texts'), join(dirname(folder), 'texts')].map((path) => [nameOf(folder), path])),
  ]
  return found.filter(([, path]) => existsSync(path)).map(([module, path]) => ({ module, path }))
}

/** An installed package holds its module's screens in `web`. */
function nameOf(folder) {
  return dirname(folder).split(/[\\/]/).at(-1)
}

/** The files that come with the app in one language. */
export function textFiles(folders, language) {
  return folders.flatMap(({ path }) => [join(path, `${language}.ftl`), join(path, 'app', `${language}.ftl`)]).filter((path) => existsSync(path))
}

/** Those of a part that comes later: `search/health`. */
export function laterFiles(folders, part, language) {
  const [module, name] = part.split('/')
  return folders.filter((folder) => folder.module === module).map(({ path }) => join(path, 'later', name, `${language}.ftl`)).filter((path) => existsSync(path))
}

/** Read by the server too, which says its refusals itself. */
export function isServers(web, path) {
  return path.startsWith(join(web, '..', 'src', 'focus'))
}

/** The messages of a Fluent file, each with all its lines. */
function messagesIn(text) {
  return text.split(/^(?=[a-zA-Z][\w-]* =)/m)
}

/** Keys of the refusals that the app says by itself: their codes stand in its source. */
export function codesSaid(folders) {
  const said = new Set()
  for (const path of folders.flatMap(sourcesIn).filter((name) => !name.endsWith('.gen.ts'))) {
    for (const [, code] of readFileSync(path, 'utf8').matchAll(/'([a-z_]+\.[a-z_.]+)'/g)) said.add(`error-${code.replace(/[._]/g, '-')}`)
  }
  return said
}

/** What the app says of a server's file: no words of the log and of rights, and of refusals those that it says too. */
export function saidByApp(text, said) {
  const servers = (one) => /^[a-z]+-(event|permission)-/.test(one) || (one.startsWith('error-') && !said.has(one.slice(0, one.indexOf(' ='))))
  return messagesIn(text).filter((one) => !servers(one)).join('')
}

export function onlyRefusals(text) {
  return messagesIn(text).filter((one) => one.startsWith('error-')).join('')
}
