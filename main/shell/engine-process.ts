/**
 * Keeps one engine process running: starts it, restarts it with growing pauses when it dies, and gives up when it dies
 * too often. A dead engine is an ordinary event: open calls fail with `engine.stopped`, later calls wait for the next.
 */
import { createBirpc } from 'birpc'
import type { Progress } from '../../preload/bridge.ts'
import type { Reply } from '../../preload/contract.ts'
import type { FailureCode } from '../../preload/failures.ts'
import type { EngineSide, EngineStart, ShellSide } from '../wire.ts'

export type EngineState = 'ready' | 'restarting' | 'given-up'

/** A started process, whichever way it was started. */
export interface EngineChannel {
  readonly pid: number | undefined
  post(message: unknown): void
  onMessage(receive: (message: unknown) => void): void
  /** Told once, with a word about how it ended. */
  onExit(ended: (how: string) => void): void
  kill(): void
}

export interface EngineOptions {
  spawn: () => EngineChannel
  start: EngineStart
  onProgress: (progress: Progress) => void
  onState: (state: EngineState) => void
  /** One line for the log; never data of a person. */
  onTrouble: (line: string) => void
  /** Milliseconds before the first restart; doubled for each further death within a minute. */
  firstPause?: number
  /** Deaths within a minute after which nothing is restarted any more. */
  mostDeaths?: number
}

interface Running {
  channel: EngineChannel
  rpc: ReturnType<typeof connect>
  ended: Promise<string>
  alive: boolean
}

const minute = 60_000

export class EngineProcess {
  readonly #options: EngineOptions
  #current: Running
  // Settled by the first engine that is ready; renewed at the moment of death, so calls during the pause wait.
  #ready = deferred<Running | null>()
  #isReady = false
  #deaths: number[] = []
  #restart: NodeJS.Timeout | undefined
  #closing = false

  constructor(options: EngineOptions) {
    this.#options = options
    this.#current = this.#spawn()
  }

  /** Of the engine that takes calls now. */
  get pid(): number | undefined {
    return this.#isReady ? this.#current.channel.pid : undefined
  }

  /** Always a reply, never a rejection. */
  async call(name: string, input: unknown): Promise<Reply> {
    const running = await this.#ready.promise
    if (this.#closing) return failed('engine.stopped')
    if (!running) return failed('engine.given-up')
    try {
      return await running.rpc.$call('dispatch', name, input)
    } catch (error) {
      return running.alive ? failed('internal', String(error)) : failed('engine.stopped')
    }
  }

  /** Lets the engine close its store; kills it when that takes longer than `patience` milliseconds. */
  async close(patience = 3000): Promise<void> {
    this.#closing = true
    clearTimeout(this.#restart)
    this.#ready.resolve(null)
    const { channel, rpc, ended, alive } = this.#current
    if (!alive) return
    const kill = setTimeout(() => channel.kill(), patience)
    await rpc.$call('close').catch(() => {})
    channel.kill()
    await ended
    clearTimeout(kill)
  }

  #spawn(): Running {
    const running = open(this.#options)
    void running.ended.then((how) => this.#died(running, how))
    running.rpc.$call('start', this.#options.start).then(
      () => {
        this.#isReady = true
        this.#ready.resolve(running)
        this.#options.onState('ready')
      },
      () => {}, // It died while starting: #died has the next step.
    )
    return running
  }

  #died(running: Running, how: string): void {
    if (this.#isReady) this.#ready = deferred()
    this.#isReady = false
    running.rpc.$close(new Error('the engine stopped'))
    if (this.#closing) {
      this.#ready.resolve(null)
      return
    }
    const now = Date.now()
    this.#deaths = [...this.#deaths.filter((at) => now - at < minute), now]
    const { firstPause = 100, mostDeaths = 5, onState, onTrouble } = this.#options
    const givesUp = this.#deaths.length >= mostDeaths
    onTrouble(`the engine ended (${how})${givesUp ? ' too often and is not started again' : ''}`)
    onState(givesUp ? 'given-up' : 'restarting')
    if (givesUp) {
      this.#ready.resolve(null)
      return
    }
    this.#restart = setTimeout(
      () => {
        this.#current = this.#spawn()
      },
      firstPause * 2 ** (this.#deaths.length - 1),
    )
  }
}

function open(options: EngineOptions): Running {
  const channel = options.spawn()
  const ended = deferred<string>()
  const running: Running = { channel, rpc: connect(channel, options), ended: ended.promise, alive: true }
  channel.onExit((how) => {
    running.alive = false
    ended.resolve(how)
  })
  return running
}

function connect(channel: EngineChannel, options: EngineOptions) {
  const here: ShellSide = { progress: options.onProgress }
  return createBirpc<EngineSide, ShellSide, false>(here, {
    post: (message) => channel.post(message),
    on: (receive) => channel.onMessage(receive),
    bind: 'functions',
    proxify: false,
    // A call takes as long as its work takes.
    timeout: -1,
  })
}

function failed(code: FailureCode, detail?: string): Reply {
  return { ok: false, failure: { code, params: detail === undefined ? {} : { detail } } }
}

function deferred<Value>() {
  let resolve: (value: Value) => void = () => {}
  const promise = new Promise<Value>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
