/** `npm start [-- ELECTRON]`: builds what changed and opens the window. */
import { spawn } from 'node:child_process'
import { ensureBuilt } from './build.ts'
import { electronEnvironment, findElectron, sandboxSwitches } from './electron.ts'
import { note, root } from './install.mjs'
import { asProgram } from './program.ts'

async function start(): Promise<number> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) {
    note('there is no display to open a window on; the command line does the same work: npm run beiqi -- --help')
    return 1
  }
  ensureBuilt()
  const electron = await findElectron(process.argv[2])
  const child = spawn(electron.executable, [...sandboxSwitches(), root], {
    stdio: 'inherit',
    env: electronEnvironment(),
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((ended, failed) => {
    child.on('error', failed)
    child.on('exit', (code) => ended(code ?? 1))
  })
}

await asProgram(start)
