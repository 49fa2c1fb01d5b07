/** Entry of the thread in which one picture is decoded (decoder.ts). It knows one job, answers once and ends. */
import { readlinkSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { Size } from '../../../rules/geometry.ts'
import { Failure, failureOf } from '../failure.ts'
import type { Answer, Drawn, Job, Started } from './decoder.ts'

/** As far as it is used here; the browser's types, which declare it, are not for the engine. */
declare const WebAssembly: { Memory: { prototype: { readonly buffer: ArrayBuffer; grow(pages: number): number } } }

const { job, mostMemory } = workerData as { job: Job; mostMemory: number }
let refused = false
parentPort?.postMessage({ thread: threadFolder() } satisfies Started)

function threadFolder(): string | null {
  try {
    return `/proc/${readlinkSync('/proc/thread-self')}`
  } catch {
    return null
  }
}

/** The decoders' memory grows by this one call; past the limit they are told that there is none, as by a full machine. */
const grow = WebAssembly.Memory.prototype.grow
WebAssembly.Memory.prototype.grow = function (pages: number): number {
  refused = this.buffer.byteLength + pages * 65536 > mostMemory
  if (refused) throw new RangeError('memory limit')
  return grow.call(this, pages)
}

interface Reader {
  sizes(): Promise<Size[]>
  draw(page: number): Promise<Drawn>
}

async function readerOf({ format, bytes, file, mostPages }: Job): Promise<Reader> {
  if (format === 'heic') {
    const { heicSizes, drawHeic } = await import('../imaging/heic.ts')
    return { sizes: () => heicSizes(bytes), draw: (page) => drawHeic(bytes, page) }
  }
  const { scanSizes, drawScan } = await import('../pdf/scan.ts')
  return {
    sizes: () => scanSizes(bytes, file, mostPages),
    draw: async (page) => ({ ...(await drawScan(bytes, page, file)), profile: null }),
  }
}

async function answerOf(job: Job, reader: Reader): Promise<Answer> {
  if (job.page !== null) return { drawn: await reader.draw(job.page) }
  const sizes = await reader.sizes()
  const large = sizes.find(({ width, height }) => width * height > job.mostPixels)
  if (large) throw tooManyPixels(large, job.file, job.mostPixels)
  return { sizes, drawn: sizes.length === 1 ? await reader.draw(0) : null }
}

function tooManyPixels({ width, height }: Size, file: string, most: number): Failure {
  const megapixels = Math.round((width * height) / 1e6)
  return new Failure('image.too-many-pixels', { file, megapixels, limit: most / 1e6 })
}

async function answer(): Promise<Answer> {
  let reader: Reader
  try {
    reader = await readerOf(job)
  } catch (error) {
    return { unstarted: error instanceof Error ? error.message : String(error) }
  }
  try {
    return await answerOf(job, reader)
  } catch (error) {
    if (refused) return { stopped: 'memory' }
    const failure = failureOf(error)
    return failure.code === 'internal' ? { broken: String(failure.params['detail']) } : { failure }
  }
}

const said = await answer()
parentPort?.postMessage(said, 'drawn' in said && said.drawn ? [said.drawn.data.buffer as ArrayBuffer] : [])
