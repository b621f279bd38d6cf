/** Types of the server's API, one file for each module, from the documents that `focus openapi` wrote. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'

const documents = process.argv[2] ?? '../var/openapi'
/** Of modules that have no folder in the app. */
const rest = 'src/base/api'

rmSync(rest, { recursive: true, force: true })
mkdirSync(rest, { recursive: true })
for (const file of readdirSync(documents).sort()) {
  const name = basename(file, '.json')
  const own = join('src', 'modules', name)
  const path = existsSync(own) ? join(own, 'api.gen.ts') : join(rest, `${name}.gen.ts`)
  const types = await openapiTS(JSON.parse(readFileSync(join(documents, file), 'utf8')), { defaultNonNullable: false })
  writeFileSync(path, `/** Made by \`make api\` from the server's declarations. Not to be edited. */\n${astToString(types)}`)
}
