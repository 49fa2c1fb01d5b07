/** Pictures are read behind what the person does: each once, after it came in or was adjusted. */
import { useEffect, useMemo, useRef } from 'react'
import { failureText } from '../../preload/failures.ts'
import type { ImageView } from '../../preload/views.ts'
import { failureOf } from '../bridge.ts'
import { keepAnswer, refresh } from '../calls.ts'
import { markOf } from '../images/preview-url.ts'
import { type RunningTask, useTask } from '../tasks.ts'
import { currentLanguage } from '../text/language.ts'
import { tell } from '../ui/notices.ts'

/** A picture with other adjustments is another one to read. */
const keyOf = (image: ImageView): string => `${image.id}-${markOf(image)}`

export function useReading(filing: string, images: readonly ImageView[] | undefined): RunningTask {
  const { run, running, shown, progress, cancel } = useTask('image/read')
  // One that failed or was cancelled is not tried again until it is adjusted or the filing is opened anew.
  const tried = useRef(new Set<string>())
  const waiting = (images ?? []).filter((image) => image.toRead).map(keyOf)
  const next = waiting.filter((key) => !tried.current.has(key)).join(' ')
  useEffect(() => {
    if (running || next === '') return
    for (const key of next.split(' ')) tried.current.add(key)
    run({ filing })
      .then(async (answer) => {
        if (!answer) return
        keepAnswer('image/list', { filing }, answer.images)
        for (const failure of answer.failures) tell(failureText(failure, currentLanguage()), { tone: 'danger' })
        // What changed while it was read is asked for again: this answer may be older than that change.
        await refresh('image/list')
      })
      .catch((error: unknown) => tell(failureText(failureOf(error), currentLanguage()), { tone: 'danger' }))
  }, [running, next, filing, run])
  // About to begin is running: nothing else of the engine starts between.
  const busy = running || next !== ''
  return useMemo(() => ({ running: busy, shown, progress, cancel }), [busy, shown, progress, cancel])
}
