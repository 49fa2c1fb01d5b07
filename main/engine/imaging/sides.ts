/**
 * Where exactly do the sides of a quadrilateral run, and how much of them is seen?
 * A side is real when the colour steps from one side of it to the other all along it, more than it does beside it.
 * 1. Along each side, the step of colour is measured across the line, at several distances from it.
 * 2. A line is laid through the places of the largest steps (the middle part of the side only: cards have round corners),
 *    outliers put aside, a little bent as lenses bend it; the corners are where the lines meet.
 * 3. Each side is cut into stretches; those with a clear step at the line count as seen.
 */
import type { Corners } from '../../../rules/schema.ts'
import { type LabPlanes, median } from './lab-planes.ts'
import { type Line, meet, type Point } from './polygon.ts'
import { addStep, type Strip, sizeOf, stepAt, stripAlong } from './strip.ts'

/** Samples along a side; stretches it is cut into. */
const SAMPLES = 48
const STRETCHES = 8
/** Part of a side at each end that is left out of the line fit. */
const ROUNDED = 0.1

/** Moves the sides onto the nearest strong edges within `reach` pixels. Null when they no longer form a quadrilateral. */
export function settle(planes: LabPlanes, corners: Corners, reach: number): Corners | null {
  const lines = corners.map((from, at) => fitSide(planes, from, corners[(at + 1) % 4] ?? from, reach))
  const settled = lines.map(({ start }, at) => meet(lines[(at + 3) % 4]?.end ?? start, start))
  if (settled.some((point) => point === null)) return null
  return settled as unknown as Corners
}

/** Unit vectors along a side and out of the document (corners run clockwise). */
function frameOf([x1, y1]: Point, [x2, y2]: Point): { along: Point; out: Point; length: number } {
  const length = Math.max(1e-6, Math.hypot(x2 - x1, y2 - y1))
  const along: Point = [(x2 - x1) / length, (y2 - y1) / length]
  return { along, out: [along[1], -along[0]], length }
}

/** A side as the lens bends it, by the lines along which it leaves its two corners. */
interface Bow {
  start: Line
  end: Line
}

function fitSide(planes: LabPlanes, from: Point, to: Point, reach: number): Bow {
  const { along, out, length } = frameOf(from, to)
  const strip = stripAlong(planes, from, to, { rows: SAMPLES, ends: ROUNDED, least: -reach, most: reach })
  const places: Place[] = []
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const t = (ROUNDED + ((1 - 2 * ROUNDED) * (sample + 0.5)) / SAMPLES) * length
    const best = largestStep(strip, sample, reach)
    if (best) places.push({ t, ...best })
  }
  const side = { from, along, out, length, curve: robustCurve(places, length) }
  return { start: tangentAt(0, side), end: tangentAt(length, side) }
}

type Side = ReturnType<typeof frameOf> & { from: Point; curve: ReturnType<typeof robustCurve> }

function tangentAt(t: number, { from, along, out, length, curve }: Side): Line {
  const u = (2 * t) / length - 1
  const offset = curve.intercept + curve.slope * t + curve.bow * (u * u - 1 / 3)
  const rise = curve.slope + (4 * curve.bow * u) / length
  return {
    at: [from[0] + along[0] * t + out[0] * offset, from[1] + along[1] * t + out[1] * offset],
    direction: [along[0] + out[0] * rise, along[1] + out[1] * rise],
  }
}

function largestStep(strip: Strip, row: number, reach: number): { offset: number; weight: number } | null {
  let [offset, weight] = [0, -1]
  for (let tried = -reach; tried <= reach; tried += 1) {
    const step = stepAt(strip, row, tried)
    if (step === null || step <= weight) continue
    offset = tried
    weight = step
  }
  return weight < 0 ? null : { offset, weight }
}

interface Place {
  t: number
  offset: number
  weight: number
}

/** How far a lens bends a side, usually, as a share of its length, and the error of one place in pixels. */
const USUAL_BOW = 0.003
const PLACE_ERROR = 2

/**
 * offset = intercept + slope × t + bow × (u² − 1/3), u from −1 to 1 along the side: by least squares, each round with
 * less weight on what lies far from the curve; the bow comes last, held near zero by how little lenses bend.
 */
function robustCurve(places: readonly Place[], length: number): { intercept: number; slope: number; bow: number } {
  let curve = { intercept: median(places.map(({ offset }) => offset)), slope: 0, bow: 0 }
  const arch = (t: number): number => ((2 * t) / length - 1) ** 2 - 1 / 3
  for (const tolerance of [6, 3, 1.5, 1]) {
    const weighted = places.map(({ t, offset, weight }) => {
      const off = (offset - curve.intercept - curve.slope * t - curve.bow * arch(t)) / tolerance
      return { t, offset: offset - curve.bow * arch(t), weight: (Math.min(weight, 40) + 1) / (1 + off * off) ** 2 }
    })
    const line = leastSquares(weighted) ?? curve
    curve = { ...line, bow: tolerance > 2 ? 0 : bowOf(weighted, { ...line, bow: curve.bow }, arch, length) }
  }
  return curve
}

function bowOf(
  places: readonly Place[],
  { intercept, slope, bow }: { intercept: number; slope: number; bow: number },
  arch: (t: number) => number,
  length: number,
): number {
  let [total, both, squares] = [0, 0, 0]
  for (const { t, offset, weight } of places) {
    const height = arch(t)
    total += weight
    both += weight * height * (offset + bow * height - intercept - slope * t)
    squares += weight * height * height
  }
  const held = (total / Math.max(1, places.length)) * (PLACE_ERROR / (USUAL_BOW * length)) ** 2
  return both / Math.max(1e-9, squares + held)
}

function leastSquares(places: readonly Place[]): { intercept: number; slope: number } | null {
  let [w, wt, wo, wtt, wto] = [0, 0, 0, 0, 0]
  for (const { t, offset, weight } of places) {
    w += weight
    wt += weight * t
    wo += weight * offset
    wtt += weight * t * t
    wto += weight * t * offset
  }
  const spread = w * wtt - wt * wt
  if (spread < 1e-9) return null
  const slope = (w * wto - wt * wo) / spread
  return { slope, intercept: (wo - slope * wt) / w }
}

/** Steps of Lab (8 bits) that count as clear, and how much larger than beside the line. */
const CLEAR = 7
const LARGER_THAN_BESIDE = 1.4
const BESIDE = [-11, -8, 8, 11]

/** Share of a side at each end that is not looked at. */
const UNSEEN = 0.05

/** How much of one side is seen, and the mean step of colour there. */
export function sideSeen(planes: LabPlanes, from: Point, to: Point): { seen: number; step: number } {
  const [least, most] = [Math.min(...BESIDE), Math.max(...BESIDE)]
  const strip = stripAlong(planes, from, to, { rows: SAMPLES, ends: UNSEEN, least, most })
  let [seen, steps] = [0, 0]
  for (let stretch = 0; stretch < STRETCHES; stretch += 1) {
    const at = (offset: number): number => stretchStep(strip, stretch, offset)
    const step = Math.max(at(-1), at(0), at(1))
    if (step < CLEAR || step < median(BESIDE.map(at)) * LARGER_THAN_BESIDE) continue
    seen += 1
    steps += step
  }
  return { seen: seen / STRETCHES, step: steps / STRETCHES }
}

/** The mean step over one stretch. Steps are added as vectors, so texture cancels out and an outline does not. */
function stretchStep(strip: Strip, stretch: number, offset: number): number {
  const perStretch = SAMPLES / STRETCHES
  const sum = new Float64Array(3)
  let count = 0
  for (let sample = 0; sample < perStretch; sample += 1) {
    if (addStep(strip, stretch * perStretch + sample, offset, sum)) count += 1
  }
  return count < perStretch / 2 ? 0 : sizeOf(sum) / count
}
