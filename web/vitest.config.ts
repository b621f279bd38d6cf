import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { outsideModules } from './build/outside'
import { texts } from './build/texts'

export default defineConfig({
  plugins: [outsideModules([]), texts([]), svelte()],
  test: { include: ['tests/**/*.test.ts'], environment: 'node', setupFiles: ['tests/held.ts'] },
})
