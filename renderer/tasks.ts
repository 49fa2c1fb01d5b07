/** Long calls: they carry a task, tell their progress, and can be cancelled. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Progress } from '../preload/bridge.ts'
import type { CallName, Input, Output } from '../preload/contract.ts'
import { ask, BridgeFailure, onProgress } from './bridge.ts'

export type TaskCall = { [Name in CallName]: Input<Name> extends { task: string } ? Name : never }[CallName]
type Given<Name extends TaskCall> = Omit<Input<Name>, 'task'>

export interface RunningTask {
  running: boolean
  /** Running for long enough to be worth showing. */
  shown: boolean
  progress: Progress | null
  cancel(): void
}

/** Shorter work shows nothing: a bar that flashes only worries. */
const quietMs = 600

/** Runs one long call at a time. `run` gives null when the person cancelled it. */
export function useTask<Name extends TaskCall>(name: Name) {
  const [task, setTask] = useState<string | null>(null)
  const [shown, setShown] = useState(false)
  const [progress, setProgress] = useState<Progress | null>(null)
  const current = useRef<string | null>(null)

  useEffect(() => {
    if (task === null) return
    const timer = setTimeout(() => setShown(true), quietMs)
    const stop = onProgress((told) => told.task === task && setProgress(told))
    return () => {
      clearTimeout(timer)
      stop()
      setShown(false)
      setProgress(null)
    }
  }, [task])

  const run = useCallback(
    async (given: Given<Name>): Promise<Output<Name> | null> => {
      const id = crypto.randomUUID()
      current.current = id
      setTask(id)
      try {
        return await ask(name, { ...given, task: id } as unknown as Input<Name>)
      } catch (error) {
        if (error instanceof BridgeFailure && error.failure.code === 'task.cancelled') return null
        throw error
      } finally {
        setTask((now) => (now === id ? null : now))
      }
    },
    [name],
  )
  const cancel = useCallback(() => {
    // A cancel that comes too late changes nothing, so its failure is none.
    if (current.current) void ask('task/cancel', { task: current.current }).catch(() => undefined)
  }, [])
  return { run, running: task !== null, shown, progress, cancel }
}
