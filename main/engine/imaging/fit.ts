/**
 * The best JPEG quality that fits. The size at a quality is estimated on bands of the picture, the answer is then
 * encoded whole, and the next better quality is encoded as well unless the bands leave no doubt that it is too large.
 */
import { Failure } from '../failure.ts'
import type { Raster } from './decode.ts'
import { encodeJpeg } from './encode.ts'

const BEST = 100
/** Rows of one 4:2:0 block: bands cut at them are coded exactly as in the whole picture. */
const BLOCK_ROWS = 16
/** Share of the rows that is sampled, and how many bands there are at least. */
const SAMPLED = 0.07
const LEAST_BANDS = 14
/** Bytes of markers and tables in every file, about; they do not grow with the picture. */
const OVERHEAD = 600
/**
 * Once a whole encode has corrected the estimate, the next quality is off by up to 0.6 % (measured on photos, text and
 * noise). Within this margin of the limit it is encoded to know.
 */
const DOUBT = 0.015
/**
 * Where the source was a JPEG of about this quality, sizes can stand still or fall for a step or two, so a better quality
 * may fit although the next one does not. It is looked for when the next one is over by less than a usual step.
 */
const LOOK_AHEAD = 3
const STANDSTILL = 1.03

export type Fit =
  | { fits: true; bytes: Buffer; quality: number }
  /** Even at the lowest quality there are `size` bytes. */
  | { fits: false; size: number }

/** The largest quality from `lowest` to 100 whose file has at most `maxBytes`. Fails with `task.cancelled`. */
export async function bestFit(raster: Raster, maxBytes: number, lowest: number, signal?: AbortSignal): Promise<Fit> {
  const estimate = estimator(raster)
  const tooLarge = new Set<number>()
  let best: { bytes: Buffer; quality: number } | undefined
  let quality = await largestUnder(estimate, maxBytes, lowest, BEST)
  for (;;) {
    stopIfCancelled(signal)
    const bytes = await encodeJpeg(raster, quality)
    if (bytes.length <= maxBytes) best = { bytes, quality }
    else if (quality === lowest) return { fits: false, size: bytes.length }
    else tooLarge.add(quality)
    const correction = bytes.length / (await estimate(quality))
    const guess = await largestUnder(estimate, maxBytes / correction, lowest, BEST)
    const next = best
      ? await better(best.quality, guess, tooLarge, async (tried) => ((await estimate(tried)) * correction) / maxBytes)
      : Math.max(lowest, Math.min(guess, quality - 1))
    if (best && next === null) return { fits: true, ...best }
    quality = next ?? lowest
  }
}

/** The next quality above `best` that is worth a whole encode; null when there is none. `share` is of the limit. */
async function better(
  best: number,
  guess: number,
  tooLarge: ReadonlySet<number>,
  share: (quality: number) => Promise<number>,
): Promise<number | null> {
  if (guess > best && !tooLarge.has(guess)) return guess
  for (let quality = best + 1; quality <= Math.min(BEST, best + LOOK_AHEAD); quality += 1) {
    if (tooLarge.has(quality)) continue
    const expected = await share(quality)
    const isNext = quality === best + 1
    if (expected <= (isNext ? 1 + DOUBT : 1)) return quality
    if (isNext && expected > STANDSTILL) return null
  }
  return null
}

export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Failure('task.cancelled')
}

/** Bytes of the whole file at a quality, about; each quality is computed once. */
type Estimate = (quality: number) => Promise<number>

function estimator(raster: Raster): Estimate {
  const sample = bandsOf(raster)
  const times = raster.height / sample.height
  const known = new Map<number, Promise<number>>()
  return (quality) => {
    const size =
      known.get(quality) ??
      encodeJpeg(sample, quality).then(({ length }) => OVERHEAD + Math.max(0, length - OVERHEAD) * times)
    known.set(quality, size)
    return size
  }
}

/** Evenly spread bands of whole blocks, one under the other; the picture itself when it is small. */
function bandsOf(raster: Raster): Raster {
  const blocks = Math.floor(raster.height / BLOCK_ROWS)
  const count = Math.max(LEAST_BANDS, Math.round(blocks * SAMPLED))
  if (blocks < count * 2) return raster
  const bandBytes = raster.width * 3 * BLOCK_ROWS
  const data = Buffer.allocUnsafe(count * bandBytes)
  for (let band = 0; band < count; band += 1) {
    const from = Math.floor(((band + 0.5) * blocks) / count) * bandBytes
    raster.data.copy(data, band * bandBytes, from, from + bandBytes)
  }
  return { data, width: raster.width, height: count * BLOCK_ROWS }
}

/**
 * The largest quality from `low` to `high` with an estimate of at most `maxBytes`; `low` when there is none.
 * Sizes are about a power of how far the quality is from 101, so the next try lies where the logarithms meet.
 */
async function largestUnder(estimate: Estimate, maxBytes: number, low: number, high: number): Promise<number> {
  let under: Tried = { quality: low - 1, size: 0 }
  let over: Tried = { quality: high + 1, size: 0 }
  let next = Math.min(Math.max(FIRST_GUESS, low), high)
  while (over.quality - under.quality > 1) {
    const tried = { quality: next, size: await estimate(next) }
    if (tried.size <= maxBytes) under = tried
    else over = tried
    next = between(under, over, maxBytes, tried)
  }
  return Math.max(under.quality, low)
}

/** Most photos joined for a portal end near it. */
const FIRST_GUESS = 91
/** The power, where only one point is known. */
const POWER = 0.6

interface Tried {
  quality: number
  size: number
}

function between(under: Tried, over: Tried, maxBytes: number, last: Tried): number {
  const bothKnown = under.size > 0 && over.size > 0
  const depth = ({ quality }: Tried): number => Math.log(101 - quality)
  const power = bothKnown ? Math.log(over.size / under.size) / (depth(under) - depth(over)) : POWER
  const from = bothKnown ? under : last
  const guess = 101 - Math.exp(depth(from) - Math.log(maxBytes / from.size) / Math.max(power, 0.05))
  return Math.min(Math.max(Math.floor(guess), under.quality + 1), over.quality - 1)
}
