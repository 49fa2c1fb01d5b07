/**
 * `npm run measure:train [-- --scenes N]`: makes the weights in `main/engine/imaging/likelihood.json` again, from the
 * first N scenes of the development seeds and those of `hard.ts`, and nothing else. Tells also how often a sure outline
 * is wrong on scenes that the weights at work were not made from. Run `npm run measure` afterwards.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { render, scaleCorners } from '../../../main/engine/imaging/apply.ts'
import { outlinesIn, SEARCHED_SIDE } from '../../../main/engine/imaging/corners.ts'
import { overlapOf } from '../overlap.ts'
import type { DrawnScene } from '../scenes/index.ts'
import { seedsOf } from '../scenes/sets.ts'
import { storedScenes } from '../stored.ts'
import { hardSeeds } from './hard.ts'
import { type Seen, weightsFrom } from './weights.ts'

const { values } = parseArgs({ options: { scenes: { type: 'string', default: '1400' } } })
const count = Number(values.scenes)
const scenes: Seen[] = []
for await (const scene of storedScenes([...seedsOf('development', count), ...hardSeeds(count)])) {
  scenes.push(await seen(scene))
}
const { weights, report } = weightsFrom(scenes)
await writeFile(
  join(import.meta.dirname, '../../../main/engine/imaging/likelihood.json'),
  `${JSON.stringify(weights, null, 2).replace(/\[\s+([-\d.e,\s]+?)\s+\]/g, (_, list: string) => `[${list.replace(/\s+/g, ' ')}]`)}\n`,
)
process.stdout.write(`${weights.madeFrom}\n${report}\n`)

async function seen({ jpeg, ...scene }: DrawnScene): Promise<Seen> {
  const raster = await render(jpeg, `${scene.seed}.jpg`, [], { side: SEARCHED_SIDE })
  const outlines = await outlinesIn(raster)
  const truths = scene.documents.map(({ corners }) => scaleCorners(corners, scene, raster))
  const overlaps = outlines.map(({ corners }) => Math.max(0, ...truths.map((truth) => overlapOf(corners, truth))))
  return { kind: scene.kind, size: { width: raster.width, height: raster.height }, outlines, overlaps }
}
