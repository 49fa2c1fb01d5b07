/** Taking signed pages in, and putting them into the material that they belong to. */
import type { FailureData } from '../../preload/failures.ts'
import type { SignedReport } from '../../preload/signed-views.ts'
import type { IsoDate } from '../../rules/schema.ts'
import { ask, pathsOf } from '../bridge.ts'
import { refresh } from '../calls.ts'
import { saveFiling } from '../filing/save.ts'
import { sortFiles } from '../images/take-in.ts'
import { say } from '../text/language.ts'
import { adjustmentsFor, withDated } from './signed-view.ts'

type Answer = Awaited<ReturnType<typeof ask<'image/paste'>>>

export interface TakenSigned {
  /** The ids of the pictures, page by page, which lie in the tray until they are accepted. */
  ids: string[]
  /** Of files and pages that could not be taken in. */
  failures: FailureData[]
}

export async function takeSigned(filing: string, files: readonly File[]): Promise<TakenSigned> {
  const { paths, loose } = sortFiles(files, pathsOf(files))
  const answers: Answer = paths.length > 0 ? await takePaths(filing, paths) : []
  for (const file of loose) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const name = file.name || say('images')('pasted')
    answers.push(...(await ask('image/paste', { filing, name, bytes, place: null })))
  }
  return sorted(answers)
}

export async function takeSignedPaths(filing: string, paths: readonly string[]): Promise<TakenSigned> {
  return sorted(await takePaths(filing, paths))
}

function takePaths(filing: string, paths: readonly string[]): Promise<Answer> {
  return ask('image/take-in', { task: crypto.randomUUID(), filing, paths: [...paths], place: null })
}

async function sorted(answers: Answer): Promise<TakenSigned> {
  await refresh('image/list', 'filing/checklist')
  return {
    ids: answers.flatMap((answer) => ('image' in answer ? [answer.image.id] : [])),
    failures: answers.flatMap((answer) => ('failure' in answer ? [answer.failure] : [])),
  }
}

/** Pages in their order, each drawn flat, behind what lies there already. The date is kept with the facts. */
export async function acceptSigned(filing: string, report: SignedReport, before: number): Promise<number> {
  const pages = report.pages.filter(({ role }) => role !== null)
  for (const [index, page] of pages.entries()) {
    await ask('image/adjust', { image: page.file, adjustments: adjustmentsFor(page) })
    await ask('image/move', { image: page.file, place: report.place, position: before + index })
  }
  const { dated } = report
  if (dated !== null) await saveFiling(filing, (now) => withDated(now, report, dated as IsoDate))
  await refresh('image/list', 'filing/checklist', 'form/asked')
  return pages.length
}
