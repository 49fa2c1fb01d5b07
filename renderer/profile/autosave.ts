/** The facts save themselves: a moment after the last change, and at once when the page is left. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { FilingView } from '../../preload/views.ts'
import { saveFiling } from '../filing/save.ts'
import { savable } from './form-values.ts'

export type SaveState =
  | { state: 'saved' | 'waiting' | 'saving'; leftOut: number }
  | { state: 'failed'; leftOut: number; error: unknown }

const pauseMs = 700

export function useAutosave(form: UseFormReturn, view: FilingView): { save: SaveState; saveNow(): Promise<void> } {
  const [save, setSave] = useState<SaveState>({ state: 'saved', leftOut: 0 })
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const changes = useRef(0)
  const latest = useRef(view)
  latest.current = view

  const saveNow = useCallback(async () => {
    if (timer.current) clearTimeout(timer.current)
    timer.current = null
    const mark = changes.current
    const read = savable(structuredClone(form.getValues()), latest.current.filing)
    if (!read) return setSave({ state: 'failed', leftOut: 1, error: new Error('unreadable') })
    const leftOut = read.leftOut.length
    setSave({ state: 'saving', leftOut })
    try {
      const saved = await saveFiling(view.id, () => read.filing)
      if (changes.current !== mark) return
      setSave({ state: 'saved', leftOut })
      // What came from elsewhere shows up in the form, unless something here cannot be read yet.
      const joined = JSON.stringify(saved.filing) !== JSON.stringify(read.filing)
      if (joined && leftOut === 0) form.reset(structuredClone(saved.filing))
    } catch (error) {
      setSave({ state: 'failed', leftOut, error })
    }
  }, [form, view.id])

  useEffect(() => {
    const watch = form.watch((_, { type, name }) => {
      if (type === undefined && name === undefined) return
      changes.current += 1
      setSave((now) => (now.state === 'waiting' ? now : { state: 'waiting', leftOut: now.leftOut }))
      if (timer.current) clearTimeout(timer.current)
      timer.current = setTimeout(() => void saveNow(), pauseMs)
    })
    const leave = () => {
      if (timer.current) void saveNow()
    }
    window.addEventListener('beforeunload', leave)
    return () => {
      watch.unsubscribe()
      window.removeEventListener('beforeunload', leave)
      leave()
    }
  }, [form, saveNow])

  return { save, saveNow }
}
