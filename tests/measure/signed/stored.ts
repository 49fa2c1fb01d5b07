/**
 * Pictures of signed papers are drawn once and kept, as scenes are. A paper whose text has changed since would rightly be
 * called another edition, so its picture is drawn again.
 */
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DrawnSigned, drawSigned, printedHash } from './draw.ts'
import { signedPlan } from './plan.ts'

/** Counts up when what a seed draws changes. */
const edition = 4

export async function storedSigned(seed: number): Promise<DrawnSigned> {
  const folder = join(import.meta.dirname, `../../.results/signed-${edition}`)
  const base = join(folder, String(seed))
  if (existsSync(`${base}.json`)) {
    const known = JSON.parse(await readFile(`${base}.json`, 'utf8')) as Omit<DrawnSigned, 'jpeg'>
    if (known.printed === (await printedHash(signedPlan(seed))))
      return { ...known, jpeg: await readFile(`${base}.jpg`) }
  }
  const drawn = await drawSigned(seed)
  const { jpeg, ...rest } = drawn
  await mkdir(folder, { recursive: true })
  await writeFile(`${base}.jpg`, jpeg)
  await writeFile(`${base}.json.part`, JSON.stringify(rest))
  await rename(`${base}.json.part`, `${base}.json`)
  return drawn
}
