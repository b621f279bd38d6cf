/** Writes `x.br` beside each text file of dist, and beside the scanner's wasm: the server sends it to browsers that take brotli. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const builtInto = process.env['FOCUS_WEB_OUT'] ?? 'dist'
const texts = /\.(html|js|css|svg|json|webmanifest|wasm)$/
const worthIt = 500

for (const name of readdirSync(builtInto, { recursive: true })) {
  const path = join(builtInto, name)
  if (!texts.test(path)) continue
  const plain = readFileSync(path)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length }
  if (plain.length > worthIt) writeFileSync(`${path}.br`, brotliCompressSync(plain, { params }))
}
