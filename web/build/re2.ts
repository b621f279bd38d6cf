import { fileURLToPath } from 'node:url'

/** CEL's patterns are the browser's own here: `src/modules/cases/later/rules/re2.ts` says why that is the same. */
export const re2 = { '@bufbuild/re2': fileURLToPath(new URL('../src/modules/cases/later/rules/re2.ts', import.meta.url)) }
