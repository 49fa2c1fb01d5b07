/**
 * Packages of many filings, made side by side. Measuring pictures and writing PDFs are work of one thread, so each
 * core gets a thread of its own; a thread holds one package at a time, so memory does not grow with their number.
 */
import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { extname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { createBirpc } from 'birpc'
import type { BatchResult, PackageResult } from '../../../preload/views.ts'
import { watched } from '../disk/drafts.ts'
import { folderNames } from '../disk/file-names.ts'
import type { CallContext } from '../dispatch.ts'
import { Failure, failureOf } from '../failure.ts'
import type { Answer, OwnerSide, WorkerSide, WorkerStart } from './batch-messages.ts'
import type { PackageJob } from './package.ts'

/** More threads than this cost memory (about 0.4 GB each) that an office machine needs for other things. */
const MOST_WORKERS = 4

export interface Batch {
  /** What the answer names it by: an id, or a file. */
  filing: string
  /** Of its folder inside `out`, before equal ones are numbered. */
  name: string
  job: Omit<PackageJob, 'out'>
}

export interface BatchOptions extends WorkerStart {
  /** Threads at the most; by default one for each core. */
  workers?: number
  context: Pick<CallContext, 'signal' | 'step'>
}

/**
 * Makes every package, each in a folder inside `out`; one that fails does not stop the others, and answers for itself.
 * Fails with `file.exists` when `out` is a file, and with `task.cancelled`: packages written by then are whole and stay.
 */
export async function makePackages(out: string, batch: readonly Batch[], options: BatchOptions): Promise<BatchResult> {
  const found = await stat(out).catch(() => null)
  if (found && !found.isDirectory()) throw new Failure('file.exists', { file: out })
  const names = folderNames(batch.map(({ name }) => name))
  const jobs = batch.map(({ job }, at) => ({ ...job, out: join(out, names[at] ?? '') }))
  const answers = await sideBySide(jobs, names, options)
  const packages = batch.map(({ filing }, at) => {
    const answer = answers[at] as Answer<PackageResult>
    const made = answer.ok ? { result: answer.value, failure: null } : { result: null, failure: answer.failure }
    return { filing, name: names[at] ?? '', ...made }
  })
  return { out, packages }
}

/** The answers are in the order of the jobs. */
async function sideBySide(
  jobs: readonly PackageJob[],
  labels: readonly string[],
  { rulesFolder, context, workers = availableParallelism() }: BatchOptions,
): Promise<Answer<PackageResult>[]> {
  const answers: Answer<PackageResult>[] = []
  const waiting = jobs.entries()
  let done = 0
  const work = async (): Promise<void> => {
    const thread = startThread({ rulesFolder })
    const cancel = () => thread.cancel()
    context.signal.addEventListener('abort', cancel)
    try {
      for (const [at, job] of waiting) {
        context.step(done, jobs.length, labels[at] ?? '')
        answers[at] = await watched(job.out, () => thread.make(job))
        done += 1
      }
    } finally {
      context.signal.removeEventListener('abort', cancel)
      await thread.end()
    }
  }
  const threads = Math.max(1, Math.min(workers, MOST_WORKERS, jobs.length))
  const ended = await Promise.allSettled(Array.from({ length: threads }, work))
  const broken = ended.find((one) => one.status === 'rejected')
  if (broken) throw broken.reason
  if (context.signal.aborted) throw new Failure('task.cancelled')
  return answers
}

interface Thread {
  make(job: PackageJob): Promise<Answer<PackageResult>>
  cancel(): void
  end(): Promise<unknown>
}

/** A thread that dies (out of memory) fails the package that it was making and every later one that it is given. */
function startThread(start: WorkerStart): Thread {
  const worker = new Worker(workerFile(), { workerData: start })
  const died = new Promise<never>((_, fail) => {
    worker.once('error', fail)
    worker.once('exit', (code) => fail(new Error(`a worker thread ended with ${code}`)))
  })
  died.catch(() => undefined)
  let pictures: PackageJob['pictures'] = []
  const here: OwnerSide = {
    async load(at) {
      try {
        const source = pictures[at]?.source
        if (!source) throw new Error(`no picture ${at}`)
        return { ok: true, value: await source.load() }
      } catch (error) {
        return { ok: false, failure: failureOf(error) }
      }
    },
  }
  const there = createBirpc<WorkerSide, OwnerSide, false>(here, {
    post: (message: unknown) => worker.postMessage(message),
    on: (receive) => void worker.on('message', receive),
    bind: 'functions',
    proxify: false,
    timeout: -1,
  })
  return {
    async make(job) {
      pictures = job.pictures
      const named = pictures.map(({ place, source: { load: _bytes, ...source } }) => ({ place, source }))
      return Promise.race([there.$call('make', { ...job, pictures: named }), died]).catch((error: unknown) => ({
        ok: false as const,
        failure: failureOf(error),
      }))
    },
    cancel: () => void there.$callEvent('cancel'),
    end: () => worker.terminate(),
  }
}

/** Beside this file, and of its kind: as source, or as what the build makes of it. */
function workerFile(): URL {
  return new URL(`./batch-worker${extname(import.meta.filename)}`, import.meta.url)
}
