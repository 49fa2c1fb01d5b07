/**
 * `npm test`: everything that must hold, set-up included. `npm run check`: the part of it that needs no window.
 * The last line is `N passed, N failed, N skipped`: each test counts, and each step that is not made of tests counts as one.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '../main/setup/build.ts'
import { type Electron, findElectron } from '../main/setup/electron.ts'
import { root } from '../main/setup/install.mjs'
import { ensureSystemPackages } from '../main/setup/system-packages.ts'

interface Count {
  passed: number
  failed: number
  skipped: number
}

const results = join(root, 'tests/.results')
const total: Count = { passed: 0, failed: 0, skipped: 0 }

/** Counts the work as one; false when it threw. */
async function step(name: string, work: () => unknown): Promise<boolean> {
  const started = performance.now()
  process.stdout.write(`\n── ${name}\n`)
  let passed = true
  try {
    await work()
  } catch (error) {
    passed = false
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`)
  }
  add({ passed: Number(passed), failed: Number(!passed), skipped: 0 })
  process.stdout.write(`── ${name}: ${passed ? 'passed' : 'FAILED'} (${seconds(started)})\n`)
  return passed
}

/** Runs a test runner and counts what its report says; a runner that fails without a failed test counts as one. */
function tests(name: string, command: string[], report: string, read: (report: string) => Count): void {
  const started = performance.now()
  process.stdout.write(`\n── ${name}\n`)
  rmSync(report, { force: true })
  const { status } = spawnSync(command[0] ?? '', command.slice(1), { cwd: root, stdio: 'inherit' })
  const count = readReport(report, read)
  if (status !== 0 && count.failed === 0) count.failed = 1
  add(count)
  process.stdout.write(`── ${name}: ${line(count)} (${seconds(started)})\n`)
}

function readReport(report: string, read: (report: string) => Count): Count {
  try {
    return read(readFileSync(report, 'utf8'))
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function add(count: Count): void {
  total.passed += count.passed
  total.failed += count.failed
  total.skipped += count.skipped
}

const line = ({ passed, failed, skipped }: Count) => `${passed} passed, ${failed} failed, ${skipped} skipped`
const seconds = (started: number) => `${((performance.now() - started) / 1000).toFixed(1)} s`

/** A tool of node_modules on this Node. */
const tool = (file: string, ...args: string[]) => [process.execPath, join(root, 'node_modules', file), ...args]

function run(command: string[]): void {
  const { status } = spawnSync(command[0] ?? '', command.slice(1), { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error(`ended with ${status ?? 'a signal'}`)
}

/** Shows what a talkative command printed only when it fails. */
function runQuietly(command: string[]): void {
  const { status, stdout } = spawnSync(command[0] ?? '', command.slice(1), {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`${stdout}ended with ${status ?? 'a signal'}`)
}

async function check(): Promise<void> {
  await step('lint', () => run(tool('@biomejs/biome/bin/biome', 'ci', '.')))
  await step('types', () => {
    for (const part of ['rules', 'main', 'renderer', 'tests']) run(tool('typescript/bin/tsc', '-p', part))
  })
  await step('dead code', () => run(tool('knip/bin/knip.js')))
  const report = join(results, 'unit.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  tests('unit', tool('vitest/vitest.mjs', 'run', '--root', 'tests', ...reporters), report, readUnitReport)
}

async function drive(): Promise<void> {
  let electron: Electron | undefined
  const isBuilt = await step('build', build)
  await step('electron', async () => {
    electron = await findElectron()
    process.stdout.write(`Electron ${electron.version}\n`)
  })
  if (!isBuilt || !electron) return
  // Searched for once: the parts below take this one.
  process.env['BEIQI_ELECTRON'] = electron.executable
  const isPacked = await step('package', () => runQuietly([process.execPath, 'main/setup/pack.ts', '--drivable']))
  const projects = isPacked ? [] : ['--project', 'window']
  const playwright = tool('@playwright/test/cli.js', 'test', '-c', 'tests/app', ...projects)
  const display = process.platform === 'linux' ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24'] : []
  tests('window and package', [...display, ...playwright], join(results, 'app.json'), readAppReport)
}

function readUnitReport(report: string): Count {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(report) as Record<string, number>
  return {
    passed: numPassedTests ?? 0,
    failed: numFailedTests ?? 0,
    skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
  }
}

function readAppReport(report: string): Count {
  const { stats } = JSON.parse(report) as { stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number> }
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}

mkdirSync(results, { recursive: true })
const isReady = await step('system', ensureSystemPackages)
if (isReady) {
  await check()
  if (process.argv[2] !== 'check') await drive()
}
process.stdout.write(`\n${line(total)}\n`)
process.exitCode = total.failed > 0 ? 1 : 0
