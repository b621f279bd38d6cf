import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'
import { outsideFolders, outsideModules } from './build/outside'
import { namedTexts, precacheManifest } from './build/precache'
import { re2 } from './build/re2'
import { texts } from './build/texts'

const server = process.env['FOCUS_SERVER'] ?? 'http://127.0.0.1:8500'
const outside = outsideFolders()
/** FOCUS_WEB_OUT: the folder of the built app, where modules from elsewhere are built in; the server takes it as FOCUS_APP. */
const builtInto = process.env['FOCUS_WEB_OUT'] ?? 'dist'

/** What every part of the app stands on; split by who uses what of it, it would be larger. */
function inOneChunk(id: string): string | undefined {
  return /\/web\/src\/(base\/[^/]+|store\/[^/]+|sync\/[^/]+|kit\/Icon)\.(ts|svelte)$/.test(id) ? 'base' : undefined
}

export default defineConfig({
  plugins: [outsideModules(outside), texts(outside), svelte(), precacheManifest([fileURLToPath(new URL('src', import.meta.url)), ...outside]), namedTexts()],
  resolve: { alias: re2 },
  build: {
    outDir: builtInto,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Octets of source: what is smaller comes with its neighbour instead of by a request of its own.
    rollupOptions: { output: { experimentalMinChunkSize: 3_000, manualChunks: inOneChunk } },
  },
  server: { proxy: { '/api': server } },
})
