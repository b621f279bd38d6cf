import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { outsideModules } from './build/outside'

export default defineConfig({
  plugins: [outsideModules([]), svelte()],
  test: { include: ['tests/**/*.test.ts'], environment: 'node' },
})
