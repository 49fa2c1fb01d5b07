/** Faulty pictures are drawn once and kept, as the scenes are (`../stored.ts`). */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Faulty } from './index.ts'
import { listPath, picturePath } from './kept.ts'

/** The pictures of the seeds one by one; those never seen before are drawn first, by another process. */
export async function* storedFaulty(seeds: readonly number[]): AsyncGenerator<Faulty> {
  const missing = seeds.filter((seed) => !existsSync(listPath(seed)))
  if (missing.length > 0) await draw(missing)
  for (const seed of seeds) {
    const known = JSON.parse(await readFile(listPath(seed), 'utf8')) as Omit<Faulty, 'jpeg'>[]
    for (const one of known) yield { ...one, jpeg: await readFile(picturePath(seed, one.fault)) }
  }
}

async function draw(seeds: readonly number[]): Promise<void> {
  const script = join(import.meta.dirname, 'draw.ts')
  const [code] = await once(spawn(process.execPath, [script, ...seeds.map(String)], { stdio: 'inherit' }), 'exit')
  if (code !== 0) throw new Error(`drawing faulty pictures ended with ${code}`)
}
