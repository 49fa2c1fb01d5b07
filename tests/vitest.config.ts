import { defineConfig } from 'vitest/config'

const project = (name: string, environment: 'node' | 'jsdom') => ({
  test: { name, environment, include: [`${name}/**/*.test.{ts,tsx}`], testTimeout: 180_000, hookTimeout: 180_000 },
})

export default defineConfig({
  root: import.meta.dirname,
  test: { projects: [project('rules', 'node'), project('engine', 'node'), project('renderer', 'jsdom')] },
})
