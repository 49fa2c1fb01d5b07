/** Builds what the window runs, when a source is newer than what was built. */
import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { note, root } from './install.mjs'
import { asProgram, isStarted } from './program.ts'

const sources = [
  'main',
  'preload',
  'renderer',
  'rules',
  'assets',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
]
const stamp = join(root, 'out/.built')

export function ensureBuilt(): void {
  const built = changed(stamp)
  if (built === 0 || sources.some((source) => newest(join(root, source)) > built)) build()
}

/** Fails when the build fails; then nothing counts as built. */
export function build(): void {
  note('building')
  rmSync(stamp, { force: true })
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const { status } = spawnSync(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) throw new Error('the build failed (see above)')
  writeFileSync(stamp, '')
}

/** When a file, or anything in a folder, last changed; a folder itself changes when a file leaves it. */
function newest(path: string): number {
  const own = changed(path)
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return own
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), own)
}

function changed(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

if (isStarted(import.meta.url)) await asProgram(build)
