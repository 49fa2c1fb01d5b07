/**
 * `npm run measure:train [-- --scenes N]`: makes the weights in `main/engine/imaging/likelihood.json` again, from the
 * first N scenes of the development seeds and nothing else. Run `npm run measure` afterwards.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { render, scaleCorners } from '../../../main/engine/imaging/apply.ts'
import { outlinesIn, SEARCHED_SIDE } from '../../../main/engine/imaging/corners.ts'
import {
  type Network,
  probability,
  surroundingNames,
  surroundings,
  valuesOf,
} from '../../../main/engine/imaging/likelihood.ts'
import { type Outline, traitNames } from '../../../main/engine/imaging/traits.ts'
import { RIGHT } from '../detector.ts'
import { overlapOf } from '../overlap.ts'
import type { DrawnScene } from '../scenes/index.ts'
import { seedsOf } from '../scenes/sets.ts'
import { storedScenes } from '../stored.ts'
import { type Example, trained } from './network.ts'

/** Hidden units. */
const UNITS = 12
/** Parts that the scenes are cut into: what a scene's outlines are likely by the first network is told without itself. */
const PARTS = 4

interface Seen {
  outlines: Outline[]
  isRight: boolean[]
}

const { values } = parseArgs({ options: { scenes: { type: 'string', default: '600' } } })
const scenes: Seen[] = []
for await (const scene of storedScenes(seedsOf('development', Number(values.scenes)))) scenes.push(await seen(scene))

const alone = (parts: readonly Seen[]): Network =>
  trained(
    parts.flatMap((part) => examplesAlone(part)),
    UNITS,
    1,
  )
const examples = Array.from({ length: PARTS }, (_, part) => {
  const network = alone(scenes.filter((_, at) => Math.floor(at / 20) % PARTS !== part))
  return scenes
    .filter((_, at) => Math.floor(at / 20) % PARTS === part)
    .flatMap((scene) => examplesTogether(scene, network))
}).flat()
const weights = {
  madeFrom: `${scenes.length} scenes of the development seeds, ${examples.length} outlines, ${examples.filter(({ isRight }) => isRight).length} of them right`,
  madeBy: 'npm run measure:train',
  inputs: [...traitNames, ...surroundingNames],
  alone: alone(scenes),
  together: trained(examples, UNITS, 2),
}
await writeFile(
  join(import.meta.dirname, '../../../main/engine/imaging/likelihood.json'),
  `${JSON.stringify(weights, null, 2).replace(/\[\s+([-\d.e,\s]+?)\s+\]/g, (_, list: string) => `[${list.replace(/\s+/g, ' ')}]`)}\n`,
)
process.stdout.write(`${weights.madeFrom}\n`)

async function seen({ jpeg, ...scene }: DrawnScene): Promise<Seen> {
  const raster = await render(jpeg, `${scene.seed}.jpg`, [], { side: SEARCHED_SIDE })
  const outlines = await outlinesIn(raster)
  const truths = scene.documents.map(({ corners }) => scaleCorners(corners, scene, raster))
  return {
    outlines,
    isRight: outlines.map(({ corners }) => truths.some((truth) => overlapOf(corners, truth) > RIGHT)),
  }
}

function examplesAlone({ outlines, isRight }: Seen): Example[] {
  return outlines.map(({ traits }, at) => ({ inputs: valuesOf(traits), isRight: isRight[at] === true }))
}

function examplesTogether(scene: Seen, network: Network): Example[] {
  const own = examplesAlone(scene)
  const around = surroundings(
    scene.outlines,
    own.map(({ inputs }) => probability(network, inputs)),
  )
  return own.map(({ inputs, isRight }, at) => ({
    inputs: [...inputs, ...surroundingNames.map((name) => around[at]?.[name] ?? 0)],
    isRight,
  }))
}
