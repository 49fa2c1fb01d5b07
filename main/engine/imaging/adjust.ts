/**
 * The list of adjustments as data: adding to it, and the size of the picture after it. No pixels here.
 * Coordinates are pixels of the picture as it stands at that step, from its upper left edge.
 */
import type { Adjustment, Corners } from '../../../rules/schema.ts'
import { Failure } from '../failure.ts'
import { MOST_PIXELS, type Size, tooManyPixels } from './decode.ts'

/**
 * `adjustments` and then `next`, in as few entries as say the same: two turns become one, two crops become one,
 * and what changes nothing gets no entry. `original` is the upright size of the untouched picture.
 */
export function append(adjustments: readonly Adjustment[], next: Adjustment, original: Size): Adjustment[] {
  const last = adjustments.at(-1)
  const merged = last && merge(last, next)
  const before = merged ? adjustments.slice(0, -1) : [...adjustments]
  const entry = merged ?? next
  return changesNothing(entry, sizeAfter(original, before)) ? before : [...before, entry]
}

/** The size after all adjustments. Fails with `image.adjustment-outside` or `image.corners-invalid`; `name` is for the message. */
export function adjustedSize(original: Size, adjustments: readonly Adjustment[], name: string): Size {
  return adjustments.reduce((size, adjustment) => checkedSize(size, adjustment, name), original)
}

/** The sizes at each step, from the original to the finished picture. Fails like `adjustedSize`. */
export function sizesOf(original: Size, adjustments: readonly Adjustment[], name: string): Size[] {
  const sizes = [original]
  for (const adjustment of adjustments) sizes.push(checkedSize(sizes.at(-1) ?? original, adjustment, name))
  return sizes
}

/** Quarter turns, 0 to 3, clockwise; null for any other angle. */
export function quarterTurns(degrees: number): number | null {
  const turn = (((degrees % 360) + 360) % 360) / 90
  return Number.isInteger(turn) ? turn : null
}

/** Where the corners of the turned picture's canvas lie in the picture before it was turned (partly outside it). */
export function canvasBefore(size: Size, degrees: number): Corners {
  const after = turnedSize(size, degrees)
  const radians = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  const back = (x: number, y: number): [number, number] => [
    size.width / 2 + x * cos + y * sin,
    size.height / 2 - x * sin + y * cos,
  ]
  const [right, bottom] = [after.width / 2, after.height / 2]
  return [back(-right, -bottom), back(right, -bottom), back(right, bottom), back(-right, bottom)]
}

function merge(last: Adjustment, next: Adjustment): Adjustment | null {
  if (last.kind === 'rotate' && next.kind === 'rotate') {
    return { kind: 'rotate', degrees: normalDegrees(last.degrees + next.degrees) }
  }
  if (last.kind === 'crop' && next.kind === 'crop') {
    return { ...next, left: last.left + next.left, top: last.top + next.top }
  }
  return null
}

/** -180 (not included) to 180. */
function normalDegrees(degrees: number): number {
  const turned = ((degrees % 360) + 360) % 360
  return turned > 180 ? turned - 360 : turned
}

function changesNothing(adjustment: Adjustment, size: Size): boolean {
  switch (adjustment.kind) {
    case 'rotate':
      return adjustment.degrees % 360 === 0
    case 'crop':
      return adjustment.width === size.width && adjustment.height === size.height
    case 'straighten': {
      const whole = cornersOfWhole(size)
      const inPlace = adjustment.corners.every(([x, y], at) => x === whole[at]?.[0] && y === whole[at]?.[1])
      const after = straightenedSize(adjustment.corners, adjustment.aspect)
      return inPlace && after.width === size.width && after.height === size.height
    }
  }
}

function cornersOfWhole({ width, height }: Size): Corners {
  return [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ]
}

function checkedSize(size: Size, adjustment: Adjustment, name: string): Size {
  if (adjustment.kind === 'crop') checkCrop(size, adjustment, name)
  if (adjustment.kind === 'straighten') checkCorners(size, adjustment.corners, name)
  const after = sizeAfter(size, adjustment)
  // Oblique turns let the canvas grow each time; a list from a file may hold a hundred of them.
  if (after.width * after.height > MOST_PIXELS) throw tooManyPixels(after, name)
  return after
}

function sizeAfter(size: Size, adjustment: Adjustment | readonly Adjustment[]): Size {
  if (isList(adjustment)) return adjustment.reduce((before, step) => sizeAfter(before, step), size)
  switch (adjustment.kind) {
    case 'rotate':
      return turnedSize(size, adjustment.degrees)
    case 'crop':
      return { width: adjustment.width, height: adjustment.height }
    case 'straighten':
      return straightenedSize(adjustment.corners, adjustment.aspect)
  }
}

function isList(value: Adjustment | readonly Adjustment[]): value is readonly Adjustment[] {
  return Array.isArray(value)
}

function turnedSize({ width, height }: Size, degrees: number): Size {
  const turns = quarterTurns(degrees)
  if (turns !== null) return turns % 2 === 0 ? { width, height } : { width: height, height: width }
  const radians = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.abs(Math.cos(radians)), Math.abs(Math.sin(radians))]
  return { width: Math.round(width * cos + height * sin), height: Math.round(width * sin + height * cos) }
}

/**
 * As large as the longer of two opposite sides in the source. A known aspect shortens the side that is too long
 * for it and never lengthens the other: no pixel row or column is made up.
 */
function straightenedSize([a, b, c, d]: Corners, aspect: number | undefined): Size {
  const width = Math.max(distance(a, b), distance(d, c))
  const height = Math.max(distance(a, d), distance(b, c))
  const fitted = aspect === undefined ? width : Math.min(width, height * aspect)
  return {
    width: Math.max(1, Math.round(fitted)),
    height: Math.max(1, Math.round(aspect === undefined ? height : fitted / aspect)),
  }
}

function distance([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): number {
  return Math.hypot(x2 - x1, y2 - y1)
}

function checkCrop(size: Size, { left, top, width, height }: Adjustment & { kind: 'crop' }, file: string): void {
  if (left + width <= size.width && top + height <= size.height) return
  throw outside(file, `crop ${width}×${height} @ ${left},${top} ⊄ ${size.width}×${size.height}`)
}

function checkCorners(size: Size, corners: Corners, file: string): void {
  const lost = corners.find(([x, y]) => !(x >= 0 && y >= 0 && x <= size.width && y <= size.height))
  if (lost) throw outside(file, `(${lost.join(', ')}) ∉ ${size.width}×${size.height}`)
  if (!isClockwise(corners)) throw new Failure('image.corners-invalid', { file })
}

/** Clockwise and convex; otherwise the picture would come out mirrored or folded. Each triangle has some area. */
function isClockwise(corners: Corners): boolean {
  return corners.every((corner, at) => {
    const next = corners[(at + 1) % 4] ?? corner
    const after = corners[(at + 2) % 4] ?? corner
    return (next[0] - corner[0]) * (after[1] - next[1]) - (next[1] - corner[1]) * (after[0] - next[0]) > 1
  })
}

function outside(file: string, detail: string): Failure {
  return new Failure('image.adjustment-outside', { file, detail })
}
