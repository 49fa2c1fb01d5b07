/**
 * The colours beside a side, cut out as a strip that runs along it. An edge too faint to be seen at any one place is seen
 * when the whole length of it is added up, and texture and noise are not.
 */
import { blueYellowOf, greenRedOf, type LabPlanes, lightnessOf } from './lab-planes.ts'
import type { Point } from './polygon.ts'

/** Rows are places along the side, columns lie across it, one pixel apart, from inside to outside. */
export interface Strip {
  rows: number
  /** Column 0 lies half a pixel further out than this many pixels outside of the side (negative: inside). */
  first: number
  columns: number
  /** Of each place; 0 outside of the picture. */
  colours: Int32Array
}

/** The colour of a line is averaged over so many columns on either side, the nearest left out: 1.5 to 3.5 pixels away. */
export const DEPTH = 4
const DEPTHS = 3

/** Every strip is cut out into the same memory: there are hundreds for a picture, each looked at once. */
let room = new Int32Array(0)

/**
 * `ends`: share of the side left out at each end; steps can be told at offsets from `least` to `most`.
 * The strip is lent: the next call takes its memory.
 */
export function stripAlong(
  { colours, width, height }: LabPlanes,
  from: Point,
  to: Point,
  { rows, ends, least, most }: { rows: number; ends: number; least: number; most: number },
): Strip {
  const [first, columns] = [least - DEPTH, most - least + 2 * DEPTH]
  if (room.length < rows * columns) room = new Int32Array(rows * columns)
  const length = Math.max(1e-6, Math.hypot(to[0] - from[0], to[1] - from[1]))
  const [ax, ay] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
  for (let row = 0, at = 0; row < rows; row += 1) {
    const t = (ends + ((1 - 2 * ends) * (row + 0.5)) / rows) * length
    let x = from[0] + ax * t + ay * (first + 0.5)
    let y = from[1] + ay * t - ax * (first + 0.5)
    for (let column = 0; column < columns; column += 1, at += 1, x += ay, y -= ax) {
      const isIn = x >= 0 && y >= 0 && x < width && y < height
      room[at] = isIn ? (colours[(y | 0) * width + (x | 0)] as number) : 0
    }
  }
  return { rows, first, columns, colours: room }
}

/** Adds to `sum` the step of colour across the line at an offset, in one row; false (nothing added) at the picture's rim. */
export function addStep(strip: Strip, row: number, offset: number, sum: Float64Array): boolean {
  const inside = row * strip.columns + offset - strip.first - DEPTH
  const near = insideSum(strip, inside)
  const far = outsideSum(strip, inside)
  if (near === 0 || far === 0) return false
  sum[0] = (sum[0] as number) + (lightnessOf(near) - lightnessOf(far)) / DEPTHS
  sum[1] = (sum[1] as number) + (greenRedOf(near) - greenRedOf(far)) / DEPTHS
  sum[2] = (sum[2] as number) + (blueYellowOf(near) - blueYellowOf(far)) / DEPTHS
  return true
}

/** The size of such a step; null at the picture's rim. */
export function stepAt(strip: Strip, row: number, offset: number): number | null {
  const inside = row * strip.columns + offset - strip.first - DEPTH
  const near = insideSum(strip, inside)
  const far = outsideSum(strip, inside)
  if (near === 0 || far === 0) return null
  const l = (lightnessOf(near) - lightnessOf(far)) / DEPTHS
  const a = (greenRedOf(near) - greenRedOf(far)) / DEPTHS
  const b = (blueYellowOf(near) - blueYellowOf(far)) / DEPTHS
  return Math.sqrt(l * l + a * a + b * b)
}

/** The colours of `DEPTHS` places added up; 0 when the first of them, which is the nearest to the rim, is not there. */
function insideSum({ colours }: Strip, at: number): number {
  const outermost = colours[at] as number
  return outermost && outermost + (colours[at + 1] as number) + (colours[at + 2] as number)
}

function outsideSum({ colours }: Strip, inside: number): number {
  const at = inside + DEPTH + 1
  const outermost = colours[at + 2] as number
  return outermost && outermost + (colours[at + 1] as number) + (colours[at] as number)
}

export function sizeOf(step: Float64Array): number {
  const [l, a, b] = step as unknown as [number, number, number]
  return Math.sqrt(l * l + a * a + b * b)
}

/** Rows of the strip along a whole side, and the share that its rounded ends take. */
const ROWS = 32
const ENDS = 0.1

/** A step across a whole side. */
export interface LineStep {
  size: number
  /** How much lighter it is inside than outside. */
  rise: number
}

/** The mean step of colour across the side moved outwards by `least` to `most` pixels; none where it leaves the picture. */
export function stepsAcross(
  planes: LabPlanes,
  [from, to]: readonly [Point, Point],
  least: number,
  most: number,
): LineStep[] {
  const strip = stripAlong(planes, from, to, { rows: ROWS, ends: ENDS, least, most })
  const means = columnMeans(strip)
  const steps: LineStep[] = []
  for (let offset = least; offset <= most; offset += 1) steps.push(stepBetween(means, offset - strip.first - DEPTH))
  return steps
}

function stepBetween({ l, a, b, counts }: Means, inside: number): LineStep {
  let [rise, redder, yellower] = [0, 0, 0]
  for (let near = inside; near < inside + DEPTHS; near += 1) {
    const far = near + DEPTH + 1
    if ((counts[near] as number) < ROWS / 2 || (counts[far] as number) < ROWS / 2) return { size: 0, rise: 0 }
    rise += ((l[near] as number) - (l[far] as number)) / DEPTHS
    redder += ((a[near] as number) - (a[far] as number)) / DEPTHS
    yellower += ((b[near] as number) - (b[far] as number)) / DEPTHS
  }
  return { size: Math.sqrt(rise * rise + redder * redder + yellower * yellower), rise }
}

interface Means {
  l: Float64Array
  a: Float64Array
  b: Float64Array
  counts: Uint8Array
}

/** The mean colour of each column, and how many of its places are in the picture. */
function columnMeans({ rows, columns, colours }: Strip): Means {
  const [l, a, b] = [new Float64Array(columns), new Float64Array(columns), new Float64Array(columns)]
  const counts = new Uint8Array(columns)
  for (let row = 0, at = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1, at += 1) {
      const colour = colours[at] as number
      if (colour === 0) continue
      counts[column] = (counts[column] as number) + 1
      l[column] = (l[column] as number) + lightnessOf(colour)
      a[column] = (a[column] as number) + greenRedOf(colour)
      b[column] = (b[column] as number) + blueYellowOf(colour)
    }
  }
  for (let column = 0; column < columns; column += 1) {
    const count = Math.max(1, counts[column] as number)
    l[column] = (l[column] as number) / count
    a[column] = (a[column] as number) / count
    b[column] = (b[column] as number) / count
  }
  return { l, a, b, counts }
}
