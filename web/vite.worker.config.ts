import { readFileSync } from 'node:fs'
import { defineConfig } from 'vite'

/** The service worker: one classic script at the root, told at build time what the shell consists of. */
export default defineConfig(() => ({
  define: { __SHELL__: readFileSync('dist/shell.json', 'utf8') },
  publicDir: false as const,
  build: {
    target: 'es2022',
    emptyOutDir: false,
    reportCompressedSize: false,
    lib: { entry: 'src/sw.ts', formats: ['iife' as const], name: 'worker', fileName: () => 'sw.js' },
  },
}))
