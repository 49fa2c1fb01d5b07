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
  return Math.hypot(spreadBeyondTint(l, a, width), spreadBeyondTint(l, b, width))
}

/** Root mean square of one axis of colour. */
function spreadBeyondTint(l: Float32Array, colour: Float32Array, width: number): number {
  const tints = tintsOf(l, colour)
  const columns = Math.floor(width / BLOCK)
  const rows = Math.floor(l.length / width / BLOCK)
  const sums = new Float64Array(columns * rows)
  for (let row = 0; row < rows * BLOCK; row += 1) {
    const block = Math.floor(row / BLOCK) * columns
    for (let column = 0; column < columns * BLOCK; column += 1) {
      const at = row * width + column
      const to = block + Math.floor(column / BLOCK)
      sums[to] = (sums[to] as number) + (colour[at] as number) - tintAt(tints, placeOf(l[at] as number))
    }
  }
  const squares = sums.reduce((total, sum) => total + (sum / BLOCK ** 2) ** 2, 0)
  return Math.sqrt(squares / Math.max(1, sums.length))
}

/** Where a lightness lies among the bins; 2.5 is the middle of the third. */
function placeOf(lightness: number): number {
  return Math.min(BINS - 0.01, Math.max(0, (lightness / 100) * BINS))
}

/** For each bin, the median of the colour over it and its neighbours. */
function tintsOf(l: Float32Array, colour: Float32Array): Float64Array {
  const counts = Array.from({ length: BINS }, () => new Uint32Array(STEPS))
  for (let at = 0; at < l.length; at += 1) {
    const counted = counts[Math.floor(placeOf(l[at] as number))] as Uint32Array
    const step = Math.min(STEPS - 1, Math.max(0, Math.round((colour[at] as number) * PER_UNIT) + STEPS / 2))
    counted[step] = (counted[step] as number) + 1
  }
  return Float64Array.from(counts, (_, bin) =>
    medianOf(counts.slice(Math.max(0, bin - NEIGHBOURS), bin + NEIGHBOURS + 1)),
  )
}

/** Between the middles of two bins, in proportion. */
function tintAt(tints: Float64Array, place: number): number {
  const left = Math.min(BINS - 2, Math.max(0, Math.floor(place - 0.5)))
  const share = Math.min(1, Math.max(0, place - 0.5 - left))
  return (tints[left] as number) * (1 - share) + (tints[left + 1] as number) * share
}

function medianOf(counts: readonly Uint32Array[]): number {
  const total = counts.reduce((sum, counted) => sum + counted.reduce((inner, count) => inner + count, 0), 0)
  let passed = 0
  for (let step = 0; step < STEPS; step += 1) {
    for (const counted of counts) passed += counted[step] as number
    if (passed * 2 >= total) return (step - STEPS / 2) / PER_UNIT
  }
  return 0
}
