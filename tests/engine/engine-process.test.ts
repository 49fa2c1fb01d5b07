/** The shell's launcher with the real engine in a child of this Node: what happens when it dies, and what gets through. */
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { spawnChildEngine } from '../../main/shell/engine-as-child.ts'
import { EngineProcess, type EngineState } from '../../main/shell/engine-process.ts'
import type { Progress } from '../../preload/bridge.ts'
import type { CallName, Input, Output } from '../../preload/contract.ts'

const entry = join(import.meta.dirname, '../../main/engine/index.ts')

let folder: string
let engine: EngineProcess
let states: EngineState[]
let told: Progress[]
let onProgress: (progress: Progress) => void

function start(options: { mostDeaths?: number } = {}): EngineProcess {
  return new EngineProcess({
    spawn: () => spawnChildEngine(entry, process.execPath),
    start: { dataFolder: join(folder, 'data') },
    onProgress: (progress) => {
      told.push(progress)
      onProgress(progress)
    },
    onState: (state) => states.push(state),
    onTrouble: () => {},
    firstPause: 5,
    ...options,
  })
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beiqi-engine-'))
  states = []
  told = []
  onProgress = () => {}
})

afterEach(async () => {
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
})

async function value<Name extends CallName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  const reply = await engine.call(name, input)
  if (!reply.ok) throw new Error(reply.failure.code)
  return reply.value as Output<Name>
}

function kill(signal: 'SIGSTOP' | 'SIGKILL'): void {
  if (!engine.pid) throw new Error('no engine takes calls')
  process.kill(engine.pid, signal)
}

test('calls and failures cross the process line', async () => {
  engine = start()

  expect(await value('engine/state', {})).toMatchObject({ dataFolder: join(folder, 'data') })
  expect(await engine.call('client/create', { name: '' })).toMatchObject({
    ok: false,
    failure: { code: 'call.invalid' },
  })
  expect(await engine.call('__proto__', {})).toMatchObject({ ok: false, failure: { code: 'call.unknown' } })
  // A function cannot cross; the call fails, and the engine goes on.
  expect(await engine.call('engine/state', () => {})).toMatchObject({ ok: false, failure: { code: 'internal' } })
  expect(states).toEqual(['ready'])
})

test('an engine killed in the middle of a call: the call fails, what was saved is there, the next call is answered', async () => {
  engine = start()
  const { id } = await value('client/create', { name: '示例客户' })

  // Stopped first, so that it cannot answer before it is killed.
  kill('SIGSTOP')
  const open = engine.call('client/list', { search: '' })
  await new Promise(setImmediate)
  kill('SIGKILL')

  expect(await open).toEqual({ ok: false, failure: { code: 'engine.stopped', params: {} } })
  // Made during the pause: it waits for the next engine.
  expect((await value('client/list', { search: '' })).map((client) => client.id)).toEqual([id])
  expect(states).toEqual(['ready', 'restarting', 'ready'])
})

test('an engine that keeps dying is given up, and every call says so', async () => {
  engine = start({ mostDeaths: 3 })

  for (let death = 1; death <= 3; death += 1) {
    await value('engine/state', {})
    kill('SIGKILL')
    await expect.poll(() => states.filter((state) => state !== 'ready')).toHaveLength(death)
  }

  expect(await engine.call('engine/state', {})).toEqual({ ok: false, failure: { code: 'engine.given-up', params: {} } })
  expect(states.at(-1)).toBe('given-up')
})

test('a long call tells its progress, and can be cancelled in the middle', async () => {
  engine = start()
  const client = await value('client/create', { name: '示例客户' })
  const filing = await value('filing/create', { client: client.id, filing: { format: 'beiqi-filing/1' } })
  const task = randomUUID()
  const paths = Array.from({ length: 500 }, (_, index) => join(folder, `缺-${index}.jpg`))

  onProgress = ({ done }) => {
    if (done === 3) void engine.call('task/cancel', { task })
  }
  const taken = await value('image/take-in', { task, filing: filing.id, paths, place: null })

  expect(told[0]).toEqual({ task, done: 0, total: 500, label: '缺-0.jpg' })
  expect(taken.length).toBeGreaterThan(3)
  expect(taken.length).toBeLessThan(500)
})

test('closing lets the engine close its store, and no call is left waiting', async () => {
  engine = start()
  await value('client/create', { name: '示例客户' })
  const { pid } = engine

  await engine.close()

  expect(() => process.kill(pid ?? 0, 0)).toThrow('ESRCH')
  expect(await engine.call('engine/state', {})).toMatchObject({ ok: false, failure: { code: 'engine.stopped' } })
  expect(existsSync(join(folder, 'data'))).toBe(true)
})
