/** What a lens and a shadow do to a drawn picture before the sensor sees it. */
import type { Point } from '../../fixtures/draw/camera.ts'
import type { Frame } from '../../fixtures/draw/place.ts'
import type { Chance } from './chance.ts'

export interface Optics {
  /** Radial distortion: positive bends lines outwards (barrel), at the corners of the picture. */
  bend: number
  /** Pixels by which the picture is smeared, and along which direction. */
  smear: Point
}

export function opticsOf(chance: Chance, longSide: number): Optics {
  const length = chance.is(0.12) ? longSide * chance.between(0.001, 0.004) : 0
  const angle = chance.between(0, Math.PI)
  return { bend: chance.between(-0.015, 0.025), smear: [Math.cos(angle) * length, Math.sin(angle) * length] }
}

/** Where light for a pixel comes from in the unbent picture, and the way back. */
function unbent({ width, height }: { width: number; height: number }, bend: number, [x, y]: Point): Point {
  const reach = Math.hypot(width, height) / 2
  const [dx, dy] = [(x - width / 2) / reach, (y - height / 2) / reach]
  const gain = 1 + bend * (dx * dx + dy * dy)
  return [width / 2 + dx * gain * reach, height / 2 + dy * gain * reach]
}

/** Where a point of the unbent picture comes to lie. */
export function bent(size: { width: number; height: number }, bend: number, point: Point): Point {
  let guess = point
  for (let round = 0; round < 12; round += 1) {
    const [x, y] = unbent(size, bend, guess)
    guess = [guess[0] + point[0] - x, guess[1] + point[1] - y]
  }
  return guess
}

/** The frame's pixels as the lens bends and the hand smears them. */
export function throughLens(frame: Frame, { bend, smear }: Optics): Float32Array {
  const { width, height, pixels } = frame
  const taps = Math.max(1, Math.ceil(Math.hypot(...smear)))
  const out = new Float32Array(pixels.length)
  for (let row = 0, at = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1, at += 3) {
      const [x, y] = unbent(frame, bend, [column + 0.5, row + 0.5])
      for (let tap = 0; tap < taps; tap += 1) {
        const share = (tap + 0.5) / taps - 0.5
        addSample(pixels, width, height, x - 0.5 + smear[0] * share, y - 0.5 + smear[1] * share, out, at, 1 / taps)
      }
    }
  }
  return out
}

function addSample(
  pixels: Float32Array,
  width: number,
  height: number,
  x: number,
  y: number,
  out: Float32Array,
  to: number,
  weight: number,
): void {
  const left = Math.min(width - 2, Math.max(0, Math.floor(x)))
  const top = Math.min(height - 2, Math.max(0, Math.floor(y)))
  const u = Math.min(1, Math.max(0, x - left))
  const v = Math.min(1, Math.max(0, y - top))
  const above = (top * width + left) * 3
  const below = above + width * 3
  for (let channel = 0; channel < 3; channel += 1) {
    const upper = (pixels[above + channel] as number) * (1 - u) + (pixels[above + 3 + channel] as number) * u
    const lower = (pixels[below + channel] as number) * (1 - u) + (pixels[below + 3 + channel] as number) * u
    out[to + channel] = (out[to + channel] as number) + (upper * (1 - v) + lower * v) * weight
  }
}

/** The shadow of the phone or of a hand: one side of a soft straight edge is darker. */
export function castOver({ width, height, pixels }: Frame, chance: Chance): void {
  const angle = chance.between(0, 2 * Math.PI)
  const [nx, ny] = [Math.cos(angle), Math.sin(angle)]
  const soft = width * chance.between(0.004, 0.06)
  const middle = width * (0.5 + chance.between(-0.25, 0.25)) * nx + height * (0.5 + chance.between(-0.25, 0.25)) * ny
  const dark = chance.between(0.15, 0.45)
  for (let row = 0, at = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1, at += 3) {
      const gain = 1 - dark / (1 + Math.exp(-(column * nx + row * ny - middle) / soft))
      for (let channel = 0; channel < 3; channel += 1) pixels[at + channel] = (pixels[at + channel] as number) * gain
    }
  }
}
