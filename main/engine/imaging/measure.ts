/** What can be read off a picture's pixels. Only numbers here; what is good enough is judged in `rules/`. */
import type { Measurements } from '../../../rules/answers.ts'
import { chromaSpread } from './chroma.ts'
import type { Raster } from './decode.ts'
import { labOf } from './lab.ts'

/** Pixels on the long side at which everything is measured, so that the numbers of two cameras can be compared. */
export const MEASURED_SIDE = 1000
/** From here on a channel counts as full: JPEG and resizing leave white a little below 255. */
const FULL = 250

/** Pure: the same pixels give the same numbers. A larger raster is averaged down to about `MEASURED_SIDE` first. */
export function measure(raster: Raster): Measurements {
  const picture = averaged(raster, Math.floor(Math.max(raster.width, raster.height) / MEASURED_SIDE))
  const lab = labOf(picture)
  return {
    chroma: chromaSpread(lab, picture.width),
    lightness: meanOf(lab.l),
    clipped: clippedShare(picture),
    sharpness: sharpness(picture),
  }
}

function meanOf(values: Float32Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}

function clippedShare({ data, width, height }: Raster): number {
  let clipped = 0
  for (let at = 0; at < data.length; at += 3) {
    if ((data[at] as number) >= FULL && (data[at + 1] as number) >= FULL && (data[at + 2] as number) >= FULL)
      clipped += 1
  }
  return clipped / (width * height)
}

/** Pixels per side of a tile, and how many of the sharpest tiles count: print is in a few places of a photo only. */
const TILE = 50
const SHARPEST = 8
/** Share of the whole picture's variance that is added to a tile's own, so that noise on plain paper is no sharpness. */
const PLAIN = 0.15

/** Variance of the Laplacian relative to the variance of the brightness: about 0 for a blur, 1 and more for crisp print. */
function sharpness(picture: Raster): number {
  const grey = brightness(picture)
  const whole = variance(grey, picture.width, { left: 0, top: 0, width: picture.width, height: picture.height })
  if (whole === 0) return 0
  const edges = laplacian(grey, picture.width, picture.height)
  const ratios: number[] = []
  for (let top = 1; top + TILE < picture.height; top += TILE) {
    for (let left = 1; left + TILE < picture.width; left += TILE) {
      const tile = { left, top, width: TILE, height: TILE }
      ratios.push(variance(edges, picture.width, tile) / (variance(grey, picture.width, tile) + PLAIN * whole))
    }
  }
  const sharpest = ratios.sort((a, b) => b - a).slice(0, SHARPEST)
  return sharpest.reduce((sum, ratio) => sum + ratio, 0) / Math.max(1, sharpest.length)
}

interface Tile {
  left: number
  top: number
  width: number
  height: number
}

function brightness({ data, width, height }: Raster): Float32Array {
  const grey = new Float32Array(width * height)
  for (let at = 0, from = 0; at < grey.length; at += 1, from += 3) {
    grey[at] = 0.299 * (data[from] as number) + 0.587 * (data[from + 1] as number) + 0.114 * (data[from + 2] as number)
  }
  return grey
}

function variance(grey: Float32Array, stride: number, { left, top, width, height }: Tile): number {
  let [sum, squares] = [0, 0]
  for (let row = top; row < top + height; row += 1) {
    for (let at = row * stride + left; at < row * stride + left + width; at += 1) {
      const value = grey[at] as number
      sum += value
      squares += value * value
    }
  }
  const count = width * height
  return squares / count - (sum / count) ** 2
}

function laplacian(grey: Float32Array, width: number, height: number): Float32Array {
  const edges = new Float32Array(grey.length)
  for (let row = 1; row < height - 1; row += 1) {
    for (let at = row * width + 1; at < (row + 1) * width - 1; at += 1) {
      const around = (grey[at - 1] as number) + (grey[at + 1] as number)
      edges[at] = around + (grey[at - width] as number) + (grey[at + width] as number) - 4 * (grey[at] as number)
    }
  }
  return edges
}

/** Each `factor` × `factor` pixels become their mean; a factor below 2 leaves the picture as it is. */
function averaged(raster: Raster, factor: number): Raster {
  if (factor < 2) return raster
  const [width, height] = [Math.floor(raster.width / factor), Math.floor(raster.height / factor)]
  if (width === 0 || height === 0) return raster
  const sums = new Uint32Array(width * height * 3)
  for (let row = 0; row < height * factor; row += 1) {
    const target = Math.floor(row / factor) * width
    for (let column = 0; column < width * factor; column += 1) {
      const to = (target + Math.floor(column / factor)) * 3
      const from = (row * raster.width + column) * 3
      sums[to] = (sums[to] as number) + (raster.data[from] as number)
      sums[to + 1] = (sums[to + 1] as number) + (raster.data[from + 1] as number)
      sums[to + 2] = (sums[to + 2] as number) + (raster.data[from + 2] as number)
    }
  }
  const area = factor * factor
  return { data: Buffer.from(sums.map((sum) => Math.round(sum / area))), width, height }
}
