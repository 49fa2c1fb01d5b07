/**
 * `node main/setup/run.mjs FILE [ARGUMENTS]`: the door of every npm script. Installs what is missing, then runs a
 * TypeScript file of this project on the project's own Node, whatever Node the machine has.
 */
import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled, note, ownNode, root } from './install.mjs'

const [file, ...args] = process.argv.slice(2)
if (!file) throw new Error('usage: node main/setup/run.mjs FILE [ARGUMENTS]')

try {
  ensureInstalled()
} catch (error) {
  note(error instanceof Error ? error.message : String(error))
  process.exit(3)
}

if (realpathSync(process.execPath) === realpathSync(ownNode)) {
  const script = join(root, file)
  process.argv.splice(1, process.argv.length, script, ...args)
  await import(pathToFileURL(script).href)
} else {
  const child = spawn(ownNode, [import.meta.filename, file, ...args], { stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal ?? 'SIGTERM']))
}
