import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'
import { namedTexts, precacheManifest } from './build/precache'

const server = process.env['FOCUS_SERVER'] ?? 'http://127.0.0.1:8500'

export default defineConfig({
  plugins: [svelte(), precacheManifest(), namedTexts()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': server }, fs: { allow: ['..'] } },
})
