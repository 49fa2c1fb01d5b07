/** Scenes are drawn once and kept: a table over hundreds of them is measured again after every change. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DrawnScene } from './scenes/index.ts'
import { scenePath } from './scenes/place.ts'

/** The scenes of the seeds one by one; those never seen before are drawn first, by another process (`draw.ts` says why). */
export async function* storedScenes(seeds: readonly number[]): AsyncGenerator<DrawnScene> {
  const missing = seeds.filter((seed) => !existsSync(`${scenePath(seed)}.json`))
  if (missing.length > 0) await draw(missing)
  for (const seed of seeds) {
    const known = JSON.parse(await readFile(`${scenePath(seed)}.json`, 'utf8')) as Omit<DrawnScene, 'jpeg'>
    yield { ...known, jpeg: await readFile(`${scenePath(seed)}.jpg`) }
  }
}

async function draw(seeds: readonly number[]): Promise<void> {
  const script = join(import.meta.dirname, 'scenes/draw.ts')
  const [code] = await once(spawn(process.execPath, [script, ...seeds.map(String)], { stdio: 'inherit' }), 'exit')
  if (code !== 0) throw new Error(`drawing scenes ended with ${code}`)
}
