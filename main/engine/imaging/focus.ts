/**
 * How crisp the print is. A hand that moves smears along one direction only, so crispness is told along four of them,
 * and the worst counts.
 * 1. the document is cut into tiles, since print is in a few places of it only;
 * 2. in each tile, the variance of the second difference along each direction, relative to the variance of the
 *    brightness: about 0 for a blur, 1 and more for crisp print, however much light there was. Its neighbours are as
 *    far apart as a blur that hurts is wide: noise and JPEG, which are finer, feign no print there;
 * 3. the sharpest tiles are averaged.
 */
import type { Size } from './decode.ts'

/** Pixels per side of a tile, and how many of the sharpest tiles count. */
const TILE = 50
const SHARPEST = 8
/** Share of the whole picture's variance that is added to a tile's own, so that noise on plain paper is no sharpness. */
const PLAIN = 0.15

type Directions = [across: number, down: number, falling: number, rising: number]
/**
 * Crispness along the direction in which it is worst.
 * @param stroke pixels that tell strokes from a blur, at 1000 pixels on the long side: a sheet's print is finer than a card's
 */
export function focusOf(grey: Float32Array, { width, height }: Size, stroke: number): number {
  const whole = varianceIn(grey, width, { left: 0, top: 0, width, height })
  if (whole === 0) return 0
  const lag = Math.max(1, Math.round((stroke * Math.max(width, height)) / 1000))
  const tiles: Directions[] = []
  for (let top = lag; top + TILE + lag <= height; top += TILE) {
    for (let left = lag; left + TILE + lag <= width; left += TILE) {
      const tile = { left, top, width: TILE, height: TILE }
      const own = varianceIn(grey, width, tile) + PLAIN * whole
      tiles.push(differencesIn(grey, width, tile, lag).map((squares) => squares / own) as Directions)
    }
  }
  const together = ([across, down]: Directions): number => across + down
  const sharpest = tiles.sort((a, b) => together(b) - together(a)).slice(0, SHARPEST)
  const mean = (along: number): number =>
    sharpest.reduce((sum, tile) => sum + (tile[along] as number), 0) / Math.max(1, sharpest.length)
  return Math.min(mean(0), mean(1), mean(2), mean(3))
}

interface Tile extends Size {
  left: number
  top: number
}

/** Mean square of the second difference along each direction. */
function differencesIn(
  grey: Float32Array,
  stride: number,
  { left, top, width, height }: Tile,
  lag: number,
): Directions {
  const rows = lag * stride
  // Along a diagonal a pixel is farther away.
  const diagonal = Math.max(1, Math.round(lag * 0.75))
  const [falls, rises] = [diagonal * stride + diagonal, diagonal * stride - diagonal]
  let [across, down, falling, rising] = [0, 0, 0, 0]
  for (let row = top; row < top + height; row += 1) {
    for (let at = row * stride + left; at < row * stride + left + width; at += 1) {
      const twice = 2 * (grey[at] as number)
      across += ((grey[at - lag] as number) + (grey[at + lag] as number) - twice) ** 2
      down += ((grey[at - rows] as number) + (grey[at + rows] as number) - twice) ** 2
      falling += ((grey[at - falls] as number) + (grey[at + falls] as number) - twice) ** 2
      rising += ((grey[at - rises] as number) + (grey[at + rises] as number) - twice) ** 2
    }
  }
  const count = width * height
  return [across / count, down / count, falling / count, rising / count]
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
