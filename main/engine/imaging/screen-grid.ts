/**
 * Was a screen photographed? The pixels of a screen are a grid, and a grid is a peak in the spectrum, at the same place
 * wherever one looks; print and paper have none. Told on untouched pixels of the camera: scaling takes the grid away.
 * 1. patches are taken from a strip of the picture, of the document where that is known: a table may be woven; at a
 *    slant the grid is finer in one than in the other, so each has its own spectrum;
 * 2. in each, the peak is the frequency that stands out most from its neighbourhood (in natural logarithms of power);
 *    those of the 8 × 8 blocks of JPEG are left out;
 * 3. a low one of the peaks counts (a quarter are lower): print may be regular in some patches, a grid is in all.
 */
import type { Strip } from './probe.ts'
import { indexOf, patchAt, placesIn, powersOf, SIDE } from './spectrum.ts'

/** How many patches at most, and at least. */
const MOST_PATCHES = 12
const LEAST_PATCHES = 3
/** Whatever stands out less is no grid, by any limit. */
const UNREMARKABLE = 2.2
/** Rows of a strip, as a share, among which the document most likely is where it was not found. */
const MIDDLE = 0.7
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

/** How much the strongest peak stands out, or less where that is nothing; null where the strip is too small to tell. */
export function gridPeak(strip: Strip): number | null {
  const peaks: number[] = []
  const patches = patchesOf(strip)
  const low = Math.floor(patches.length / 4)
  for (let at = 0; at < patches.length; at += 2) {
    const [one, other] = patches.slice(at, at + 2) as [Float64Array, Float64Array?]
    const [power, otherPower] = powersOf(one, other ?? new Float64Array(one.length))
    peaks.push(peakOf(power), ...(other ? [peakOf(otherPower)] : []))
    peaks.sort((a, b) => a - b)
    // What is low already only gets lower: further patches change nothing.
    if ((peaks[low] ?? UNREMARKABLE) < UNREMARKABLE) break
  }
  return peaks[low] ?? null
}

/** Spread over the document, or over the middle of the strip, where it most likely is. */
function patchesOf(strip: Strip): Float64Array[] {
  const all = placesIn(strip)
  const isMiddle = (top: number): boolean => Math.abs(top + SIDE / 2 - strip.height / 2) <= (MIDDLE * strip.height) / 2
  const places = strip.document ? all : all.filter(([, top]) => isMiddle(top))
  if (places.length < LEAST_PATCHES) return []
  const step = Math.max(1, places.length / MOST_PATCHES)
  const taken = Array.from({ length: Math.min(MOST_PATCHES, places.length) }, (_, at) => places[Math.floor(at * step)])
  return taken.flatMap((place) => {
    const patch = place && patchAt(strip, ...place)
    return patch ? [patch] : []
  })
}

/** Of the frequencies that stand out most from others of their height, the one that stands out most from its neighbours. */
function peakOf(power: Float64Array): number {
  const log = new Float64Array(power.length)
  for (let at = 0; at < power.length; at += 1) log[at] = Math.log((power[at] as number) + FLOOR)
  const usual = usualByFrequency(log)
  const candidates: { place: number; above: number }[] = []
  for (let place = 0; place < looked.length; place += 1) {
    const above = (log[looked[place] as number] as number) - (usual[radii[place] as number] as number)
    if (candidates.length === CANDIDATES && above <= (candidates.at(-1)?.above ?? 0)) continue
    candidates.push({ place, above })
    candidates.sort(byHeight)
    candidates.length = Math.min(candidates.length, CANDIDATES)
  }
  return Math.max(0, ...candidates.map(({ place }) => (log[looked[place] as number] as number) - aroundOf(log, place)))
}

function byHeight(one: { above: number }, other: { above: number }): number {
  return other.above - one.above
}

/** Half of the frequencies, as places in a spectrum; the other half mirrors them. With how high each is, in bins. */
const halves = Array.from({ length: (SIDE / 2) * SIDE }, (_, at) => {
  const [across, down] = [at % (SIDE / 2), Math.floor(at / (SIDE / 2)) - SIDE / 2]
  return { across, down, radius: Math.round(Math.hypot(across, down)) }
}).filter(
  ({ across, down, radius }) => radius / SIDE >= LOWEST && radius < SIDE / 2 && !(isBlock(across) && isBlock(down)),
)
const looked = Uint16Array.from(halves, ({ across, down }) => indexOf(across, down))
const radii = Uint8Array.from(halves, ({ radius }) => radius)

function usualByFrequency(log: Float64Array): Float64Array {
  const [sums, counts] = [new Float64Array(SIDE), new Float64Array(SIDE)]
  for (let place = 0; place < looked.length; place += 1) {
    const radius = radii[place] as number
    sums[radius] = (sums[radius] as number) + (log[looked[place] as number] as number)
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
function aroundOf(log: Float64Array, place: number): number {
  const { across = 0, down = 0 } = halves[place] ?? {}
  const ring: number[] = []
  for (let y = -FAR; y <= FAR; y += 1) {
    for (let x = -FAR; x <= FAR; x += 1) {
      if (Math.max(Math.abs(x), Math.abs(y)) >= NEAR) ring.push(log[indexOf(across + x, down + y)] as number)
    }
  }
  const sorted = Float64Array.from(ring).sort()
  return sorted[sorted.length - 1 - RIDGE] ?? 0
}
