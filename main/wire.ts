/** What the shell and the engine say to each other across the process line: types only. */
import type { Progress } from '../preload/bridge.ts'
import type { Reply } from '../preload/contract.ts'

export interface EngineStart {
  /** Absolute path of the folder that holds the store. */
  dataFolder: string
}

/** What the shell may ask of the engine. */
export interface EngineSide {
  /** Answered when the engine takes calls; a failure to open the store is the reply of every call. */
  start(options: EngineStart): Promise<void>
  dispatch(name: string, input: unknown): Promise<Reply>
  /** Finishes writing and closes the store. */
  close(): Promise<void>
}

/** What the engine may tell the shell. */
export interface ShellSide {
  progress(progress: Progress): void
}
