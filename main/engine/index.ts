/** Entry of the engine process: answers the shell until the shell is gone. */
import { createBirpc } from 'birpc'
import type { Reply } from '../../preload/contract.ts'
import type { EngineSide, EngineStart, ShellSide } from '../wire.ts'
import { createEngine, type Engine } from './engine.ts'
import { failureOf } from './failure.ts'

type Receive = (message: unknown) => void

/** Electron's utility process and a plain child of Node talk through different doors. */
function openPort() {
  const port = process.parentPort
  if (port) {
    return {
      post: (message: unknown) => port.postMessage(message),
      on: (receive: Receive) => void port.on('message', (event) => receive(event.data)),
    }
  }
  return {
    // A shell that has died cannot be answered; its 'disconnect' ends this process.
    post: (message: unknown) => void process.send?.(message, undefined, undefined, () => {}),
    on: (receive: Receive) => void process.on('message', receive),
  }
}

let engine: Engine | undefined
let startFailure: Reply = { ok: false, failure: { code: 'internal', params: { detail: 'not started' } } }

const here: EngineSide = {
  async start(options: EngineStart) {
    try {
      engine = createEngine(options)
      // Opens the store while the window is still being made. What fails here is told to the call that needs it.
      void engine.dispatch('settings/get', {}, () => {})
    } catch (error) {
      startFailure = { ok: false, failure: failureOf(error) }
    }
  },
  dispatch: async (name, input) =>
    engine?.dispatch(name, input, (progress) => void shell.$callEvent('progress', progress)) ?? startFailure,
  async close() {
    await engine?.close()
    engine = undefined
  },
}

const shell = createBirpc<ShellSide, EngineSide, false>(here, {
  ...openPort(),
  bind: 'functions',
  proxify: false,
  // A call takes as long as its work takes.
  timeout: -1,
})

// Ctrl-C in a terminal reaches every process; the shell decides when this one ends.
process.on('SIGINT', () => {})
process.on('disconnect', () => void here.close().finally(() => process.exit()))
