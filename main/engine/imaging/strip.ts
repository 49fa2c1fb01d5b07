/**
 * The colours beside a side, cut out as a strip that runs along it. An edge too faint to be seen at any one place is seen
 * when the whole length of it is added up, and texture and noise are not.
 */
import type { LabPlanes } from './lab-planes.ts'
import type { Point } from './polygon.ts'

/** Rows are places along the side, columns lie across it, one pixel apart, from inside to outside. */
export interface Strip {
  rows: number
  /** Column 0 lies half a pixel further out than this many pixels outside of the side (negative: inside). */
  first: number
  columns: number
  /** L, a, b of each place, 8 bits each. */
  data: Uint8Array
  /** 1 where the place is in the picture. */
  isIn: Uint8Array
}

/** The colour of a line is averaged over so many columns on either side, the nearest left out: 1.5 to 3.5 pixels away. */
export const DEPTH = 4
const DEPTHS = 3

/** `ends`: share of the side left out at each end; steps can be told at offsets from `least` to `most`. */
export function stripAlong(
  { data, width, height }: LabPlanes,
  from: Point,
  to: Point,
  { rows, ends, least, most }: { rows: number; ends: number; least: number; most: number },
): Strip {
  const [first, columns] = [least - DEPTH, most - least + 2 * DEPTH]
  const strip: Strip = {
    rows,
    first,
    columns,
    data: new Uint8Array(rows * columns * 3),
    isIn: new Uint8Array(rows * columns),
  }
  const length = Math.max(1e-6, Math.hypot(to[0] - from[0], to[1] - from[1]))
  const [ax, ay] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
  for (let row = 0, at = 0; row < rows; row += 1) {
    const t = (ends + ((1 - 2 * ends) * (row + 0.5)) / rows) * length
    let x = from[0] + ax * t + ay * (first + 0.5)
    let y = from[1] + ay * t - ax * (first + 0.5)
    for (let column = 0; column < columns; column += 1, at += 1, x += ay, y -= ax) {
      if (x < 0 || y < 0 || x >= width || y >= height) continue
      const pixel = ((y | 0) * width + (x | 0)) * 3
      strip.isIn[at] = 1
      strip.data[at * 3] = data[pixel] as number
      strip.data[at * 3 + 1] = data[pixel + 1] as number
      strip.data[at * 3 + 2] = data[pixel + 2] as number
    }
  }
  return strip
}

/** Adds to `sum` the step of colour across the line at an offset, in one row; false (nothing added) at the picture's rim. */
export function addStep(strip: Strip, row: number, offset: number, sum: Float64Array): boolean {
  const inside = row * strip.columns + offset - strip.first - DEPTH
  const outside = inside + DEPTH + 1
  if (!strip.isIn[inside] || !strip.isIn[outside + DEPTHS - 1]) return false
  const { data } = strip
  for (let channel = 0, i = inside * 3, o = outside * 3; channel < 3; channel += 1, i += 1, o += 1) {
    const near = (data[i] as number) + (data[i + 3] as number) + (data[i + 6] as number)
    const far = (data[o] as number) + (data[o + 3] as number) + (data[o + 6] as number)
    sum[channel] = (sum[channel] as number) + (near - far) / DEPTHS
  }
  return true
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
  const { first } = strip
  const { sums, counts } = columnMeans(strip)
  return Array.from({ length: most - least + 1 }, (_, index) => {
    const inside = least + index - first - DEPTH
    const step = new Float64Array(3)
    for (let depth = 0; depth < DEPTHS; depth += 1) {
      const [near, far] = [inside + depth, inside + DEPTH + 1 + depth]
      if ((counts[near] as number) < ROWS / 2 || (counts[far] as number) < ROWS / 2) return { size: 0, rise: 0 }
      for (let channel = 0; channel < 3; channel += 1) {
        const difference = (sums[near * 3 + channel] as number) - (sums[far * 3 + channel] as number)
        step[channel] = (step[channel] as number) + difference / DEPTHS
      }
    }
    return { size: sizeOf(step), rise: step[0] as number }
  })
}

/** The mean colour of each column, and how many of its places are in the picture. */
function columnMeans({ rows, columns, data, isIn }: Strip): { sums: Float64Array; counts: Uint8Array } {
  const sums = new Float64Array(columns * 3)
  const counts = new Uint8Array(columns)
  for (let row = 0, at = 0; row < rows; row += 1) {
    for (let column = 0, to = 0; column < columns; column += 1, at += 1, to += 3) {
      if (isIn[at] === 0) continue
      counts[column] = (counts[column] as number) + 1
      sums[to] = (sums[to] as number) + (data[at * 3] as number)
      sums[to + 1] = (sums[to + 1] as number) + (data[at * 3 + 1] as number)
      sums[to + 2] = (sums[to + 2] as number) + (data[at * 3 + 2] as number)
    }
  }
  for (let at = 0; at < sums.length; at += 1) {
    sums[at] = (sums[at] as number) / Math.max(1, counts[(at / 3) | 0] as number)
  }
  return { sums, counts }
}
