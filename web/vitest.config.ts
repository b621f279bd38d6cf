import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { outsideModules } from './build/outside'
import { re2 } from './build/re2'
import { texts } from './build/texts'

export default defineConfig({
  plugins: [outsideModules([]), texts([]), svelte()],
  resolve: { alias: re2 },
  // Inlined, so that the alias holds in it as it does in the built app.
  test: { server: { deps: { inline: [/@bufbuild\/cel/] } }, include: ['tests/**/*.test.ts'], environment: 'node', setupFiles: ['tests/held.ts'] },
})
