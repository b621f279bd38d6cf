import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'
import { outsideFolders, outsideModules } from './build/outside'
import { namedTexts, precacheManifest } from './build/precache'
import { texts } from './build/texts'

const server = process.env['FOCUS_SERVER'] ?? 'http://127.0.0.1:8500'
const outside = outsideFolders()

export default defineConfig({
  plugins: [outsideModules(outside), texts(outside), svelte(), precacheManifest([fileURLToPath(new URL('src', import.meta.url)), ...outside]), namedTexts()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': server } },
})
