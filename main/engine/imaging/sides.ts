/**
 * Is this quadrilateral the outline of a document, and where exactly does it run?
 * A side is real when the colour steps from one side of it to the other all along it, more than it does beside it.
 * 1. Along each side, the step of colour is measured across the line, at several distances from it.
 * 2. A straight line is laid through the places of the largest steps (the middle part of the side only: cards have
 *    round corners), outliers put aside; the lines' meeting points are the corners.
 * 3. Each side is cut into stretches; those with a clear step at the line count as seen.
 */
import type { Corners } from '../../../rules/schema.ts'

export interface LabPlanes {
  width: number
  height: number
  /** L, a, b one after the other for each pixel, 8 bits each. */
  data: Uint8Array
}

export interface Outline {
  corners: Corners
  /** Of each side, the share of its length that is seen. */
  seen: [number, number, number, number]
  /** Mean step of colour over the stretches that are seen. */
  step: number
}

type Point = Corners[0]

/** Samples along a side; stretches it is cut into. */
const SAMPLES = 48
const STRETCHES = 8
/** Part of a side at each end that is left out of the line fit. */
const ROUNDED = 0.1
/** Pixels on either side of the line over which colour is averaged: 1.5, 2.5 and 3.5. */
const SHALLOWEST = 1.5
const DEEPEST = 3.5
const DEPTHS = 3

/** Moves the sides onto the nearest strong edges within `reach` pixels. Null when they no longer form a quadrilateral. */
export function settle(planes: LabPlanes, corners: Corners, reach: number): Corners | null {
  const lines = corners.map((from, at) => fitSide(planes, from, corners[(at + 1) % 4] ?? from, reach))
  const settled = lines.map((line, at) => meet(lines[(at + 3) % 4] ?? line, line))
  if (settled.some((point) => point === null)) return null
  return settled as unknown as Corners
}

export function look(planes: LabPlanes, corners: Corners): Outline {
  const sides = corners.map((from, at) => sideSeen(planes, from, corners[(at + 1) % 4] ?? from))
  const seen = sides.map((side) => side.seen) as Outline['seen']
  return { corners, seen, step: sides.reduce((sum, side) => sum + side.step, 0) / 4 }
}

interface Line {
  at: Point
  direction: Point
}

/** Unit vectors along a side and out of the document (corners run clockwise). */
function frameOf([x1, y1]: Point, [x2, y2]: Point): { along: Point; out: Point; length: number } {
  const length = Math.max(1e-6, Math.hypot(x2 - x1, y2 - y1))
  const along: Point = [(x2 - x1) / length, (y2 - y1) / length]
  return { along, out: [along[1], -along[0]], length }
}

function fitSide(planes: LabPlanes, from: Point, to: Point, reach: number): Line {
  const { along, out, length } = frameOf(from, to)
  const places: { t: number; offset: number; weight: number }[] = []
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const t = (ROUNDED + ((1 - 2 * ROUNDED) * (sample + 0.5)) / SAMPLES) * length
    const best = largestStep(planes, [from[0] + along[0] * t, from[1] + along[1] * t], out, reach)
    if (best) places.push({ t, ...best })
  }
  const { intercept, slope } = robustLine(places)
  const at: Point = [from[0] + out[0] * intercept, from[1] + out[1] * intercept]
  return { at, direction: [along[0] + out[0] * slope, along[1] + out[1] * slope] }
}

function largestStep(
  planes: LabPlanes,
  point: Point,
  out: Point,
  reach: number,
): { offset: number; weight: number } | null {
  let best: { offset: number; weight: number } | null = null
  for (let offset = -reach; offset <= reach; offset += 1) {
    const weight = stepAcross(planes, point[0] + out[0] * offset, point[1] + out[1] * offset, out)
    if (weight !== null && (!best || weight > best.weight)) best = { offset, weight }
  }
  return best
}

/** Length of the difference of colour between the two sides of a line at a point; null at the rim of the picture. */
function stepAcross(planes: LabPlanes, x: number, y: number, out: Point): number | null {
  const step = { l: 0, a: 0, b: 0 }
  return addStep(planes, x, y, out, step) ? lengthOf(step) : null
}

interface Step {
  l: number
  a: number
  b: number
}

function lengthOf({ l, a, b }: Step): number {
  return Math.sqrt(l * l + a * a + b * b)
}

/** Adds the mean difference of colour across the line at a point; false (and nothing added) at the rim of the picture. */
function addStep({ data, width, height }: LabPlanes, x: number, y: number, [ox, oy]: Point, sum: Step): boolean {
  if (!isInside(width, height, x - ox * DEEPEST, y - oy * DEEPEST)) return false
  if (!isInside(width, height, x + ox * DEEPEST, y + oy * DEEPEST)) return false
  for (let depth = SHALLOWEST; depth <= DEEPEST; depth += 1) {
    const inside = (Math.floor(y - oy * depth) * width + Math.floor(x - ox * depth)) * 3
    const outside = (Math.floor(y + oy * depth) * width + Math.floor(x + ox * depth)) * 3
    sum.l += ((data[inside] as number) - (data[outside] as number)) / DEPTHS
    sum.a += ((data[inside + 1] as number) - (data[outside + 1] as number)) / DEPTHS
    sum.b += ((data[inside + 2] as number) - (data[outside + 2] as number)) / DEPTHS
  }
  return true
}

function isInside(width: number, height: number, x: number, y: number): boolean {
  return x >= 0 && y >= 0 && x < width && y < height
}

/** offset = intercept + slope × t, by least squares, each round with less weight on what lies far from the line. */
function robustLine(places: readonly { t: number; offset: number; weight: number }[]): {
  intercept: number
  slope: number
} {
  let line = { intercept: median(places.map(({ offset }) => offset)), slope: 0 }
  for (const tolerance of [6, 3, 1.5, 1]) {
    const weighted = places.map(({ t, offset, weight }) => {
      const off = (offset - line.intercept - line.slope * t) / tolerance
      return { t, offset, weight: (Math.min(weight, 40) + 1) / (1 + off * off) ** 2 }
    })
    line = leastSquares(weighted) ?? line
  }
  return line
}

function leastSquares(
  places: readonly { t: number; offset: number; weight: number }[],
): { intercept: number; slope: number } | null {
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

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
}

/** Where two lines meet; null when they run nearly the same way. */
export function meet(one: Line, other: Line): Point | null {
  const cross = one.direction[0] * other.direction[1] - one.direction[1] * other.direction[0]
  const lengths = Math.hypot(...one.direction) * Math.hypot(...other.direction)
  if (Math.abs(cross) < 0.2 * lengths) return null
  const [dx, dy] = [other.at[0] - one.at[0], other.at[1] - one.at[1]]
  const t = (dx * other.direction[1] - dy * other.direction[0]) / cross
  return [one.at[0] + one.direction[0] * t, one.at[1] + one.direction[1] * t]
}

/** Steps of Lab (8 bits) that count as clear, and how much larger than beside the line. */
const CLEAR = 7
const LARGER_THAN_BESIDE = 1.4
const BESIDE = [-11, -8, 8, 11]

/** How much of one side is seen, and the mean step of colour there. */
export function sideSeen(planes: LabPlanes, from: Point, to: Point): { seen: number; step: number } {
  const { along, out, length } = frameOf(from, to)
  let [seen, steps] = [0, 0]
  for (let stretch = 0; stretch < STRETCHES; stretch += 1) {
    const at = (offset: number): number => stretchStep(planes, from, along, out, length, stretch, offset)
    const step = Math.max(at(-1), at(0), at(1))
    if (step < CLEAR || step < median(BESIDE.map(at)) * LARGER_THAN_BESIDE) continue
    seen += 1
    steps += step
  }
  return { seen: seen / STRETCHES, step: steps / STRETCHES }
}

/** The mean step over one stretch. Steps are added as vectors, so texture cancels out and an outline does not. */
function stretchStep(
  planes: LabPlanes,
  from: Point,
  along: Point,
  out: Point,
  length: number,
  stretch: number,
  offset: number,
): number {
  const perStretch = SAMPLES / STRETCHES
  const sum = { l: 0, a: 0, b: 0 }
  let count = 0
  for (let sample = 0; sample < perStretch; sample += 1) {
    const t = (0.05 + (0.9 * (stretch * perStretch + sample + 0.5)) / SAMPLES) * length
    const [x, y] = [from[0] + along[0] * t + out[0] * offset, from[1] + along[1] * t + out[1] * offset]
    if (addStep(planes, x, y, out, sum)) count += 1
  }
  return count < perStretch / 2 ? 0 : lengthOf(sum) / count
}
