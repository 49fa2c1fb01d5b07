/** From pixels to what the models take in. */
import type { Box } from './boxes.ts'
import type { Grid } from './runtime.ts'

/** sRGB, 8 bits, 3 channels, rows from the top, without padding. */
export interface Pixels {
  data: Uint8Array
  width: number
  height: number
}

/** The model halves its input five times. */
const STEP = 32

/** Planes of blue, green and red whose sides are whole steps, no side longer than `side`. */
export function detectionInput(pixels: Pixels, side: number): Grid {
  const scale = Math.min(1, side / Math.max(pixels.width, pixels.height))
  const [width, height] = [pixels.width, pixels.height].map((length) =>
    Math.max(STEP, Math.round((length * scale) / STEP) * STEP),
  ) as [number, number]
  const data = new Float32Array(3 * width * height)
  const [across, down] = [pixels.width / width, pixels.height / height]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = { x: (x + 0.5) * across - 0.5, y: (y + 0.5) * down - 0.5 }
      put(pixels, from, data, y * width + x, imageNet)
    }
  }
  return { data, shape: [1, 3, height, width] }
}

/** Rows of the recognition model. */
const LINE_HEIGHT = 48
const LEAST_WIDTH = 48
const MOST_WIDTH = 1600

/** The line under the box, its text running to the right, 48 px high; `width`: exactly so wide, cut or filled with grey. */
export function lineInput(pixels: Pixels, box: Box, width?: number): Grid {
  const own = Math.round((LINE_HEIGHT * box.length) / Math.max(1, box.height))
  const drawn = Math.min(Math.max(own, LEAST_WIDTH), width ?? MOST_WIDTH)
  const wide = width ?? Math.ceil(drawn / 16) * 16
  const data = new Float32Array(3 * LINE_HEIGHT * wide)
  const [ux, uy] = box.along
  for (let y = 0; y < LINE_HEIGHT; y += 1) {
    const down = ((y + 0.5) / LINE_HEIGHT - 0.5) * box.height
    for (let x = 0; x < drawn; x += 1) {
      const right = ((x + 0.5) / drawn - 0.5) * box.length
      const from = { x: box.x + ux * right - uy * down - 0.5, y: box.y + uy * right + ux * down - 0.5 }
      put(pixels, from, data, y * wide + x, plain)
    }
  }
  return { data, shape: [1, 3, LINE_HEIGHT, wide] }
}

/** A level of 0 to 255 becomes `level * factor - offset`, in the order blue, green, red. */
interface Levels {
  factor: readonly [number, number, number]
  offset: readonly [number, number, number]
}
/** ImageNet's means and deviations. */
const imageNet: Levels = {
  factor: [1 / 255 / 0.229, 1 / 255 / 0.224, 1 / 255 / 0.225],
  offset: [0.485 / 0.229, 0.456 / 0.224, 0.406 / 0.225],
}
/** -1 to 1. */
const plain: Levels = { factor: [2 / 255, 2 / 255, 2 / 255], offset: [1, 1, 1] }

/** What lies between the four nearest pixels (the nearest at the rim) into the three planes of `target`. */
function put(
  { data, width, height }: Pixels,
  { x, y }: { x: number; y: number },
  target: Float32Array,
  at: number,
  { factor, offset }: Levels,
): void {
  const left = Math.min(Math.max(Math.floor(x), 0), width - 1)
  const top = Math.min(Math.max(Math.floor(y), 0), height - 1)
  const [right, below] = [left + 1 < width ? 3 : 0, top + 1 < height ? width * 3 : 0]
  const fx = Math.min(Math.max(x - left, 0), 1)
  const fy = Math.min(Math.max(y - top, 0), 1)
  const plane = target.length / 3
  for (let channel = 0; channel < 3; channel += 1) {
    const from = (top * width + left) * 3 + 2 - channel
    const upper = (data[from] as number) * (1 - fx) + (data[from + right] as number) * fx
    const lower = (data[from + below] as number) * (1 - fx) + (data[from + below + right] as number) * fx
    const level = upper * (1 - fy) + lower * fy
    target[channel * plane + at] = level * (factor[channel] as number) - (offset[channel] as number)
  }
}
