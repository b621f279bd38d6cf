import { readFileSync } from 'node:fs'
import { defineConfig } from 'vite'

const builtInto = process.env['FOCUS_WEB_OUT'] ?? 'dist'

/** The service worker: one classic script at the root, told at build time what the shell consists of. */
export default defineConfig(() => ({
  define: { __SHELL__: readFileSync(`${builtInto}/shell.json`, 'utf8') },
  publicDir: false as const,
  build: {
    outDir: builtInto,
    target: 'es2022',
    emptyOutDir: false,
    reportCompressedSize: false,
    lib: { entry: 'src/sw.ts', formats: ['iife' as const], name: 'worker', fileName: () => 'sw.js' },
  },
}))
