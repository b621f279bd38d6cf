/** The shell, everything the first visit loads, gzipped, against its budget (performance.md row 14). */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const builtInto = process.env.FOCUS_WEB_OUT ?? 'dist'
const budget = 120_000
const own = 60_000
const { files } = JSON.parse(readFileSync(`${builtInto}/shell.json`, 'utf8'))
const sizes = files.map((name) => {
  const path = name === '/' ? '/index.html' : name
  return [path, gzipSync(readFileSync(`${builtInto}${path}`), { level: 9 }).length]
})
const languages = sizes.filter(([path]) => /\/(nl|fr|de|en)-/.test(path))
const one = Math.max(0, ...languages.map(([, size]) => size))
const total = sizes.reduce((sum, [, size]) => sum + size, 0) - languages.reduce((sum, [, size]) => sum + size, 0) + one
for (const [path, size] of sizes.sort((a, b) => b[1] - a[1])) console.log(String(size).padStart(8), path)
console.log(`${total} bytes gzipped with one language (budget ${budget}, aim ${own})`)
if (total > budget) process.exit(1)
