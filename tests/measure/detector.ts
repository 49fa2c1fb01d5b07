/** The detector over one set of scenes: one line of the table. */
import { findCorners } from '../../main/engine/imaging/corners.ts'
import type { Corners } from '../../rules/schema.ts'
import { cornerError, overlapOf } from './overlap.ts'
import type { DrawnScene } from './scenes/index.ts'

/** An outline is right from here on; a sure one that is worse is a false confident crop. */
export const RIGHT = 0.95

export interface Seen {
  scene: Omit<DrawnScene, 'jpeg'>
  /** Of the best outline with the document that it fits best; 0 where there is none of either. */
  overlap: number
  /** Pixels; NaN where there is no outline or no document. */
  error: number
  confidence: number
  sure: boolean
  /** Sure outlines (the best, and each of several) that fit no document. */
  wrong: number
  /** Documents of the scene that are among the sure outlines. */
  recalled: number
  milliseconds: number
}

export async function seen({ jpeg, ...scene }: DrawnScene): Promise<Seen> {
  const before = process.cpuUsage()
  const found = await findCorners(jpeg, `${scene.seed}.jpg`)
  const { user, system } = process.cpuUsage(before)
  const truths = scene.documents.map(({ corners }) => corners)
  const best = (corners: Corners): number => Math.max(0, ...truths.map((truth) => overlapOf(corners, truth)))
  const sure = found.documents.map(({ corners }) => corners)
  const { offered } = found
  const errors = offered ? truths.map((truth) => cornerError(offered, truth)) : []
  return {
    scene,
    overlap: offered ? best(offered) : 0,
    error: errors.length > 0 ? Math.min(...errors) : Number.NaN,
    confidence: found.confidence,
    sure: found.corners !== null,
    wrong: sure.filter((corners) => best(corners) <= RIGHT).length,
    recalled: truths.filter((truth) => sure.some((corners) => overlapOf(corners, truth) > RIGHT)).length,
    milliseconds: (user + system) / 1000,
  }
}

export interface Line {
  set: string
  scenes: number
  /** Of the scenes whose documents are all in the picture: the mean overlap, and the share above `RIGHT`. */
  meanOverlap: number
  right: number
  /** Middle and 95th percentile of the largest corner error, in thousandths of the picture's long side. */
  error: [number, number]
  /** Share of those scenes that are cropped without asking. */
  sure: number
  /** Scenes, of all, with a sure outline that is wrong. */
  wrong: number
  /** Share of the documents found, in scenes with several. */
  recall: number
  milliseconds: number
}

export function lineOf(set: string, all: readonly Seen[]): Line {
  const whole = all.filter(({ scene }) => scene.kind === 'single' || scene.kind === 'several')
  const several = all.filter(({ scene }) => scene.kind === 'several')
  const errors = whole
    .map(({ error, scene }) => (error * 1000) / Math.max(scene.width, scene.height))
    .filter(Number.isFinite)
  const share = (count: number, of: number): number => count / Math.max(1, of)
  return {
    set,
    scenes: all.length,
    meanOverlap: share(sum(whole.map(({ overlap }) => overlap)), whole.length),
    right: share(whole.filter(({ overlap }) => overlap > RIGHT).length, whole.length),
    error: [percentile(errors, 0.5), percentile(errors, 0.95)],
    sure: share(whole.filter((one) => one.sure).length, whole.length),
    wrong: all.filter((one) => one.wrong > 0).length,
    recall: share(
      sum(several.map(({ recalled }) => recalled)),
      sum(several.map(({ scene }) => scene.documents.length)),
    ),
    milliseconds: percentile(
      all.map(({ milliseconds }) => milliseconds),
      0.5,
    ),
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Number.NaN
}
