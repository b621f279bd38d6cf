/**
 * The shell, everything the first visit loads, gzipped, against its budget (performance.md row 14); and what is
 * fetched behind the first paint, against its own.
 */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const builtInto = process.env.FOCUS_WEB_OUT ?? 'dist'
const budget = 120_000
const own = 60_000
/**
 * Records and outbox, and the screens that show records: the briefing and incidents. The officer's screen of an incident
 * must open without network, in four languages, so all of it is here; the desk's board is not. Of positions, plate hits and
 * reinforcement only what watches and the card for Today.
 */
const behindBudget = 87_000
const { files, behind } = JSON.parse(readFileSync(`${builtInto}/shell.json`, 'utf8'))
const sizeOf = (path) => [path, gzipSync(readFileSync(`${builtInto}${path}`), { level: 9 }).length]
const sizes = files.map((name) => sizeOf(name === '/' ? '/index.html' : name))
const after = behind.map(sizeOf).reduce((sum, [, size]) => sum + size, 0)
const languages = sizes.filter(([path]) => /\/(nl|fr|de|en)-/.test(path))
/** Whoever builds modules of his own into the app is told, and decides himself. */
const ours = !process.env.FOCUS_WEB_MODULES
const one = Math.max(0, ...languages.map(([, size]) => size))
const total = sizes.reduce((sum, [, size]) => sum + size, 0) - languages.reduce((sum, [, size]) => sum + size, 0) + one
for (const [path, size] of sizes.sort((a, b) => b[1] - a[1])) console.log(String(size).padStart(8), path)
console.log(`${total} bytes gzipped with one language (budget ${budget}, aim ${own})`)
console.log(`${after} bytes behind the first paint (budget ${behindBudget})`)
if (ours && (total > budget || after > behindBudget)) process.exit(1)
