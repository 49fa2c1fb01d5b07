/** How wide a joined picture may be: what the window asks, what the sources hold, and what can still be read. */
import type { ImageWindow, Layout } from '../../../rules/answers.ts'
import { Failure } from '../failure.ts'
import { arrangers, largest, widestOf } from './arrange.ts'
import { type Arrangement, SHEET_LEAST_WIDTH } from './arrange-a4.ts'
import type { Size } from './decode.ts'

/** Old filing systems take 90 to 150 KB a picture; there, a lower quality and fewer pixels must do. */
const LEGACY_BYTES = 150_000
/** Below it, blocks appear around small print. Only where the width can give way no further may a legacy file go on to the last one. */
const LOWEST_QUALITY = 60
const LAST_QUALITY = { modern: 60, legacy: 40 }
/** Width of a part below which its small print is lost: 16 px for the 12 pt of an A4 letter (legacy: 11 px). */
const LEGIBLE = { modern: 800, legacy: 560 }
/** Width of a part at which nothing is lost to the eye, so bytes go to quality before they go to more pixels. */
const COMFORT = 1600
/** Photos of papers have about 2.2 bits a pixel at quality 88 to 90. */
const PIXELS_PER_BYTE = 3.6
/** How much a window's smallest pixels may enlarge a picture; beyond it, it would only be blurred. */
const MOST_ENLARGED = 2

/** White between two parts, as a share of a part's width; at least so many pixels. */
const GAP = 0.015
const LEAST_GAP = 8

export interface Plan {
  arrange(width: number): Arrangement
  /** Where to begin, and how far the width may give way or grow. */
  start: number
  least: number
  most: number
  lowestQuality(width: number): number
}

export interface PlanOptions {
  layout: Layout
  window: ImageWindow
  /** Pixels between the parts; by default in proportion to their width. */
  gap?: number | undefined
  width?: number | undefined
}

/** `parts` are the adjusted sizes of the sources. Fails with `stitch.too-few-pixels` or `stitch.side-too-long`. */
export function planOf(parts: readonly Size[], options: PlanOptions): Plan {
  const { layout, window } = options
  const sizes = enlarged(parts, options)
  const arrange = (width: number): Arrangement => arrangers[layout](sizes, width, gapAt(width, sizes, options))
  const widest = widestAll(sizes, options)
  const most = largest(1, widest, (width) => isWithin(arrange(width), window))
  const legacy = window.maxBytes <= LEGACY_BYTES ? 'legacy' : 'modern'
  const asked = Math.min(options.width ?? widest, widest)
  const legible = layout === 'a4' ? SHEET_LEAST_WIDTH : narrowest(arrange, sizes, LEGIBLE[legacy], widest)
  const least = Math.max(
    Math.min(legible, asked),
    smallest(widest, (width) => isEnough(arrange(width), window)),
  )
  if (most < least) throw sideTooLong(arrange(least), window)
  const comfortable = Math.max(narrowest(arrange, sizes, COMFORT, widest), affordable(arrange, window, widest))
  const start = Math.min(Math.max(options.width ?? comfortable, least), most)
  const lowestQuality = (width: number): number => (width <= least ? LAST_QUALITY[legacy] : LOWEST_QUALITY)
  return { arrange, start, least, most, lowestQuality }
}

function widestAll(parts: readonly Size[], options: PlanOptions): number {
  const gap = gapAt(Math.max(...parts.map(({ width }) => width)), parts.slice(0, 1), options)
  return widestOf(options.layout, parts, gap, COMFORT)
}

function gapAt(width: number, parts: readonly Size[], { layout, gap }: PlanOptions): number {
  const across = { column: 1, row: parts.length, grid: Math.min(2, parts.length), a4: 1 }[layout]
  return gap ?? Math.max(LEAST_GAP, Math.round((width / across) * GAP))
}

/** The parts as large as the window's smallest pixels force them to be; as they are when that is enough. */
function enlarged(parts: readonly Size[], options: PlanOptions): readonly Size[] {
  const { layout, window } = options
  const widest = widestAll(parts, options)
  const whole = arrangers[layout](parts, widest, gapAt(widest, parts, options))
  if (isEnough(whole, window)) return parts
  const factor = Math.max(
    (window.minShortSide ?? 0) / Math.min(whole.width, whole.height),
    (window.minLongSide ?? 0) / Math.max(whole.width, whole.height),
  )
  if (factor > MOST_ENLARGED) throw tooFewPixels(whole, window)
  return parts.map(({ width, height }) => ({
    width: Math.ceil(width * factor) + 1,
    height: Math.ceil(height * factor) + 1,
  }))
}

function isEnough({ width, height }: Size, { minShortSide = 0, minLongSide = 0 }: ImageWindow): boolean {
  return Math.min(width, height) >= minShortSide && Math.max(width, height) >= minLongSide
}

function isWithin({ width, height }: Size, { maxSide = Number.POSITIVE_INFINITY }: ImageWindow): boolean {
  return width <= maxSide && height <= maxSide
}

/** The narrowest arrangement in which every part is `wanted` wide, or as wide as its source. */
function narrowest(arrange: Plan['arrange'], parts: readonly Size[], wanted: number, widest: number): number {
  const wide = (arrangement: Arrangement): boolean =>
    arrangement.boxes.every((box, at) => box.width >= Math.min(wanted, (parts[at]?.width ?? 0) - 1))
  return smallest(widest, (width) => wide(arrange(width)))
}

/** The widest arrangement whose parts have as many pixels as the window's bytes can hold at high quality. */
function affordable(arrange: Plan['arrange'], window: ImageWindow, widest: number): number {
  const pixels = (arrangement: Arrangement): number =>
    arrangement.boxes.reduce((sum, box) => sum + box.width * box.height, 0)
  return largest(1, widest, (width) => pixels(arrange(width)) <= window.maxBytes * PIXELS_PER_BYTE)
}

/** The smallest width up to `high` for which `holds`; `high` if there is none below it. */
function smallest(high: number, holds: (width: number) => boolean): number {
  if (holds(1)) return 1
  return Math.min(high, largest(1, high, (width) => !holds(width)) + 1)
}

function tooFewPixels({ width, height }: Size, { minShortSide = 1, minLongSide = 1 }: ImageWindow): Failure {
  return new Failure('stitch.too-few-pixels', { width, height, minShortSide, minLongSide })
}

function sideTooLong({ width, height }: Size, { maxSide = 0 }: ImageWindow): Failure {
  return new Failure('stitch.side-too-long', { width, height, maxSide })
}
