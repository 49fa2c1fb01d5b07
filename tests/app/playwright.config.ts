import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import type { AppOptions } from './fixtures.ts'

const results = join(import.meta.dirname, '../.results')

export default defineConfig<AppOptions>({
  testDir: '.',
  testMatch: '*.e2e.ts',
  // Emptied at each start.
  outputDir: join(results, 'app'),
  reporter: [['list'], ['json', { outputFile: join(results, 'app.json') }]],
  forbidOnly: true,
  // A guard against a program that hangs: a whole filing takes a minute where the machine is slow.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  // One program at a time: two share the display, its focus and its clipboard.
  workers: 1,
  projects: [
    { name: 'window', use: { packaged: false } },
    // The packaged program runs the tests that would notice a part missing from the package.
    { name: 'packaged', grep: /@packaged/, use: { packaged: true } },
  ],
})
