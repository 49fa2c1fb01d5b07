/** Files, folders and pasted pictures on their way into a filing. One broken file does not stop the others. */
import { basename, dirname, isAbsolute, relative, sep } from 'node:path'
import type { FailureData } from '../../../preload/failures.ts'
import type { Place } from '../../../preload/views.ts'
import type { Rules } from '../../../rules/catalog.ts'
import { pictureLimitBytes, readWhole } from '../disk/local-files.ts'
import type { CallContext, Handlers } from '../dispatch.ts'
import { failureOf } from '../failure.ts'
import { getFiling } from '../store/filings.ts'
import type { Store } from '../store/store.ts'
import { filesOf } from './folders.ts'
import { viewOfImage } from './image-reading.ts'
import { insertAll, prepareImage } from './new-images.ts'
import { pagesIn } from './open-picture.ts'
import { pageName } from './pictures.ts'

type TakenIn = Awaited<ReturnType<Handlers['image/paste']>>

interface FilesJob {
  filing: string
  paths: readonly string[]
  place: Place | null
}

/** Folders are gone through; what is left out of them is told beside what fails. */
export async function takeInFiles(
  store: Store,
  { filing, paths, place }: FilesJob,
  context: CallContext,
): Promise<TakenIn> {
  const { files, leftOut } = await filesOf(paths)
  const answers: TakenIn = []
  for (const [done, path] of files.entries()) {
    if (context.signal.aborted) break
    context.step(done, files.length, basename(path))
    const load = () => readWhole(path, pictureLimitBytes)
    answers.push(...(await takeInFile(store, { filing, place, name: basename(path), load }, context.rules)))
  }
  const failures = leftOut.map((failure) => ({ failure }))
  return [...answers, ...failures].map((answer) =>
    'failure' in answer ? { failure: shortened(answer.failure, paths) } : answer,
  )
}

/** The person knows where the files came from: a file is called by its name, behind the folder that was given. */
function shortened({ code, params }: FailureData, paths: readonly string[]): FailureData {
  const { file } = params
  if (typeof file !== 'string' || !isAbsolute(file)) return { code, params }
  const given = paths.find((path) => file === path || file.startsWith(path + sep))
  return { code, params: { ...params, file: given ? relative(dirname(given), file) : basename(file) } }
}

interface TakeInJob {
  filing: string
  place: Place | null
  name: string
  load: () => Promise<Uint8Array>
}

/** Each page of the file is a picture, and answers for itself. */
export async function takeInFile(
  store: Store,
  { filing, place, name, load }: TakeInJob,
  rules: Rules,
): Promise<TakenIn> {
  const { id, client } = getFiling(store, filing)
  try {
    const bytes = await load()
    const answers: TakenIn = []
    for (const page of pagesOf(await pagesIn(bytes, name))) {
      answers.push(await takeInPage(store, { id, client }, { bytes, file: name, page, place }, rules))
    }
    return answers
  } catch (error) {
    return [{ failure: failureOf(error) }]
  }
}

function pagesOf(count: number): (number | null)[] {
  return count === 1 ? [null] : Array.from({ length: count }, (_, at) => at + 1)
}

async function takeInPage(
  store: Store,
  filing: { id: string; client: string },
  { bytes, file, page, place }: { bytes: Uint8Array; file: string; page: number | null; place: Place | null },
  rules: Rules,
): Promise<TakenIn[number]> {
  try {
    const name = pageName(file, page)
    const prepared = await prepareImage(
      { bytes, file, name, page, place, adjustments: [], overruled: [], settled: false },
      rules,
    )
    const [inserted] = await insertAll(store, filing, [prepared])
    return inserted
      ? { image: viewOfImage(store, inserted.id, rules) }
      : { failure: failureOf(new Error('nothing was inserted')) }
  } catch (error) {
    return { failure: failureOf(error) }
  }
}
