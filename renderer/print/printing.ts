/** Handing a run to the system's print dialog: its pages are fetched first, which can be watched and stopped. */
import { useEffect, useState } from 'react'
import type { Progress } from '../../preload/bridge.ts'
import { ask, cancelPrint, onProgress, printRun } from '../bridge.ts'
import { useDeed } from '../calls.ts'
import type { RunningTask } from '../tasks.ts'
import { say } from '../text/language.ts'
import { tell } from '../ui/notices.ts'

export function usePrinting(run: string) {
  const [progress, setProgress] = useState<Progress | null>(null)
  const deed = useDeed(async (pages: number) => {
    const printed = await printRun(run, pages)
    if (printed) await ask('print/done', { run })
    tell(printed ? say('print')('printed', { count: pages }) : say('print')('stopped'))
  })
  const { running } = deed
  useEffect(() => {
    if (!running) return
    const stop = onProgress((told) => told.task === run && setProgress(told))
    return () => {
      stop()
      setProgress(null)
    }
  }, [running, run])
  // Once all pages are there the system's own dialog is open, and the person is busy with it.
  const fetching = running && (progress === null || progress.done < progress.total)
  const task: RunningTask = { running, shown: fetching, progress, cancel: () => void cancelPrint() }
  return { ...deed, task }
}
