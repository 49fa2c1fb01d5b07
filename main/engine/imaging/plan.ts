/** How wide a joined picture may be: what the window asks, what the sources hold, and what can still be read. */
import type { ImageWindow } from '../../../rules/answers.ts'
import type { Layout } from '../../../rules/joining.ts'
import { printShare } from '../../../rules/paper.ts'
import type { Joining } from '../../../rules/tables-schema.ts'
import { Failure } from '../failure.ts'
import { arrangers, largest, widestOf } from './arrange.ts'
import type { Arrangement } from './arrange-a4.ts'
import { withoutStrips, withStrips } from './captions.ts'
import type { Size } from './decode.ts'
import { longestSide } from './encode.ts'

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
  /** Pixels of height of the smallest print among the parts. */
  print(sheet: Arrangement): number
}

export interface PlanOptions {
  layout: Layout
  window: ImageWindow
  /** Pixels between the parts; by default in proportion to their width. */
  gap?: number | undefined
  width?: number | undefined
  captions?: boolean | undefined
  limits: Joining
}

/** `parts` are the adjusted sizes of the sources. Fails with `stitch.too-few-pixels` or `stitch.side-too-long`. */
export function planOf(parts: readonly Size[], options: PlanOptions): Plan {
  const { window, limits } = options
  const sizes = enlarged(parts, options)
  const arrange = arranger(sizes, options)
  const widest = widestAll(sizes, options)
  const most = largest(1, widest, (width) => isWithin(arrange(width), window))
  const age = window.maxBytes <= limits.legacyBytes ? 'legacy' : 'modern'
  const shares = parts.map((part) => printShare(part, limits))
  const asked = Math.min(options.width ?? widest, widest)
  const legible = narrowest(arrange, sizes, (at) => limits.print.leastPixels[age] / (shares[at] ?? 1), widest)
  const least = Math.max(
    Math.min(legible, asked),
    smallest(widest, (width) => isEnough(arrange(width), window)),
  )
  if (most < least) throw sideTooLong(arrange(least), window)
  const comfortable = Math.max(
    narrowest(arrange, sizes, () => limits.comfortableWidth, widest),
    affordable(arrange, window, widest),
  )
  const start = Math.min(Math.max(options.width ?? comfortable, least), most)
  const { lowest, last } = limits.quality
  const lowestQuality = (width: number): number => (width <= least ? last[age] : lowest)
  const print = ({ boxes }: Arrangement): number => Math.min(...boxes.map((box, at) => box.width * (shares[at] ?? 1)))
  return { arrange, start, least, most, lowestQuality, print }
}

/** Room for captions is laid out with the pictures; on a sheet it is in the margins anyway. */
function arranger(sizes: readonly Size[], options: PlanOptions): Plan['arrange'] {
  const { layout, captions } = options
  const gap = (width: number): number => gapAt(width, sizes, options)
  if (!captions || layout === 'a4') return (width) => arrangers[layout](sizes, width, gap(width))
  const taller = withStrips(sizes)
  return (width) => withoutStrips(arrangers[layout](taller, width, gap(width)))
}

function widestAll(parts: readonly Size[], options: PlanOptions): number {
  const gap = gapAt(Math.max(...parts.map(({ width }) => width)), parts.slice(0, 1), options)
  return widestOf(options.layout, parts, gap, options.limits.comfortableWidth)
}

function gapAt(width: number, parts: readonly Size[], { layout, gap }: PlanOptions): number {
  const across = { column: 1, row: parts.length, grid: Math.min(2, parts.length), a4: 1 }[layout]
  return gap ?? Math.max(LEAST_GAP, Math.round((width / across) * GAP))
}

/** The parts as large as the window's smallest pixels force them to be; as they are when that is enough. */
function enlarged(parts: readonly Size[], options: PlanOptions): readonly Size[] {
  const { window } = options
  const widest = widestAll(parts, options)
  const whole = arranger(parts, options)(widest)
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

function isWithin({ width, height }: Size, window: ImageWindow): boolean {
  return Math.max(width, height) <= longestSide(window)
}

/** The narrowest arrangement in which every part is as wide as wanted of it, or as its source. */
function narrowest(
  arrange: Plan['arrange'],
  parts: readonly Size[],
  wanted: (at: number) => number,
  widest: number,
): number {
  const wide = (arrangement: Arrangement): boolean =>
    arrangement.boxes.every((box, at) => box.width >= Math.min(wanted(at), (parts[at]?.width ?? 0) - 1))
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

function sideTooLong({ width, height }: Size, window: ImageWindow): Failure {
  return new Failure('stitch.side-too-long', { width, height, maxSide: longestSide(window) })
}
