/**
 * `node tests/measure/scenes/draw.ts SEED…`: draws the scenes of the seeds into the folder where `stored.ts` looks.
 * In a process of its own: the program's decoder forbids SVG to the whole process, and scenes are drawn in SVG.
 */
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { drawScene } from './index.ts'
import { measuredSide, scenePath, scenesFolder } from './place.ts'

await mkdir(scenesFolder, { recursive: true })
for (const seed of process.argv.slice(2).map(Number)) {
  const { jpeg, ...rest } = await drawScene(seed, measuredSide)
  const base = scenePath(seed)
  await writeFile(`${base}.jpg`, jpeg)
  await writeFile(`${base}.json.part`, JSON.stringify(rest))
  await rename(`${base}.json.part`, `${base}.json`)
}
