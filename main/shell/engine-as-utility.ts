import { utilityProcess } from 'electron'
import { engineEnvironment } from './engine-environment.ts'
import type { EngineChannel } from './engine-process.ts'

/** The engine as Electron's utility process: what users of a current Electron run. */
export function spawnUtilityEngine(entry: string): EngineChannel {
  const child = utilityProcess.fork(entry, [], {
    serviceName: 'beiqi-engine',
    env: engineEnvironment(),
    stdio: 'inherit',
  })
  return {
    get pid() {
      return child.pid
    },
    post: (message) => child.postMessage(message),
    onMessage: (receive) => void child.on('message', receive),
    onExit: (ended) => void child.once('exit', (code) => ended(`code ${code}`)),
    kill: () => void child.kill(),
  }
}
