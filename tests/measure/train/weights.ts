/** From outlines whose overlap with a document is known to the weights of `likelihood.ts`, and how far they can be trusted. */
import type { Size } from '../../../main/engine/imaging/decode.ts'
import {
  apart,
  inputNames,
  inputsTogether,
  type Network,
  probability,
  valuesOf,
} from '../../../main/engine/imaging/likelihood.ts'
import { isSure } from '../../../main/engine/imaging/sure.ts'
import type { Outline } from '../../../main/engine/imaging/traits.ts'
import { RIGHT } from '../detector.ts'
import type { SceneKind } from '../scenes/plan.ts'
import { type Example, trained } from './network.ts'

/** The outlines of a scene, and of each the overlap with the document that it fits best. */
export interface Seen {
  kind: SceneKind
  size: Size
  outlines: Outline[]
  overlaps: number[]
}

/** Hidden units. */
const UNITS = 12
/** Parts that the scenes are cut into: what an outline is likely by a network is told without its own scene. */
const PARTS = 5
/** Scenes in a row that stay in one part. */
const ROW = 20
/** An outline is no document up to the first overlap and fully one from the second on; between them it is partly so. */
const FIT = { none: 0.92, full: 0.98 }

export function weightsFrom(scenes: readonly Seen[]) {
  const alone = apartTrained(scenes, (scene) => scene.outlines.map(({ traits }) => valuesOf(traits)), 1)
  const together = apartTrained(
    scenes.map((scene, at) => ({ ...scene, alone: alone.likely[at] as number[] })),
    (scene) => inputsTogether(scene.outlines, scene.alone),
    2,
  )
  const overlaps = scenes.flatMap((scene) => scene.overlaps)
  const right = overlaps.filter((overlap) => overlap > RIGHT).length
  const weights = {
    madeFrom: `${scenes.length} scenes of the development seeds, ${overlaps.length} outlines, ${right} of them right`,
    madeBy: 'npm run measure:train',
    inputs: inputNames,
    alone: alone.network,
    together: together.network,
  }
  return { weights, report: reportOf(scenes, together.likely) }
}

/** A network made from all scenes, and how likely each outline is by one that is made without its scene's part. */
function apartTrained<Scene extends Seen>(
  scenes: readonly Scene[],
  inputsOf: (scene: Scene) => number[][],
  seed: number,
): { network: Network; likely: number[][] } {
  const inputs = scenes.map(inputsOf)
  const examples = scenes.map(({ overlaps }, at): Example[] =>
    overlaps.map((overlap, outline) => ({ inputs: inputs[at]?.[outline] as number[], target: fitOf(overlap) })),
  )
  const partOf = (at: number): number => Math.floor(at / ROW) % PARTS
  const networks = Array.from({ length: PARTS }, (_, part) =>
    trained(examples.filter((_, at) => partOf(at) !== part).flat(), UNITS, seed),
  )
  return {
    network: trained(examples.flat(), UNITS, seed),
    likely: inputs.map((own, at) => own.map((one) => probability(networks[partOf(at)] as Network, one))),
  }
}

function fitOf(overlap: number): number {
  return Math.min(1, Math.max(0, (overlap - FIT.none) / (FIT.full - FIT.none)))
}

/** What the limits of `sure.ts` come to where no network has seen the scene. */
function reportOf(scenes: readonly Seen[], likely: readonly number[][]): string {
  const judged = scenes.map(({ kind, size, outlines, overlaps }, at) => {
    const rated = outlines.map((outline, nth) => ({ ...outline, likelihood: likely[at]?.[nth] as number }))
    const overlapOf = (corners: Outline['corners']): number =>
      overlaps[rated.findIndex((one) => one.corners === corners)] ?? 0
    const found = apart(rated)
    const sure = found.filter((outline) => isSure(outline, rated, size))
    return {
      isWhole: kind === 'single' || kind === 'several',
      isRight: found[0] !== undefined && overlapOf(found[0].corners) > RIGHT,
      isSure: found[0] !== undefined && sure[0] === found[0],
      isWrong: sure.some(({ corners }) => overlapOf(corners) <= RIGHT),
    }
  })
  const whole = judged.filter(({ isWhole }) => isWhole)
  const percent = (count: number, of: number): string => `${((count * 100) / of).toFixed(1)} %`
  return [
    'Each scene by weights made without it:',
    `IoU > ${RIGHT} ${percent(whole.filter(({ isRight }) => isRight).length, whole.length)}`,
    `sure ${percent(whole.filter((one) => one.isSure).length, whole.length)} of ${whole.length} with whole documents`,
    `sure and wrong ${judged.filter(({ isWrong }) => isWrong).length} of ${judged.length}`,
  ].join('\n')
}
