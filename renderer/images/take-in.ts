/** Pictures come in: dropped, pasted or opened; one broken file does not stop the others. */
import { useCallback, useMemo, useState } from 'react'
import type { FailureData } from '../../preload/failures.ts'
import type { Place } from '../../preload/views.ts'
import { ask, chooseFolder, chooseImages, failureOf, pathsOf } from '../bridge.ts'
import { refresh } from '../calls.ts'
import { type RunningTask, useTask } from '../tasks.ts'
import { say } from '../text/language.ts'
import { tell } from '../ui/notices.ts'

export interface TakingIn {
  task: RunningTask
  /** Files that were not taken in, with the reason of each. */
  failures: readonly FailureData[]
  forget(): void
  takeFiles(files: readonly File[], place: Place | null): void
  choose(place: Place | null): void
  /** A folder with all pictures in it. */
  chooseFolder(place: Place | null): void
}

type Answer = Awaited<ReturnType<typeof ask<'image/paste'>>>

/** Files without a path come out of another program's memory (a chat, a screenshot): their bytes are handed over. */
export function sortFiles(files: readonly File[], paths: readonly string[]): { paths: string[]; loose: File[] } {
  return {
    paths: paths.filter((path) => path !== ''),
    loose: files.filter((_, index) => !paths[index]),
  }
}

export function useTakingIn(filing: string): TakingIn {
  const { run, running, shown, progress, cancel } = useTask('image/take-in')
  const [failures, setFailures] = useState<FailureData[]>([])

  const take = useCallback(
    async (paths: readonly string[], loose: readonly File[], place: Place | null) => {
      const answers: Answer = []
      setFailures([])
      try {
        if (paths.length > 0) answers.push(...((await run({ filing, paths: [...paths], place })) ?? []))
        for (const file of loose) answers.push(...(await paste(filing, file, place)))
      } catch (error) {
        answers.push({ failure: failureOf(error) })
      }
      await refresh('image/list', 'filing/checklist', 'form/asked')
      const failed = answers.flatMap((answer) => ('failure' in answer ? [answer.failure] : []))
      setFailures(failed)
      report(answers.length - failed.length, failed.length)
    },
    [filing, run],
  )

  return useMemo(
    () => ({
      task: { running, shown, progress, cancel },
      failures,
      forget: () => setFailures([]),
      takeFiles: (files, place) => {
        const { paths, loose } = sortFiles(files, pathsOf(files))
        if (paths.length + loose.length > 0) void take(paths, loose, place)
      },
      chooseFolder: (place) => {
        void chooseFolder().then(async (path) => {
          if (path) await take([path], [], place)
        })
      },
      choose: (place) => {
        void chooseImages().then(async (paths) => {
          if (paths && paths.length > 0) await take(paths, [], place)
        })
      },
    }),
    [running, shown, progress, cancel, failures, take],
  )
}

/** What the browser itself calls a picture that has no file, whatever the language. */
const unnamed = ['', 'image.png']

async function paste(filing: string, file: File, place: Place | null): Promise<Answer> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const name = unnamed.includes(file.name) ? say('images')('pasted') : file.name
  return ask('image/paste', { filing, name, bytes, place })
}

function report(taken: number, failed: number): void {
  const t = say('images')
  if (failed > 0) tell(t('takenSome', { count: taken, failed }), { tone: 'danger' })
  else if (taken > 0) tell(t('taken', { count: taken }))
}
