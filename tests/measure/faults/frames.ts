/** What spoils a photo before the sensor sees it. Each works on the float pixels of a frame and returns new ones. */
import { inverse, type Point } from '../../fixtures/draw/camera.ts'
import type { Frame, Thing } from '../../fixtures/draw/place.ts'

export type Pixels = Pick<Frame, 'width' | 'height' | 'pixels'>

/** A lens out of focus draws each point as a disc of this radius, in pixels. */
export function defocused({ width, height, pixels }: Pixels, radius: number): Float32Array {
  const reach = Math.ceil(radius)
  const spans = Array.from({ length: 2 * reach + 1 }, (_, at) =>
    Math.sqrt(Math.max(0, radius ** 2 - (at - reach) ** 2)),
  )
  const out = new Float32Array(pixels.length)
  const sums = rowSums({ width, height, pixels })
  const stride = (width + 1) * 3
  for (let row = 0; row < height; row += 1) {
    let weight = 0
    for (const [at, half] of spans.entries()) {
      const from = Math.min(height - 1, Math.max(0, row + at - reach)) * stride
      const span = Math.round(half)
      weight += 2 * span + 1
      for (let column = 0; column < width; column += 1) {
        const left = from + Math.max(0, column - span) * 3
        const right = from + Math.min(width, column + span + 1) * 3
        const to = (row * width + column) * 3
        // At the rim the span is cut: what is missing is taken to be like what is there.
        const gain = ((2 * span + 1) * 3) / (right - left)
        for (let channel = 0; channel < 3; channel += 1) {
          const sum = (sums[right + channel] as number) - (sums[left + channel] as number)
          out[to + channel] = (out[to + channel] as number) + sum * gain
        }
      }
    }
    for (let at = row * width * 3; at < (row + 1) * width * 3; at += 1) out[at] = (out[at] as number) / weight
  }
  return out
}

/** Of each row and channel, the sum of all pixels to the left: one number more than pixels. */
function rowSums({ width, height, pixels }: Pixels): Float64Array {
  const sums = new Float64Array((width + 1) * height * 3)
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const [from, to] = [(row * width + column) * 3, (row * (width + 1) + column) * 3]
      for (let channel = 0; channel < 3; channel += 1)
        sums[to + 3 + channel] = (sums[to + channel] as number) + (pixels[from + channel] as number)
    }
  }
  return sums
}

/** Changes the pixels that show the sheet; `x` and `y` are its millimetres, `colour` is changed in place. */
export function onSheet(
  frame: Frame,
  sheet: Thing,
  change: (colour: [number, number, number], x: number, y: number) => void,
): Float32Array {
  const pixels = Float32Array.from(frame.pixels)
  const [a, b, c] = inverse(frame.toPicture)
  const { width, height } = sheet.sheet
  const radians = (sheet.turn * Math.PI) / 180
  const [cosine, sine] = [Math.cos(radians), Math.sin(radians)]
  for (let row = 0, at = 0; row < frame.height; row += 1) {
    for (let column = 0; column < frame.width; column += 1, at += 3) {
      const [u, v] = [column + 0.5, row + 0.5]
      const depth = c[0] * u + c[1] * v + c[2]
      const dx = (a[0] * u + a[1] * v + a[2]) / depth - sheet.at[0]
      const dy = (b[0] * u + b[1] * v + b[2]) / depth - sheet.at[1]
      const [x, y] = [dx * cosine + dy * sine + width / 2, dy * cosine - dx * sine + height / 2]
      if (x < 0 || y < 0 || x > width || y > height) continue
      const colour: [number, number, number] = [
        pixels[at] as number,
        pixels[at + 1] as number,
        pixels[at + 2] as number,
      ]
      change(colour, x, y)
      pixels.set(colour, at)
    }
  }
  return pixels
}

const luminance = ([red, green, blue]: readonly number[]): number =>
  0.299 * (red as number) + 0.587 * (green as number) + 0.114 * (blue as number)

type Rgb = readonly [number, number, number]

/** The document as a copier gives it: one ink on one paper, a little harder in contrast. */
export function copied(frame: Frame, sheet: Thing, ink: Rgb, paper: Rgb): Float32Array {
  return onSheet(frame, sheet, (colour) => {
    const level = Math.min(1, Math.max(0, (luminance(colour) / 245 - 0.5) * 1.15 + 0.52))
    for (let channel = 0; channel < 3; channel += 1)
      colour[channel] = (ink[channel] as number) * (1 - level) + (paper[channel] as number) * level
  })
}

export interface Shine {
  /** Middle, in millimetres of the sheet. */
  at: Point
  /** Millimetres, along the longer axis of the spot and across it. */
  radius: Point
  /** Degrees. */
  turn: number
  strength: number
}

/** A lamp mirrored on a card or on a plastic sleeve. */
export function glared(frame: Frame, sheet: Thing, { at, radius, turn, strength }: Shine): Float32Array {
  const [cosine, sine] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)]
  return onSheet(frame, sheet, (colour, x, y) => {
    const [dx, dy] = [x - at[0], y - at[1]]
    const [along, across] = [(dx * cosine + dy * sine) / radius[0], (dy * cosine - dx * sine) / radius[1]]
    const shine = strength * Math.exp(-1.4 * (along * along + across * across))
    for (let channel = 0; channel < 3; channel += 1)
      colour[channel] = (colour[channel] as number) + (420 - (colour[channel] as number)) * Math.min(1, shine)
  })
}
