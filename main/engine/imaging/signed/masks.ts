/** Which pixels of a flat, evenly lit page are pen, which are red ink, and which were printed. */
import type { Raster } from '../decode.ts'
import { type Mat, type OpenCv, withMats } from '../opencv.ts'
import { channelOf } from './flatten.ts'

/** Of 255: paper is 250. Thin strokes in a blurred photo reach about half of their darkness. */
const PEN_BELOW = 178
const PRINT_BELOW = 236
/** How far red stands out, how orange and how pink it may be (a marker pen is either). */
const RED = { above: 42, orange: 0.42, pink: 0.4 }

export interface Masks {
  /** Each 255 where it is, 0 elsewhere. */
  pen: Uint8Array
  red: Uint8Array
  printed: Uint8Array
}

/** @param print the page as it was printed; @param margin pixels around print that may be print out of place */
export function masksOf(cv: OpenCv, flat: Raster, print: Raster, margin: number): Masks {
  const dark = channelOf(print, 0).map((level) => (level < PRINT_BELOW ? 255 : 0))
  const printed = grown(cv, dark, print, margin)
  const count = flat.width * flat.height
  const [pen, red] = [new Uint8Array(count), new Uint8Array(count)]
  for (let at = 0, from = 0; at < count; at += 1, from += 3) {
    const [r, g, b] = [flat.data[from] as number, flat.data[from + 1] as number, flat.data[from + 2] as number]
    if (isRed(r, g, b)) red[at] = 255
    else if (r < PEN_BELOW && printed[at] === 0) pen[at] = 255
  }
  return { pen, red, printed }
}

function isRed(r: number, g: number, b: number): boolean {
  const above = r - Math.max(g, b)
  if (above < RED.above) return false
  return g - b < RED.orange * (r - b) && b - g < RED.pink * (r - g)
}

/** Wider by so many pixels on every side. */
export function grown(cv: OpenCv, mask: Uint8Array, { width, height }: Raster, by: number): Uint8Array {
  return withMats((keep) => {
    const mat = keep(planeOf(cv, mask, width, height))
    const brush = keep(cv.getStructuringElement(cv.MORPH_ELLIPSE, new cv.Size(2 * by + 1, 2 * by + 1)))
    cv.dilate(mat, mat, brush)
    return Uint8Array.from(mat.data)
  })
}

export function planeOf(cv: OpenCv, plane: Uint8Array, width: number, height: number): Mat {
  const mat = new cv.Mat(height, width, cv.CV_8UC1)
  mat.data.set(plane)
  return mat
}

/** Pixels, from the upper left. */
export interface Rect {
  x: number
  y: number
  width: number
  height: number
}

export interface Part extends Rect {
  /** Pixels that are set. */
  area: number
}

/** What hangs together in a mask, or nearly: gaps up to `joined` pixels count as none. */
export function partsOf(cv: OpenCv, mask: Uint8Array, { width, height }: Raster, joined: number): Part[] {
  return withMats((keep) => {
    const mat = keep(planeOf(cv, mask, width, height))
    const closed = keep(new cv.Mat())
    const side = 2 * Math.ceil(joined / 2) + 1
    // A square is quicker than a circle by far, and nobody measures a gap on the slant.
    const brush = keep(cv.getStructuringElement(cv.MORPH_RECT, new cv.Size(side, side)))
    cv.dilate(mat, closed, brush)
    const labels = keep(new cv.Mat())
    const stats = keep(new cv.Mat())
    const count = cv.connectedComponentsWithStats(closed, labels, stats, keep(new cv.Mat()), 8, cv.CV_32S)
    const bounds = Array.from({ length: count }, () => ({ left: width, top: height, right: -1, bottom: -1, area: 0 }))
    for (let at = 0; at < mask.length; at += 1) {
      if (mask[at] === 0) continue
      const part = bounds[labels.data32S[at] as number]
      if (!part) continue
      const [x, y] = [at % width, Math.floor(at / width)]
      part.area += 1
      part.left = Math.min(part.left, x)
      part.right = Math.max(part.right, x)
      part.top = Math.min(part.top, y)
      part.bottom = Math.max(part.bottom, y)
    }
    return bounds
      .filter(({ area }) => area > 0)
      .map(({ left, top, right, bottom, area }) => ({
        x: left,
        y: top,
        width: right - left + 1,
        height: bottom - top + 1,
        area,
      }))
  })
}

/** The part of a mask inside a rectangle, everything else 0. */
export function within(mask: Uint8Array, { width, height }: Raster, rect: Rect): { mask: Uint8Array; size: Raster } {
  const left = Math.max(0, Math.round(rect.x))
  const top = Math.max(0, Math.round(rect.y))
  const right = Math.min(width, Math.round(rect.x + rect.width))
  const bottom = Math.min(height, Math.round(rect.y + rect.height))
  const size = { data: Buffer.alloc(0), width: Math.max(1, right - left), height: Math.max(1, bottom - top) }
  const cut = new Uint8Array(size.width * size.height)
  for (let row = 0; row < size.height && top + row < height; row += 1) {
    const from = (top + row) * width + left
    cut.set(mask.subarray(from, Math.min(from + size.width, (top + row + 1) * width)), row * size.width)
  }
  return { mask: cut, size }
}
