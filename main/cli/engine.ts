/** The engine in this process, opened by the first call and asked only through its door. */
import { randomUUID } from 'node:crypto'
import type { CallName, Input, Output } from '../../preload/contract.ts'
import type { Engine } from '../engine/engine.ts'
import { Failure } from '../engine/failure.ts'
import { defaultDataFolder } from './asked.ts'
import { clearProgress, showProgress } from './output.ts'

let opened: Promise<Engine> | undefined
let runningTask: string | undefined

/** @param dataFolder null: nothing is stored; an imported rule pack of the person's own folder still speaks */
async function open(dataFolder: string | null): Promise<Engine> {
  const { createEngine } = await import('../engine/engine.ts')
  return createEngine({ dataFolder, rulesFolder: dataFolder ?? defaultDataFolder() })
}

/** Throws the reply's failure. One process works with one data folder: the first call decides which. */
export async function call<Name extends CallName>(
  name: Name,
  input: Input<Name>,
  dataFolder: string | null = null,
): Promise<Output<Name>> {
  opened ??= open(dataFolder)
  const engine = await opened
  const reply = await engine.dispatch(name, input, ({ done, total, label }) => showProgress(done, total, label))
  if (!reply.ok) throw new Failure(reply.failure.code, reply.failure.params)
  return reply.value as Output<Name>
}

/** For calls that carry a task: shows their progress, and Ctrl-C cancels them. */
export async function asTask<Result>(work: (task: string) => Promise<Result>): Promise<Result> {
  runningTask = randomUUID()
  try {
    return await work(runningTask)
  } finally {
    runningTask = undefined
    clearProgress()
  }
}

/** Asks the running task to stop before it writes anything; false: no task is running. */
export function cancelTask(): boolean {
  if (!opened || !runningTask) return false
  const task = runningTask
  void opened.then((engine) => engine.dispatch('task/cancel', { task }, () => {}))
  return true
}

export async function closeEngine(): Promise<void> {
  await (await opened?.catch(() => undefined))?.close()
}
