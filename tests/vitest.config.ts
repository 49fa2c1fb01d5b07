import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const project = (name: string, environment: 'node' | 'jsdom') => ({
  test: { name, environment, include: [`${name}/**/*.test.{ts,tsx}`], testTimeout: 180_000, hookTimeout: 180_000 },
})

export default defineConfig({
  root: import.meta.dirname,
  test: {
    projects: [project('rules', 'node'), project('engine', 'node'), project('renderer', 'jsdom')],
    // Vitest leaves one core free, which halves two; many tests wait for programs that they started.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
})
