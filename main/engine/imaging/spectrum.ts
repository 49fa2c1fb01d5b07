/** Spectra of square patches of untouched pixels. Two patches go through one transform, as its real and imaginary part. */
import type { Raster } from './decode.ts'
import { isInside } from './polygon.ts'
import type { Strip } from './probe.ts'

/** Pixels per side of a patch, a power of two. */
export const SIDE = 128
/** Brightness, of 255, below which a patch shows nothing. */
const DARK = 40

const hann = Float64Array.from({ length: SIDE }, (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (at + 0.5)) / SIDE))

/** Upper left corners of patches beside each other: of all that lie on the document, or of the whole strip. */
export function placesIn({ width, height, document }: Strip): [left: number, top: number][] {
  const [columns, rows] = [Math.floor(width / SIDE), Math.floor(height / SIDE)]
  const [left, top] = [Math.floor((width - columns * SIDE) / 2), Math.floor((height - rows * SIDE) / 2)]
  const places = Array.from({ length: columns * rows }, (_, at): [number, number] => [
    left + (at % columns) * SIDE,
    top + Math.floor(at / columns) * SIDE,
  ])
  return document ? places.filter(([x, y]) => isInside([x + SIDE / 2, y + SIDE / 2], document)) : places
}

/** Percent by which each pixel is brighter than the patch, faded out towards its rim; null where it is dark. */
export function patchAt({ data, width }: Raster, left: number, top: number): Float64Array | null {
  const patch = new Float64Array(SIDE * SIDE)
  let sum = 0
  for (let row = 0, to = 0; row < SIDE; row += 1) {
    for (let column = 0, at = ((top + row) * width + left) * 3; column < SIDE; column += 1, to += 1, at += 3) {
      // Green and a little of red: the three stripes of a screen's pixel would cancel out in their sum.
      const value = (data[at] as number) * 0.25 + (data[at + 1] as number) * 0.75
      patch[to] = value
      sum += value
    }
  }
  const mean = sum / patch.length
  if (mean < DARK) return null
  for (let row = 0, at = 0; row < SIDE; row += 1) {
    const fade = ((hann[row] as number) * 100) / mean
    for (let column = 0; column < SIDE; column += 1, at += 1)
      patch[at] = ((patch[at] as number) - mean) * fade * (hann[column] as number)
  }
  return patch
}

/** Power of each frequency of two patches; frequency (x, y) stands at `indexOf(x, y)`. The patches are used up. */
export function powersOf(real: Float64Array, imaginary: Float64Array): [Float64Array, Float64Array] {
  for (let row = 0; row < SIDE; row += 1) transformRow(real, imaginary, row * SIDE)
  transformColumns(real, imaginary)
  const powers: [Float64Array, Float64Array] = [new Float64Array(SIDE * SIDE), new Float64Array(SIDE * SIDE)]
  for (let row = 0; row < SIDE; row += 1) {
    for (let column = 0; column < SIDE; column += 1) {
      const [at, mirrored] = [row * SIDE + column, ((SIDE - row) % SIDE) * SIDE + ((SIDE - column) % SIDE)]
      const [x, u] = [real[at] as number, real[mirrored] as number]
      const [y, v] = [imaginary[at] as number, imaginary[mirrored] as number]
      powers[0][at] = ((x + u) * (x + u) + (y - v) * (y - v)) / 4
      powers[1][at] = ((y + v) * (y + v) + (x - u) * (x - u)) / 4
    }
  }
  return powers
}

export function indexOf(across: number, down: number): number {
  return ((down + SIDE) % SIDE) * SIDE + ((across + SIDE) % SIDE)
}

const reversed = Uint16Array.from({ length: SIDE }, (_, at) => {
  let [value, rest] = [0, at]
  for (let bit = 1; bit < SIDE; bit *= 2, rest >>= 1) value = value * 2 + (rest & 1)
  return value
})
const cosines = Float64Array.from({ length: SIDE / 2 }, (_, at) => Math.cos((2 * Math.PI * at) / SIDE))
const sines = Float64Array.from({ length: SIDE / 2 }, (_, at) => -Math.sin((2 * Math.PI * at) / SIDE))

/** The fast Fourier transform (radix 2) of a row, in place. */
function transformRow(real: Float64Array, imaginary: Float64Array, first: number): void {
  for (let at = 0; at < SIDE; at += 1) {
    const other = reversed[at] as number
    if (other > at) {
      swap(real, first + at, first + other)
      swap(imaginary, first + at, first + other)
    }
  }
  for (let half = 1; half < SIDE; half *= 2) {
    const turn = SIDE / (2 * half)
    for (let group = first; group < first + SIDE; group += 2 * half) {
      for (let at = 0; at < half; at += 1) {
        const one = group + at
        butterfly(real, imaginary, one, one + half, cosines[at * turn] as number, sines[at * turn] as number)
      }
    }
  }
}

/** The same of all columns at once: whole rows are combined, which lie together in memory. */
function transformColumns(real: Float64Array, imaginary: Float64Array): void {
  for (let row = 0; row < SIDE; row += 1) {
    const other = reversed[row] as number
    if (other <= row) continue
    for (let column = 0; column < SIDE; column += 1) {
      swap(real, row * SIDE + column, other * SIDE + column)
      swap(imaginary, row * SIDE + column, other * SIDE + column)
    }
  }
  for (let half = 1; half < SIDE; half *= 2) {
    const turn = SIDE / (2 * half)
    for (let row = 0; row < SIDE; row += 1) {
      if ((row & half) !== 0) continue
      const at = (row & (half - 1)) * turn
      const [cosine, sine] = [cosines[at] as number, sines[at] as number]
      for (let one = row * SIDE; one < (row + 1) * SIDE; one += 1)
        butterfly(real, imaginary, one, one + half * SIDE, cosine, sine)
    }
  }
}

function swap(values: Float64Array, one: number, other: number): void {
  const kept = values[one] as number
  values[one] = values[other] as number
  values[other] = kept
}

function butterfly(
  real: Float64Array,
  imaginary: Float64Array,
  one: number,
  other: number,
  cosine: number,
  sine: number,
): void {
  const x = (real[other] as number) * cosine - (imaginary[other] as number) * sine
  const y = (real[other] as number) * sine + (imaginary[other] as number) * cosine
  real[other] = (real[one] as number) - x
  imaginary[other] = (imaginary[one] as number) - y
  real[one] = (real[one] as number) + x
  imaginary[one] = (imaginary[one] as number) + y
}
