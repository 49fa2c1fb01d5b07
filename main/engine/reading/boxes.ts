/**
 * From the detection model's map to boxes around lines of text (DB, "Real-time Scene Text Detection with Differentiable
 * Binarization", section 3.5, with the figures that PP-OCRv4 was trained for): patches above a threshold, the smallest
 * rectangle around each, widened again by what the training shrank.
 */
import { type Point, type Rectangle, smallestRectangle } from './rectangle.ts'
import type { Grid } from './runtime.ts'

/** In pixels of the picture that is read. */
export type Box = Rectangle

const PATCH_FROM = 0.3
const BOX_FROM = 0.6
const WIDENED = 1.5
/** In pixels of the map; thinner ones are no text. */
const LEAST_SIDE = 3
const MOST_BOXES = 400

/** `scale`: pixels of the picture for one of the map, across and down. */
export function boxesIn({ data, shape }: Grid, scale: Point): Box[] {
  const [height = 0, width = 0] = shape.slice(-2)
  const seen = new Uint8Array(width * height)
  const boxes: Box[] = []
  for (let start = 0; start < seen.length && boxes.length < MOST_BOXES; start += 1) {
    if (seen[start] || (data[start] as number) <= PATCH_FROM) continue
    const patch = patchAt(data, { width, height }, seen, start)
    const box = boxOf(patch)
    if (box) boxes.push(scaled(box, scale))
  }
  return boxes
}

interface Patch {
  /** Both ends of each of its rows, at pixel edges. */
  ends: Point[]
  /** Mean of the map over it. */
  mean: number
}

/** All that hangs together with `start`, corners touching included; marks it as seen. */
function patchAt(
  data: Float32Array,
  { width, height }: { width: number; height: number },
  seen: Uint8Array,
  start: number,
): Patch {
  const rows = new Map<number, [left: number, right: number]>()
  const open = [start]
  seen[start] = 1
  let [sum, count] = [0, 0]
  while (open.length > 0) {
    const at = open.pop() as number
    const [x, y] = [at % width, Math.floor(at / width)]
    sum += data[at] as number
    count += 1
    const [left, right] = rows.get(y) ?? [x, x]
    rows.set(y, [Math.min(left, x), Math.max(right, x)])
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1) {
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1) {
        const next = row * width + column
        if (seen[next] || (data[next] as number) <= PATCH_FROM) continue
        seen[next] = 1
        open.push(next)
      }
    }
  }
  const ends = [...rows].flatMap(([y, [left, right]]): Point[] => [
    [left, y],
    [left, y + 1],
    [right + 1, y],
    [right + 1, y + 1],
  ])
  return { ends, mean: sum / count }
}

function boxOf({ ends, mean }: Patch): Box | null {
  const tight = smallestRectangle(ends)
  if (Math.min(tight.length, tight.height) < LEAST_SIDE || mean < BOX_FROM) return null
  const more = (tight.length * tight.height * WIDENED) / (2 * (tight.length + tight.height))
  return { ...tight, length: tight.length + 2 * more, height: tight.height + 2 * more }
}

/** The two scales differ by the rounding to whole steps only, so the rectangle stays one. */
function scaled({ x, y, along: [ux, uy], length, height }: Box, [across, down]: Point): Box {
  const [vx, vy] = [ux * across, uy * down]
  const longer = Math.hypot(vx, vy)
  return {
    x: x * across,
    y: y * down,
    along: [vx / longer, vy / longer],
    length: length * longer,
    height: height * Math.hypot(uy * across, ux * down),
  }
}
