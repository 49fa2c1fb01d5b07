/**
 * A document shown on a screen and photographed from it. Each pixel of the screen is three coloured stripes with dark
 * gaps; the lens and the width of a sensor cell soften that grid, the sensor samples it, and where the two grids do not
 * fit, bands appear. The grid is told by its first waves, since finer ones pass no lens.
 */
import { inverse } from '../../fixtures/draw/camera.ts'
import type { Frame } from '../../fixtures/draw/place.ts'

export interface Screen {
  /** Millimetres from pixel to pixel, and degrees by which the screen is turned under the phone. */
  pitch: number
  turn: number
  /** Standard deviation of the lens's softness, in pixels of the photo. */
  soft: number
}

/** Strength of the first waves across the stripes and across the rows: stripes of 0.28 of a pixel, rows of 0.82. */
const STRIPES = (2 * Math.sin(Math.PI * 0.28)) / (Math.PI * 0.28)
const ROWS = (2 * Math.sin(Math.PI * 0.18)) / (Math.PI * 0.82)

/** Pixels of the photo from one pixel of the screen to the next, in the middle of the picture. */
export function periodOf(frame: Frame, { pitch }: Pick<Screen, 'pitch'>): number {
  const [a, b, c] = inverse(frame.toPicture)
  const at = (u: number, v: number): [number, number] => {
    const depth = c[0] * u + c[1] * v + c[2]
    return [(a[0] * u + a[1] * v + a[2]) / depth, (b[0] * u + b[1] * v + b[2]) / depth]
  }
  const [u, v] = [frame.width / 2, frame.height / 2]
  const [[x0, y0], [x1, y1]] = [at(u, v), at(u + 1, v)]
  return pitch / Math.hypot(x1 - x0, y1 - y0)
}

/** How much of a wave of `frequency` cycles a pixel the lens and the sensor cell let through. */
function passed(frequency: number, soft: number): number {
  const cell = frequency === 0 ? 1 : Math.sin(Math.PI * frequency) / (Math.PI * frequency)
  return Math.abs(cell) * Math.exp(-2 * (Math.PI * soft * frequency) ** 2)
}

/** The frame's pixels as they shine through the grid. `frame` already has the size of the photo. */
export function shownOnScreen(frame: Frame, screen: Screen): Float32Array {
  const { width, height, pixels } = frame
  const frequency = 1 / periodOf(frame, screen)
  const [stripes, rows] = [STRIPES * passed(frequency, screen.soft), ROWS * passed(frequency, screen.soft)]
  const [a, b, c] = inverse(frame.toPicture)
  const turn = (screen.turn * Math.PI) / 180
  const [cosine, sine] = [(Math.cos(turn) * 2 * Math.PI) / screen.pitch, (Math.sin(turn) * 2 * Math.PI) / screen.pitch]
  const out = new Float32Array(pixels.length)
  const third = (2 * Math.PI) / 3
  for (let row = 0, at = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1, at += 3) {
      const depth = c[0] * (column + 0.5) + c[1] * (row + 0.5) + c[2]
      const x = (a[0] * (column + 0.5) + a[1] * (row + 0.5) + a[2]) / depth
      const y = (b[0] * (column + 0.5) + b[1] * (row + 0.5) + b[2]) / depth
      const across = x * cosine + y * sine
      const line = 1 + rows * Math.cos(y * cosine - x * sine)
      for (let channel = 0; channel < 3; channel += 1) {
        const lit = 1 + stripes * Math.cos(across - third * channel)
        out[at + channel] = (pixels[at + channel] as number) * Math.max(0, lit) * Math.max(0, line)
      }
    }
  }
  return out
}
