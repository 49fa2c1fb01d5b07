/**
 * Pages of PDFs and HEIC photos are decoded in a thread of their own, one at a time: a file that makes a decoder loop,
 * trap or ask for all memory ends the thread, not the engine, and leaves nothing behind for the next file.
 */
import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { FailureData } from '../../../preload/failures.ts'
import type { Size } from '../../../rules/geometry.ts'
import { Failure } from '../failure.ts'
import { MOST_PAGES, MOST_PIXELS } from '../imaging/decode.ts'
import { MOST_HEIC_PIXELS } from '../imaging/heic.ts'

export type ForeignFormat = 'pdf' | 'heic'

export interface Job {
  format: ForeignFormat
  bytes: Uint8Array
  /** What a failure calls the file. */
  file: string
  /** The page that is drawn (the first is 0); null: only the sizes of all pages are told. */
  page: number | null
  mostPages: number
  mostPixels: number
}

/** RGB, 8 bits, rows from the top. `profile`: the ICC profile of the colours; null is sRGB. */
export interface Drawn extends Size {
  data: Buffer
  profile: Uint8Array | null
}

/** `/proc` folder of the thread, by which its work is measured; null: this system has none. */
export interface Started {
  thread: string | null
}

export type Answer =
  /** A file of one page is drawn at once: it will be wanted, and a second thread would read it all again. */
  | { sizes: Size[]; drawn: Drawn | null }
  | { drawn: Drawn }
  | { failure: FailureData }
  | { broken: string }
  | { stopped: 'memory' }
  /** The thread never came to the file. */
  | { unstarted: string }

/** Of WebAssembly, in bytes (a phone's 48 megapixels take 390 MB), and of the thread's own objects. */
const MOST_MEMORY: Record<ForeignFormat, number> = { heic: 416 * 1024 * 1024, pdf: 384 * 1024 * 1024 }
const MOST_HEAP_MB = 256
/** Seconds of work by the thread's own clock: a busy machine is no fault of the file. Where there is none, by the wall's. */
const MOST_CPU = 8
const MOST_WALL = 30
/** Clock ticks of /proc in a second, on every Linux of today. */
const TICKS = 100
const LOOK_EVERY = 200

/**
 * Fails with `image.decoder-stopped`, `image.truncated`, or what the format's own reader fails with. A thread that
 * cannot start is no fault of the file: any other `Error`, which is `internal`.
 */
export async function openPages(
  format: ForeignFormat,
  bytes: Uint8Array,
  file: string,
): Promise<{ sizes: Size[]; drawn: Drawn | null }> {
  const answer = await decodeApart({ format, bytes, file, page: null, ...limits(format) })
  if ('sizes' in answer) return { sizes: answer.sizes, drawn: answer.drawn && whole(answer.drawn) }
  throw failed(answer, file)
}

/** The same failures. */
export async function drawPage(format: ForeignFormat, bytes: Uint8Array, page: number, file: string): Promise<Drawn> {
  const answer = await decodeApart({ format, bytes, file, page, ...limits(format) })
  if ('drawn' in answer && answer.drawn) return whole(answer.drawn)
  throw failed(answer, file)
}

function limits(format: ForeignFormat): Pick<Job, 'mostPages' | 'mostPixels'> {
  return { mostPages: MOST_PAGES, mostPixels: format === 'heic' ? MOST_HEIC_PIXELS : MOST_PIXELS }
}

/** Across the line between threads, a buffer becomes plain bytes. */
function whole(drawn: Drawn): Drawn {
  const { buffer, byteOffset, byteLength } = drawn.data
  return { ...drawn, data: Buffer.from(buffer, byteOffset, byteLength) }
}

function failed(answer: Answer, file: string): Error {
  if ('unstarted' in answer) return new Error(answer.unstarted)
  if ('failure' in answer) return new Failure(answer.failure.code, answer.failure.params)
  if ('stopped' in answer) return stopped(file, { zh: '需要的内存过多', en: 'it needs too much memory' })
  return new Failure('image.truncated', { file, detail: 'broken' in answer ? answer.broken : '' })
}

function stopped(file: string, detail: { zh: string; en: string }): Failure {
  return new Failure('image.decoder-stopped', { file, detail })
}

let last: Promise<unknown> = Promise.resolve()

/** One after the other: the memory of several large pages would add up. */
function decodeApart(job: Job): Promise<Answer> {
  const mine = last.then(() => runThread(job))
  last = mine.catch(() => undefined)
  return mine
}

/** As source when run as it is, as a file of its own beside the engine when built (vite.config.ts). */
const entry = new URL(import.meta.url.endsWith('.ts') ? './decoder-thread.ts' : './decoder-thread.js', import.meta.url)

function runThread(job: Job): Promise<Answer> {
  const thread = new Worker(entry, {
    workerData: { job, mostMemory: MOST_MEMORY[job.format] },
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
    // Decoders talk to the console, which belongs to the command line's answer.
    stdout: true,
    stderr: true,
  })
  const start = performance.now()
  let folder: string | null = null
  let isStarted = false
  return new Promise<Answer>((done, fail) => {
    const looking = setInterval(() => {
      const worked = secondsOf(folder)
      if (worked === null ? performance.now() - start < MOST_WALL * 1000 : worked < MOST_CPU) return
      settle(() => fail(stopped(job.file, { zh: '解码用时过长', en: 'decoding takes too long' })))
    }, LOOK_EVERY)
    // The first word counts: the end of the thread is told as well.
    let settled = false
    const settle = (how: () => void): void => {
      if (settled) return
      settled = true
      clearInterval(looking)
      void thread.terminate().then(how)
    }
    thread.on('message', (said: Started | Answer) => {
      isStarted = true
      if ('thread' in said) folder = said.thread
      else settle(() => done(said))
    })
    thread.once('error', (error) =>
      settle(() =>
        (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? done({ stopped: 'memory' })
          : done(isStarted ? { broken: error.message } : { unstarted: error.message }),
      ),
    )
    thread.once('exit', () =>
      settle(() => done(isStarted ? { broken: 'the decoder ended' } : { unstarted: 'the decoder did not start' })),
    )
  })
}

/** User and system time of a thread: fields 14 and 15 of its `stat`, counted behind the name, which may hold blanks. */
function secondsOf(folder: string | null): number | null {
  if (folder === null) return null
  try {
    const stat = readFileSync(`${folder}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / TICKS
  } catch {
    return null
  }
}
