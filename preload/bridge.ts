/** What the preload puts into the page as `window.bridge`: types only. */
import type { CallName, Input, Reply } from './contract.ts'
import type { FailureData } from './failures.ts'

/** Told while a long call runs. */
export interface Progress {
  task: string
  done: number
  total: number
  /** What is being worked on: a file name or a slot. */
  label: string
}

/** `printed` false: the person closed the system's dialog, or cancelled. */
export type PrintOutcome = { ok: true; printed: boolean } | { ok: false; failure: FailureData }

/** What the preload puts into the page as `window.bridge`. */
export interface Bridge {
  call<Name extends CallName>(name: Name, input: Input<Name>): Promise<Reply<Name>>
  /** Absolute paths of files dropped or chosen in the page; the page itself never sees the file system. */
  pathsOf(files: readonly File[]): string[]
  /** Open and save dialogs of the system; null: the person cancelled. */
  chooseImages(): Promise<string[] | null>
  chooseFile(kind: 'pdf' | 'filing' | 'rules' | 'key' | 'blank' | 'blank-bundle'): Promise<string | null>
  chooseSave(kind: 'pdf' | 'zip' | 'blank-bundle', suggestedName: string): Promise<string | null>
  chooseFolder(): Promise<string | null>
  /** Opens the folder that holds a file this program has just written. */
  reveal(path: string): Promise<void>
  /** Prints an arranged run of so many pages through the system's dialog; its progress is told under the run's id. */
  print(run: string, pages: number): Promise<PrintOutcome>
  cancelPrint(): Promise<void>
  onProgress(listen: (progress: Progress) => void): () => void
  /** The engine stopped or is ready again. */
  onEngine(listen: (state: 'ready' | 'restarting' | 'given-up') => void): () => void
}
