/** Entry of a worker thread: makes packages, one after another, of pictures that the engine hands over. */
import { parentPort, workerData } from 'node:worker_threads'
import { createBirpc } from 'birpc'
import { Failure, failureOf } from '../failure.ts'
import { RuleEditions } from '../rule-packs/rule-packs.ts'
import type { Answer, BatchJob, OwnerSide, WorkerSide, WorkerStart } from './batch-messages.ts'
import { makePackage } from './package.ts'

if (!parentPort) throw new Error('started outside a worker thread')
const port = parentPort
const { rules, damaged } = new RuleEditions((workerData as WorkerStart).rulesFolder)
let running = new AbortController()

const here: WorkerSide = {
  async make(job) {
    running = new AbortController()
    const { signal } = running
    const step = () => {
      if (signal.aborted) throw new Failure('task.cancelled')
    }
    try {
      return { ok: true, value: await makePackage(withPictures(job), { rules, damaged, signal, step }) }
    } catch (error) {
      return { ok: false, failure: failureOf(error) }
    }
  },
  cancel: () => running.abort(),
}

const owner = createBirpc<OwnerSide, WorkerSide, false>(here, {
  post: (message: unknown) => port.postMessage(message),
  on: (receive) => void port.on('message', receive),
  bind: 'functions',
  proxify: false,
  timeout: -1,
})

function withPictures(job: BatchJob) {
  const pictures = job.pictures.map(({ place, source }, at) => ({
    place,
    source: { ...source, load: async () => unwrapped(await owner.$call('load', at)) },
  }))
  return { ...job, pictures }
}

function unwrapped<Value>(answer: Answer<Value>): Value {
  if (answer.ok) return answer.value
  throw new Failure(answer.failure.code, answer.failure.params)
}
