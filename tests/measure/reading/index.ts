/**
 * `node tests/measure/reading/index.ts [--scenes N] [--set development|held-out] [--failures]`: what is read of
 * documents whose words are known, on drawn scenes that show one of them: which way up, which document, which values.
 * `--failures` lists what went wrong, of development scenes only: nobody may tune on the others.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { planOf } from '../scenes/plan.ts'
import { type SetName, seedsOf } from '../scenes/sets.ts'
import { readPath, readSide } from './place.ts'
import { type Read, type ReadScene, readScene } from './read.ts'
import { tableOf } from './table.ts'

const { values } = parseArgs({
  options: {
    scenes: { type: 'string', default: '100' },
    set: { type: 'string' },
    failures: { type: 'boolean', default: false },
  },
})
const count = Number(values.scenes) || 100
const asked: SetName[] =
  values.set === 'development' || values.set === 'held-out' ? [values.set] : ['development', 'held-out']

/** Scenes with one document, whole in the picture. */
function singles(set: SetName): number[] {
  return seedsOf(set, count * 3)
    .filter((seed) => planOf(seed, readSide).kind === 'single')
    .slice(0, count)
}

async function draw(seeds: readonly number[]): Promise<void> {
  const missing = seeds.filter((seed) => !existsSync(`${readPath(seed)}.json`))
  if (missing.length === 0) return
  const script = join(import.meta.dirname, 'draw.ts')
  const [code] = await once(spawn(process.execPath, [script, ...missing.map(String)], { stdio: 'inherit' }), 'exit')
  if (code !== 0) throw new Error(`drawing scenes ended with ${code}`)
}

const all = new Map<SetName, Read[]>()
for (const set of asked) {
  const seeds = singles(set)
  await draw(seeds)
  const read: Read[] = []
  for (const seed of seeds) {
    const scene = JSON.parse(await readFile(`${readPath(seed)}.json`, 'utf8')) as ReadScene
    read.push(await readScene(scene, await readFile(`${readPath(seed)}.jpg`)))
  }
  all.set(set, read)
  if (values.failures && set === 'development') {
    for (const { line, isRight } of read) if (!isRight) process.stdout.write(`${line}\n`)
  }
}
process.stdout.write(tableOf(all))
