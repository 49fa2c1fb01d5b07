/**
 * How much colour there is beyond a tint. A black-and-white copy has none; a tinted one (a copier's sepia, a lamp's
 * cast) has one colour for each lightness, so what is the same for all pixels of a lightness is taken off first:
 * 1. the tint of a lightness is the median colour of the pixels near it: print in colour is rarer than the ground;
 * 2. what a pixel has beyond its tint is averaged over small blocks, which cancels the noise of JPEG and the colour
 *    that 4:2:0 lets run over an edge (averaging colours themselves would mix tints that belong to no lightness);
 * 3. the spread is the root mean square over the blocks.
 */
import type { Lab } from './lab.ts'

const BINS = 50
/** Bins on each side that share in a bin's tint: a tint changes slowly with lightness. */
const NEIGHBOURS = 1
/** Medians are taken from counts: colours from -128 to 128 in quarters. */
const STEPS = 1024
const PER_UNIT = 4
/** Pixels per side of a block. */
const BLOCK = 4

/** CIE Lab units: 0 for a grey picture, about 1 for a tinted one, 5 and more for a paper with colours. */
export function chromaSpread({ l, a, b }: Lab, width: number): number {
  const places = new Float32Array(l.length)
  for (let at = 0; at < l.length; at += 1) places[at] = placeOf(l[at] as number)
  return Math.hypot(spreadBeyondTint(places, a, width), spreadBeyondTint(places, b, width))
}

/** Where a lightness lies among the bins; 2.5 is the middle of the third. */
function placeOf(lightness: number): number {
  return Math.min(BINS - 0.01, Math.max(0, (lightness / 100) * BINS))
}

/** Root mean square of one axis of colour. */
function spreadBeyondTint(places: Float32Array, colour: Float32Array, width: number): number {
  const tints = tintsOf(places, colour)
  const columns = Math.floor(width / BLOCK)
  const rows = Math.floor(places.length / width / BLOCK)
  let squares = 0
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      squares += beyondTint(tints, places, colour, (row * width + column) * BLOCK, width) ** 2
    }
  }
  return Math.sqrt(squares / Math.max(1, rows * columns))
}

/** Mean over one block of what the colour is beyond the tint, which lies between the middles of two bins in proportion. */
function beyondTint(
  tints: Float64Array,
  places: Float32Array,
  colour: Float32Array,
  first: number,
  width: number,
): number {
  let sum = 0
  for (let row = 0; row < BLOCK; row += 1) {
    for (let at = first + row * width; at < first + row * width + BLOCK; at += 1) {
      const place = Math.max(0, (places[at] as number) - 0.5)
      const bin = Math.min(BINS - 2, place | 0)
      const share = Math.min(1, place - bin)
      sum += (colour[at] as number) - (tints[bin] as number) * (1 - share) - (tints[bin + 1] as number) * share
    }
  }
  return sum / BLOCK ** 2
}

/** For each bin, the median of the colour over it and its neighbours. */
function tintsOf(places: Float32Array, colour: Float32Array): Float64Array {
  const counts = new Uint32Array(BINS * STEPS)
  for (let at = 0; at < places.length; at += 1) {
    const step = Math.min(STEPS - 1, Math.max(0, ((colour[at] as number) * PER_UNIT + STEPS / 2 + 0.5) | 0))
    const counted = ((places[at] as number) | 0) * STEPS + step
    counts[counted] = (counts[counted] as number) + 1
  }
  return Float64Array.from({ length: BINS }, (_, bin) => {
    const [from, to] = [Math.max(0, bin - NEIGHBOURS), Math.min(BINS - 1, bin + NEIGHBOURS)]
    return medianOf(
      Array.from({ length: to - from + 1 }, (_each, at) =>
        counts.subarray((from + at) * STEPS, (from + at + 1) * STEPS),
      ),
    )
  })
}

function medianOf(counts: readonly Uint32Array[]): number {
  let total = 0
  for (const counted of counts) for (let step = 0; step < STEPS; step += 1) total += counted[step] as number
  let passed = 0
  for (let step = 0; step < STEPS; step += 1) {
    for (const counted of counts) passed += counted[step] as number
    if (passed * 2 >= total) return (step - STEPS / 2) / PER_UNIT
  }
  return 0
}
