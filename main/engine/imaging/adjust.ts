/** Adjustments before they are drawn: whether each lies inside the picture that it finds, and the sizes on the way. */
import { isClockwise, type Size, sizeAfter, turnedSize } from '../../../rules/geometry.ts'
import type { Adjustment, Corners } from '../../../rules/schema.ts'
import { Failure } from '../failure.ts'
import { MOST_PIXELS, tooManyPixels } from './decode.ts'

/** The size after all adjustments. Fails with `image.adjustment-outside` or `image.corners-invalid`; `name` is for the message. */
export function adjustedSize({ width, height }: Size, adjustments: readonly Adjustment[], name: string): Size {
  const original: Size = { width, height }
  return adjustments.reduce((size, adjustment) => checkedSize(size, adjustment, name), original)
}

/** The sizes at each step, from the original to the finished picture. Fails like `adjustedSize`. */
export function sizesOf(original: Size, adjustments: readonly Adjustment[], name: string): Size[] {
  const sizes = [original]
  for (const adjustment of adjustments) sizes.push(checkedSize(sizes.at(-1) ?? original, adjustment, name))
  return sizes
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

function checkedSize(size: Size, adjustment: Adjustment, name: string): Size {
  if (adjustment.kind === 'crop') checkCrop(size, adjustment, name)
  if (adjustment.kind === 'straighten') checkCorners(size, adjustment.corners, name)
  const after = sizeAfter(size, adjustment)
  // Oblique turns let the canvas grow each time; a list from a file may hold a hundred of them.
  if (after.width * after.height > MOST_PIXELS) throw tooManyPixels(after, name)
  return after
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

function outside(file: string, detail: string): Failure {
  return new Failure('image.adjustment-outside', { file, detail })
}
