/**
 * Was a screen photographed? The pixels of a screen are a grid, and a grid is a peak in the spectrum, at the same place
 * wherever one looks; print and paper have none. Told on untouched pixels of the camera: scaling takes the grid away.
 * 1. patches are taken from a strip of the picture; at a slant the grid is finer in one than in the other, so each has
 *    its own spectrum;
 * 2. in each, the peak is the frequency that stands out most from its neighbourhood (in natural logarithms of power);
 *    those of the 8 × 8 blocks of JPEG are left out;
 * 3. a low one of the peaks counts (a quarter are lower): print may be regular in some patches, a grid is in all.
 */
import type { Raster } from './decode.ts'

/** Pixels per side of a patch, a power of two; how many patches at most. */
const SIDE = 128
const MOST_PATCHES = 12
/** Cycles a pixel: below, print and weaves are periodic as well. */
const LOWEST = 0.18
/** Neighbourhood of a frequency: from so many bins away to so many. */
const NEAR = 3
const FAR = 7
/** Of a neighbourhood, so many may be as high as the peak: waves of the same grid. */
const RIDGE = 4
/** So many frequencies of a patch are looked at closely. */
const CANDIDATES = 6
/** Power below which there is nothing but rounding. */
const FLOOR = 1e-3
/** Brightness, of 255, below which a patch shows nothing. */
const DARK = 40

/** How much the strongest peak stands out; null where the strip is too small to tell. */
export function gridPeak(strip: Raster): number | null {
  const peaks = patchesOf(strip).map(peakOf)
  if (peaks.length === 0) return null
  return peaks.sort((a, b) => a - b)[Math.floor(peaks.length / 4)] ?? null
}

/** From the middle of the strip outwards: the document is in the middle of a photo. */
function patchesOf({ data, width, height }: Raster): Float64Array[] {
  const columns = Math.floor(width / SIDE)
  const rows = Math.floor((height * 0.7) / SIDE)
  const [left, top] = [Math.floor((width - columns * SIDE) / 2), Math.floor((height - rows * SIDE) / 2)]
  const places = Array.from({ length: columns * rows }, (_, at) => [at % columns, Math.floor(at / columns)] as const)
  const step = Math.max(1, places.length / MOST_PATCHES)
  const taken = Array.from({ length: Math.min(MOST_PATCHES, places.length) }, (_, at) => places[Math.floor(at * step)])
  return taken.flatMap((place) => {
    if (!place) return []
    const patch = patchAt(data, width, left + place[0] * SIDE, top + place[1] * SIDE)
    return patch ? [patch] : []
  })
}

const hann = Float64Array.from({ length: SIDE }, (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (at + 0.5)) / SIDE))

/** Brightness relative to the patch's own, faded out towards its rim; null where it is dark. */
function patchAt(data: Buffer, width: number, left: number, top: number): Float64Array | null {
  const patch = new Float64Array(SIDE * SIDE)
  let sum = 0
  for (let row = 0, to = 0; row < SIDE; row += 1) {
    for (let column = 0; column < SIDE; column += 1, to += 1) {
      const at = ((top + row) * width + left + column) * 3
      // Green and a little of red: the three stripes of a screen's pixel would cancel out in their sum.
      const value = (data[at] as number) * 0.25 + (data[at + 1] as number) * 0.75
      patch[to] = value
      sum += value
    }
  }
  const mean = sum / patch.length
  if (mean < DARK) return null
  for (let row = 0, at = 0; row < SIDE; row += 1) {
    for (let column = 0; column < SIDE; column += 1, at += 1)
      patch[at] = (((patch[at] as number) - mean) / mean) * (hann[row] as number) * (hann[column] as number) * 100
  }
  return patch
}

/** Natural logarithm of the power of each frequency. */
function spectrumOf(real: Float64Array): Float64Array {
  const imaginary = new Float64Array(real.length)
  for (let row = 0; row < SIDE; row += 1) transform(real, imaginary, row * SIDE, 1)
  for (let column = 0; column < SIDE; column += 1) transform(real, imaginary, column, SIDE)
  return real.map((value, at) => Math.log(value ** 2 + (imaginary[at] as number) ** 2 + FLOOR))
}

const reversed = Uint16Array.from({ length: SIDE }, (_, at) => {
  let [value, rest] = [0, at]
  for (let bit = 1; bit < SIDE; bit *= 2, rest >>= 1) value = value * 2 + (rest & 1)
  return value
})
const cosines = Float64Array.from({ length: SIDE / 2 }, (_, at) => Math.cos((2 * Math.PI * at) / SIDE))
const sines = Float64Array.from({ length: SIDE / 2 }, (_, at) => -Math.sin((2 * Math.PI * at) / SIDE))

/** The fast Fourier transform (radix 2) of `SIDE` numbers that lie `step` apart, in place. */
function transform(real: Float64Array, imaginary: Float64Array, first: number, step: number): void {
  for (let at = 0; at < SIDE; at += 1) {
    const other = reversed[at] as number
    if (other <= at) continue
    const [one, two] = [first + at * step, first + other * step]
    const [kept, keptToo] = [real[one] as number, imaginary[one] as number]
    real[one] = real[two] as number
    imaginary[one] = imaginary[two] as number
    real[two] = kept
    imaginary[two] = keptToo
  }
  for (let half = 1; half < SIDE; half *= 2) {
    const turn = SIDE / (2 * half)
    for (let group = 0; group < SIDE; group += 2 * half) {
      for (let at = 0; at < half; at += 1) {
        const [cosine, sine] = [cosines[at * turn] as number, sines[at * turn] as number]
        const [one, two] = [first + (group + at) * step, first + (group + at + half) * step]
        const [x, y] = [real[two] as number, imaginary[two] as number]
        const [u, v] = [x * cosine - y * sine, x * sine + y * cosine]
        real[two] = (real[one] as number) - u
        imaginary[two] = (imaginary[one] as number) - v
        real[one] = (real[one] as number) + u
        imaginary[one] = (imaginary[one] as number) + v
      }
    }
  }
}

/** Of the frequencies that stand out most from others of their height, the one that stands out most from its neighbours. */
function peakOf(patch: Float64Array): number {
  const log = spectrumOf(patch)
  const usual = usualByFrequency(log)
  const candidates: { across: number; down: number; above: number }[] = []
  for (const { across, down, radius } of looked) {
    const above = (log[indexOf(across, down)] as number) - (usual[radius] as number)
    if (candidates.length < CANDIDATES || above > (candidates.at(-1)?.above ?? 0)) {
      candidates.push({ across, down, above })
      candidates.sort((a, b) => b.above - a.above)
      candidates.length = Math.min(candidates.length, CANDIDATES)
    }
  }
  return Math.max(
    0,
    ...candidates.map(({ across, down }) => (log[indexOf(across, down)] as number) - aroundOf(log, across, down)),
  )
}

/** Half of the frequencies; the other half mirrors them. */
const looked = Array.from({ length: (SIDE / 2) * SIDE }, (_, at) => {
  const [across, down] = [at % (SIDE / 2), Math.floor(at / (SIDE / 2)) - SIDE / 2]
  return { across, down, radius: Math.round(Math.hypot(across, down)) }
}).filter(
  ({ across, down, radius }) => radius / SIDE >= LOWEST && radius < SIDE / 2 && !(isBlock(across) && isBlock(down)),
)

function usualByFrequency(log: Float64Array): Float64Array {
  const [sums, counts] = [new Float64Array(SIDE), new Float64Array(SIDE)]
  for (const { across, down, radius } of looked) {
    sums[radius] = (sums[radius] as number) + (log[indexOf(across, down)] as number)
    counts[radius] = (counts[radius] as number) + 1
  }
  return sums.map((sum, radius) => sum / Math.max(1, counts[radius] as number))
}

/** Frequencies of the blocks of JPEG along one axis, and next to them. */
function isBlock(bin: number): boolean {
  const away = Math.abs(bin) % (SIDE / 8)
  return away <= 1 || away >= SIDE / 8 - 1
}

/** A ridge, as edges of print draw it through the spectrum, has neighbours as high as itself, and is no peak. */
function aroundOf(log: Float64Array, across: number, down: number): number {
  const ring: number[] = []
  for (let y = -FAR; y <= FAR; y += 1) {
    for (let x = -FAR; x <= FAR; x += 1) {
      if (Math.max(Math.abs(x), Math.abs(y)) >= NEAR) ring.push(log[indexOf(across + x, down + y)] as number)
    }
  }
  return ring.sort((a, b) => b - a)[RIDGE] ?? 0
}

function indexOf(across: number, down: number): number {
  return ((down + SIDE) % SIDE) * SIDE + ((across + SIDE) % SIDE)
}
