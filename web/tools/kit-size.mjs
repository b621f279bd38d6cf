/** The kit's code on the phone, rules and form, gzipped, against its budget; without what the first visit brings anyway. */
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

const budget = 80_000
const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const { output } = await build({
  root,
  logLevel: 'error',
  build: {
    write: false,
    rollupOptions: {
      input: { form: `${root}/src/modules/cases/later/form/index.ts` },
      preserveEntrySignatures: 'strict',
      external: [/^svelte/, /base\/(i18n|time)/, /kit\/Icon/],
    },
  },
})
const parts = output.filter(({ fileName }) => /^assets\/.*\.(js|css)$/.test(fileName)).map((one) => [one.fileName, gzipSync(one.code ?? one.source, { level: 9 }).length])
const total = parts.reduce((sum, [, size]) => sum + size, 0)
for (const [name, size] of parts) console.log(String(size).padStart(8), name)
console.log(`${total} bytes gzipped (budget ${budget})`)
process.exit(total > budget ? 1 : 0)
