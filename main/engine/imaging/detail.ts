/**
 * How fine the details of a picture are for its number of pixels. A picture that was enlarged has no frequency above
 * those of the small one it came from, however sharp its edges look when it is shown small:
 * 1. the patches of untouched pixels with the most contrast are taken, where print is;
 * 2. in the spectrum of each, noise is taken off (the least power of any frequency, which noise has at all of them), and
 *    frequencies are weighed so that the edge of a stroke has each of them alike;
 * 3. the frequency below which most of that lies, of the finest patch.
 */
import type { Raster } from './decode.ts'
import type { Strip } from './probe.ts'
import { patchAt, placesIn, powersOf, SIDE } from './spectrum.ts'

const PATCHES = 4
/** Pixels from one to another whose difference is contrast, wider than noise; and of the grid in which they are looked at. */
const LAG = 4
const SPACING = 5
/** Bins below which there is light and shade only, and from which on the least power is taken for noise. */
const SHADE = 4
const NOISY = 10
/** Noise varies by so much from its mean. */
const NOISE = 1.15
/** Share of all that lies below the frequency that is told. */
const MOST = 0.9

/** Share of the frequencies that so many pixels can show, 0 to 1; null where the strip is too small or too dark to tell. */
export function detailOf(strip: Strip): number | null {
  const patches = patchesOf(strip)
  let finest: number | null = null
  for (let at = 0; at + 1 < patches.length; at += 2) {
    const powers = powersOf(patches[at] as Float64Array, patches[at + 1] as Float64Array)
    finest = Math.max(finest ?? 0, ...powers.map(finestIn))
  }
  return finest
}

function patchesOf(strip: Strip): Float64Array[] {
  return placesIn(strip)
    .map(([left, top]) => ({ left, top, contrast: contrastAt(strip, left, top) }))
    .sort((a, b) => b.contrast - a.contrast)
    .slice(0, PATCHES)
    .flatMap(({ left, top }) => patchAt(strip, left, top) ?? [])
}

function contrastAt({ data, width }: Raster, left: number, top: number): number {
  let sum = 0
  for (let y = top; y < top + SIDE - LAG; y += SPACING) {
    for (let x = left; x < left + SIDE - LAG; x += SPACING) {
      const at = (y * width + x) * 3 + 1
      const green = data[at] as number
      sum += Math.abs(green - (data[at + LAG * 3] as number)) + Math.abs(green - (data[at + LAG * 3 * width] as number))
    }
  }
  return sum
}

/** How high each frequency is, in bins, and how many are as high. */
const radii = Uint8Array.from({ length: SIDE * SIDE }, (_, at) => {
  const away = (bin: number): number => Math.min(bin, SIDE - bin)
  return Math.min(SIDE - 1, Math.round(Math.hypot(away(at % SIDE), away(Math.floor(at / SIDE)))))
})
const counts = radii.reduce((all, radius) => {
  all[radius] = (all[radius] as number) + 1
  return all
}, new Float64Array(SIDE))

function finestIn(power: Float64Array): number {
  const means = new Float64Array(SIDE)
  for (let at = 0; at < power.length; at += 1) {
    const radius = radii[at] as number
    means[radius] = (means[radius] as number) + (power[at] as number) / (counts[radius] as number)
  }
  const told = means.subarray(0, SIDE / 2 + 1)
  const noise = NOISE * Math.min(...told.subarray(NOISY))
  // Edges have a power that falls with the square of the frequency, and there are more frequencies the higher they are.
  const weights = told.map((mean, radius) => (radius < SHADE ? 0 : Math.max(0, mean - noise) * radius ** 3))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let passed = 0
  const bin = weights.findIndex((weight) => {
    passed += weight
    return passed >= MOST * total
  })
  return bin / (SIDE / 2)
}
