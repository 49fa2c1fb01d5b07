/** Scenes are drawn once and kept: a table over hundreds of them is measured again after every change. */
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DrawnScene, drawScene } from './scenes/index.ts'

/** Counts up when what a seed draws changes, so that an old folder is not taken for a new one. */
const edition = 1
export const measuredSide = 1200

/** The scene of a seed, from the folder of results where it was drawn before. */
export async function storedScene(seed: number, longSide = measuredSide): Promise<DrawnScene> {
  const folder = join(import.meta.dirname, `../.results/scenes-${edition}`)
  const base = join(folder, `${seed}-${longSide}`)
  if (existsSync(`${base}.json`)) {
    const known = JSON.parse(await readFile(`${base}.json`, 'utf8')) as Omit<DrawnScene, 'jpeg'>
    return { ...known, jpeg: await readFile(`${base}.jpg`) }
  }
  const scene = await drawScene(seed, longSide)
  const { jpeg, ...rest } = scene
  await mkdir(folder, { recursive: true })
  await writeFile(`${base}.jpg`, jpeg)
  await writeFile(`${base}.json.part`, JSON.stringify(rest))
  await rename(`${base}.json.part`, `${base}.json`)
  return scene
}
