import { fork } from 'node:child_process'
import { engineEnvironment } from './engine-environment.ts'
import type { EngineChannel } from './engine-process.ts'

/** The engine as a child of the project's own Node, for an Electron whose Node is too old for the store's library. */
export function spawnChildEngine(entry: string, node: string): EngineChannel {
  const child = fork(entry, [], {
    execPath: node,
    execArgv: [],
    env: engineEnvironment(),
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return {
    pid: child.pid,
    // Fails only when the child is gone, which `onExit` tells.
    post: (message) => void child.send(message as object, () => {}),
    onMessage: (receive) => void child.on('message', receive),
    onExit: (ended) => {
      child.once('error', (error) => ended(error.message))
      child.once('exit', (code, signal) => ended(signal ?? `code ${code}`))
    },
    kill: () => void child.kill('SIGKILL'),
  }
}
