/** One print run as the window has it: made when the page opens, arranged with each change, gone when it closes. */
import { useEffect, useRef, useState } from 'react'
import type { Output } from '../../preload/contract.ts'
import { ask } from '../bridge.ts'
import { useTask } from '../tasks.ts'
import { firstSheets, type Sheet } from './arrangement.ts'

export interface Extras {
  testPage: boolean
  scale: boolean
}

type Prepared = Output<'print/prepare'>
type Pages = Output<'print/pages'>

/** So long a person's hands rest before the pages are put in order again. */
const pauseMs = 250

export function usePrintRun(filings: readonly string[], on: string, onCancelled: () => void) {
  const preparing = useTask('print/prepare')
  const [prepared, setPrepared] = useState<Prepared | null>(null)
  const [sheets, setSheets] = useState<readonly Sheet[]>([])
  const [extras, setExtras] = useState<Extras>({ testPage: false, scale: false })
  const [error, setError] = useState<unknown>(null)
  const cancelled = useRef(onCancelled)
  cancelled.current = onCancelled
  const { run: prepare, cancel } = preparing
  useEffect(() => {
    const gone = new AbortController()
    prepare({ filings: [...filings], on })
      .then((made) => {
        if (gone.signal.aborted) return made && void close(made.run)
        if (!made) return cancelled.current()
        setPrepared(made)
        setSheets(firstSheets(made.papers))
      })
      .catch((reason: unknown) => !gone.signal.aborted && setError(reason))
    return () => {
      gone.abort()
      cancel()
    }
  }, [prepare, cancel, filings, on])
  const run = prepared?.run
  useEffect(() => (run ? () => void close(run) : undefined), [run])
  return { preparing, prepared, sheets, setSheets, extras, setExtras, error }
}

/** What was printed stays in no memory. */
function close(run: string): void {
  // An engine that has stopped has forgotten it anyway.
  void ask('print/close', { run }).catch(() => undefined)
}

/** The pages of the arrangement as it is now; `version` grows with each. */
export function useArrangement(run: string, sheets: readonly Sheet[], extras: Extras) {
  const task = useTask('print/arrange')
  const [arranged, setArranged] = useState<{ pages: Pages; version: number }>({ pages: [], version: 0 })
  const [stale, setStale] = useState(true)
  const [error, setError] = useState<unknown>(null)
  const { run: arrange, cancel } = task
  const { testPage, scale } = extras
  const empty = !testPage && sheets.every(({ copies }) => copies === 0)
  useEffect(() => {
    const gone = new AbortController()
    setStale(true)
    setError(null)
    const timer = setTimeout(() => {
      if (empty) {
        setArranged(({ version }) => ({ pages: [], version: version + 1 }))
        setStale(false)
        return
      }
      arrange({ run, sheets: [...sheets], testPage, scale })
        .then((made) => {
          if (gone.signal.aborted || !made) return
          setArranged(({ version }) => ({ pages: made.pages, version: version + 1 }))
          setStale(false)
        })
        .catch((reason: unknown) => !gone.signal.aborted && setError(reason))
    }, pauseMs)
    return () => {
      gone.abort()
      clearTimeout(timer)
      cancel()
    }
  }, [arrange, cancel, run, sheets, testPage, scale, empty])
  return { task, ...arranged, stale, error }
}
