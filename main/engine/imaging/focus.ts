/**
 * How crisp the print is. A hand that moves smears along one direction only, so crispness is told along four of them,
 * and the worst counts.
 * 1. the document is cut into tiles, since print is in a few places of it only;
 * 2. in each tile, the variance of the second difference along each direction, relative to the variance of the
 *    brightness: about 0 for a blur, 1 and more for crisp print, however much light there was. Its neighbours are as
 *    far apart as a blur that hurts is wide: noise and JPEG, which are finer, feign no print there;
 * 3. the sharpest tiles are averaged, of those on which there is print: the blocks of a JPEG on plain paper are crisp too.
 */
import type { Size } from './decode.ts'

/** Pixels per side of a tile, and how many of the sharpest tiles count. */
const TILE = 50
const SHARPEST = 8
/** Share of the whole picture's variance that is added to a tile's own, so that noise on plain paper is no sharpness. */
const PLAIN = 0.15
/** Share of the variance of the most varied tile that a tile has at least on which there is print. */
const PRINTED = 0.03

/** Two directions that are across each other. */
type Pair = [one: number, other: number]

/**
 * Crispness along the direction in which it is worst.
 * @param stroke pixels that tell strokes from a blur, at 1000 pixels on the long side: a sheet's print is finer than a card's
 */
export function focusOf(grey: Float32Array, { width, height }: Size, stroke: number): number {
  const whole = varianceIn(grey, width, { left: 0, top: 0, width, height })
  if (whole === 0) return 0
  const lag = Math.max(1, Math.round((stroke * Math.max(width, height)) / 1000))
  // Along a diagonal a pixel is farther away.
  const diagonal = Math.max(1, Math.round(lag * 0.75))
  const tiles: Print[] = []
  for (let top = lag; top + TILE + lag <= height; top += TILE) {
    for (let left = lag; left + TILE + lag <= width; left += TILE) {
      const tile = { left, top, width: TILE, height: TILE }
      const variance = varianceIn(grey, width, tile)
      const own = variance + PLAIN * whole
      tiles.push({ tile, variance, own, straight: differencesIn(grey, width, tile, [lag, lag * width]) })
    }
  }
  const most = tiles.reduce((least, { variance }) => Math.max(least, variance), 0)
  const printed = tiles.filter(({ variance }) => variance >= PRINTED * most)
  const sharpest = printed.sort((a, b) => crispness(b) - crispness(a)).slice(0, SHARPEST)
  const sums = [0, 0, 0, 0]
  for (const { tile, own, straight } of sharpest) {
    const slanting = differencesIn(grey, width, tile, [diagonal * width + diagonal, diagonal * width - diagonal])
    for (const [at, squares] of [...straight, ...slanting].entries()) sums[at] = (sums[at] as number) + squares / own
  }
  return Math.min(...sums) / Math.max(1, sharpest.length)
}

/** What a tile shows along the rows and the columns. */
interface Print {
  tile: Tile
  variance: number
  /** Variance that crispness is relative to. */
  own: number
  straight: Pair
}

function crispness({ straight, own }: Print): number {
  return (straight[0] + straight[1]) / own
}

interface Tile extends Size {
  left: number
  top: number
}

/** Mean square of the second difference along two directions, each told by how far away the next pixel lies in memory. */
function differencesIn(grey: Float32Array, stride: number, { left, top, width, height }: Tile, steps: Pair): Pair {
  const [near, far] = steps
  let [one, other] = [0, 0]
  for (let row = top; row < top + height; row += 1) {
    for (let at = row * stride + left; at < row * stride + left + width; at += 1) {
      const twice = 2 * (grey[at] as number)
      const along = (grey[at - near] as number) + (grey[at + near] as number) - twice
      const across = (grey[at - far] as number) + (grey[at + far] as number) - twice
      one += along * along
      other += across * across
    }
  }
  const count = width * height
  return [one / count, other / count]
}

function varianceIn(grey: Float32Array, stride: number, { left, top, width, height }: Tile): number {
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
