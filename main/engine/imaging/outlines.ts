/** All outlines on a picture that might be documents, each once, with what surrounds it and what lies in it. */
import type { Corners } from '../../../rules/schema.ts'
import { scaleCorners } from './apply.ts'
import { shapeOf } from './aspect.ts'
import { completions } from './complete.ts'
import type { Size } from './decode.ts'
import { moved } from './grow.ts'
import { type LabPlanes, planesOf } from './lab-planes.ts'
import { type Mat, type OpenCv, withMats } from './opencv.ts'
import { farApart, fromTopLeft } from './polygon.ts'
import { quadCandidates } from './quads.ts'
import { settle } from './sides.ts'
import { isDocumentLike, type Outline, outlineOf } from './traits.ts'

/** Pixels on the long side of the small copy in which quadrilaterals are looked for. */
const SMALL_SIDE = 400

/** `lab`: 8-bit CIE Lab, slightly softened. */
export function outlinesOn(cv: OpenCv, lab: Mat): Outline[] {
  const planes = planesOf(lab.data, lab.cols, lab.rows)
  const rough = distinct(roughQuads(cv, lab), 5, itself)
  const found = settledOutlines(planes, rough, [9, 4])
  const promising = [...found].sort((one, other) => promise(other) - promise(one)).slice(0, EXTENDED)
  const more = promising.flatMap((outline) => extensions(planes, outline))
  return distinct([...found, ...more], 2, ({ corners }) => corners)
}

/** Outlines from which others are made. */
const EXTENDED = 6
/** How far from a known paper's shape an outline may be that was made from another one. */
const STRANGE = 0.12

function promise({ traits }: Outline): number {
  return traits.seen * Math.exp(traits.area / 4) * (traits.strange > STRANGE ? 0.6 : 1)
}

function extensions(planes: LabPlanes, { corners, sides, traits }: Outline): Outline[] {
  const weakest = Math.min(...sides.map(({ seen }) => seen))
  const doubtful = weakest < 0.9 || traits.strange > 0.05
  const completed = doubtful
    ? completions(corners, planes)
        .filter((made) => [1, 2, 3].every((at) => (sides[(made.moved + at) % 4]?.seen ?? 0) >= 0.5))
        .map((made) => made.corners)
    : []
  return [
    ...settledOutlines(planes, known(distinct(moved(planes, corners), 3, itself), planes), [4]),
    ...settledOutlines(planes, distinct(completed, 3, itself), [9, 4]),
  ]
}

function known(all: readonly Corners[], size: Size): Corners[] {
  return all.filter((corners) => shapeOf(corners, size).off < STRANGE)
}

function settledOutlines(planes: LabPlanes, rough: readonly Corners[], reaches: readonly number[]): Outline[] {
  const settled = rough
    .filter((corners) => isDocumentLike(corners, planes))
    .map((corners) => settledOn(planes, corners, reaches))
    .filter((corners) => corners !== null)
  return distinct(settled, 2, itself).flatMap((corners) => outlineOf(planes, corners) ?? [])
}

function roughQuads(cv: OpenCv, lab: Mat): Corners[] {
  return withMats((keep) => {
    const scale = Math.min(1, SMALL_SIDE / Math.max(lab.cols, lab.rows))
    const small = keep(new cv.Mat())
    const size = new cv.Size(Math.round(lab.cols * scale), Math.round(lab.rows * scale))
    cv.resize(lab, small, size, 0, 0, cv.INTER_AREA)
    const [from, to] = [small, lab].map(({ cols, rows }) => ({ width: cols, height: rows }))
    return quadCandidates(cv, small).map((corners) => fromTopLeft(scaleCorners(corners, from as never, to as never)))
  })
}

/** With the sides on the edges nearby: each round looks within so many pixels. */
function settledOn(planes: LabPlanes, corners: Corners, reaches: readonly number[]): Corners | null {
  let settled: Corners | null = corners
  for (const reach of reaches) settled = settled && settle(planes, settled, reach)
  return settled && fromTopLeft(settled)
}

const itself = (corners: Corners): Corners => corners

/** Each outline once: of those whose corners are all within `pixels`, the first. */
function distinct<Kind>(all: readonly Kind[], pixels: number, cornersOf: (one: Kind) => Corners): Kind[] {
  const kept: Kind[] = []
  const keptCorners: Corners[] = []
  for (const next of all) {
    const corners = cornersOf(next)
    if (isNear(corners, keptCorners, pixels)) continue
    kept.push(next)
    keptCorners.push(corners)
  }
  return kept
}

function isNear(corners: Corners, others: readonly Corners[], pixels: number): boolean {
  for (const other of others) if (farApart(other, corners) < pixels) return true
  return false
}
