/**
 * Several pictures joined into the one file that a slot takes: straight from the originals, scaled once, encoded
 * once or twice. White ground, nothing padded, nothing enlarged that the window does not force.
 */
import { availableParallelism } from 'node:os'
import type { ImageWindow } from '../../../rules/answers.ts'
import { shownBeside, shownLimit } from '../../../rules/bytes.ts'
import type { Layout } from '../../../rules/joining.ts'
import type { Adjustment } from '../../../rules/schema.ts'
import type { Joining } from '../../../rules/tables-schema.ts'
import { Failure } from '../failure.ts'
import { adjustedSize } from './adjust.ts'
import { renderAt, resized } from './apply.ts'
import { type Arrangement, type Box, dpiOf } from './arrange-a4.ts'
import { writeCaptions } from './captions.ts'
import { type Header, type PictureData, type Raster, readHeader, type Size } from './decode.ts'
import { setDensity } from './encode.ts'
import { bestFit, type Fit, stopIfCancelled } from './fit.ts'
import type { Words } from './lettering.ts'
import { type Band, bandFor } from './mark-band.ts'
import { type Plan, planOf } from './plan.ts'
import { watermarked } from './watermark.ts'

export interface Part {
  picture: PictureData
  name: string
  adjustments: readonly Adjustment[]
  /** Written above the picture; null: nothing. */
  caption?: Words | null
}

export interface StitchOptions {
  layout: Layout
  window: ImageWindow
  /** Width of the joined picture in pixels, if it fits; by default what the window's bytes can hold. */
  width?: number
  /** White between the parts, in pixels; by default 1.5 % of their width. */
  gap?: number
  /** Purpose watermark, in free space only; where there is none, room is made for it beside the documents. */
  watermark?: Words
  limits: Joining
  signal?: AbortSignal
}

export interface Stitched extends Size {
  bytes: Buffer
  quality: number
  /** Bytes of the file. */
  size: number
  /** Pixels of height of the smallest print, told by the size of the papers. */
  print: number
}

/** Bytes grow with about this power of the width. */
const BYTES_BY_WIDTH = 1.6
/** A width that does not fit gives way by this much at least; a window that is hard to hit is tried this often. */
const NARROWER = 0.96
const SLIGHTLY_NARROWER = 0.97
const MOST_TRIES = 16

/**
 * Joins the parts (one part is only fitted) into a JPEG whose bytes and pixels lie in the window, at the best quality
 * that fits. Below the quality floor the width gives way, down to what can still be read. When the file would be
 * smaller than the window takes, the width grows up to the sources' own.
 * Fails with `stitch.nothing`, `stitch.does-not-fit`, `stitch.too-small`, `stitch.too-few-pixels`,
 * `stitch.side-too-long`, `watermark.no-room`, `task.cancelled`, or what a part's own decoding and adjustments fail with.
 */
export async function stitch(parts: readonly Part[], options: StitchOptions): Promise<Stitched> {
  if (parts.length === 0) throw new Failure('stitch.nothing')
  const { window, layout, signal, width, gap, watermark, limits } = options
  const headers = await headersOf(parts)
  const sizes = parts.map(({ adjustments, name }, at) => adjustedSize(headers[at] as Header, adjustments, name))
  const captions = parts.map(({ caption }) => caption ?? null)
  let plan = planOf(sizes, { layout, window, width, gap, captions: captions.some((caption) => caption), limits })
  let band: Band | null = null
  let sheet = plan.arrange(plan.start)
  let cached = await decodeAll(parts, headers, sheet.boxes, signal)
  for (let tries = 1; ; tries += 1) {
    const canvas = draw(sheet, await shrinkAll(cached, sheet.boxes, signal))
    const finished = await finish(canvas, sheet, captions, band, options)
    if (watermark && !finished) {
      band = await bandFor(watermark, layout, window)
      plan = band.roomIn(plan)
      sheet = plan.arrange(Math.min(Math.max(sheet.width, plan.least), plan.most))
    } else {
      const fit = await bestFit(canvas, window.maxBytes, plan.lowestQuality(sheet.width), signal)
      if (fit.fits && fit.bytes.length >= window.minBytes) return stitched(fit, canvas, sheet, plan, layout)
      sheet = plan.arrange(nextWidth(fit, sheet, plan, window, tries))
    }
    if (sheet.boxes.some((box, at) => box.width > (cached[at]?.width ?? 0))) {
      cached = await decodeAll(parts, headers, sheet.boxes, signal)
    }
  }
}

function stitched(
  { bytes, quality }: Fit & { fits: true },
  canvas: Size,
  sheet: Arrangement,
  plan: Plan,
  layout: Layout,
) {
  if (layout === 'a4') setDensity(bytes, dpiOf(sheet.width))
  const { width, height } = canvas
  return { bytes, width, height, quality, size: bytes.length, print: Math.round(plan.print(sheet)) }
}

/** What is written beside the documents and on their free paper. False: there is no room for the watermark. */
async function finish(
  canvas: Raster,
  sheet: Arrangement,
  captions: readonly (Words | null)[],
  band: Band | null,
  { layout, watermark, limits }: StitchOptions,
): Promise<boolean> {
  await writeCaptions(canvas, sheet, captions, layout === 'a4')
  if (watermark === undefined) return true
  const bands = band?.boxes(sheet) ?? []
  return watermarked(canvas, sheet, watermark, { layout, keepOut: limits.keepOut.card, bands })
}

async function headersOf(parts: readonly Part[]): Promise<Header[]> {
  const headers: Header[] = []
  for (const { picture, name } of parts) headers.push(await readHeader(picture, name))
  return headers
}

/** The width to try next. Fails when there is none left. */
function nextWidth(fit: Fit, sheet: Arrangement, plan: Plan, window: ImageWindow, tries: number): number {
  const { maxBytes, minBytes } = window
  if (!fit.fits) {
    if (sheet.width <= plan.least || tries >= MOST_TRIES) throw doesNotFit(fit.size, sheet, plan, maxBytes)
    const guess = sheet.width * (maxBytes / fit.size) ** (1 / BYTES_BY_WIDTH)
    return Math.max(plan.least, Math.floor(Math.min(guess, sheet.width * NARROWER)))
  }
  const size = fit.bytes.length
  if (tries >= MOST_TRIES) throw tooSmall(size, sheet, minBytes)
  const wanted = fit.quality === 100 ? Math.min(minBytes * 1.05, maxBytes) : (minBytes + maxBytes) / 2
  const guess = Math.ceil(sheet.width * (wanted / size) ** (1 / BYTES_BY_WIDTH))
  if (guess <= plan.most) return Math.max(guess, sheet.width + 1)
  if (fit.quality === 100 && sheet.width >= plan.most) throw tooSmall(size, sheet, minBytes)
  // A window narrower than one step of quality is met from below: the width is the finer screw.
  return fit.quality === 100 ? plan.most : Math.max(plan.least, Math.floor(sheet.width * SLIGHTLY_NARROWER))
}

async function decodeAll(
  parts: readonly Part[],
  headers: readonly Header[],
  boxes: readonly Box[],
  signal?: AbortSignal,
): Promise<Raster[]> {
  return inTurns(parts, signal, async ({ picture, name, adjustments }, at) => {
    const { width, height } = boxes[at] as Box
    return renderAt(picture, name, adjustments, { width, height }, headers[at] as Header)
  })
}

async function shrinkAll(rasters: readonly Raster[], boxes: readonly Box[], signal?: AbortSignal): Promise<Raster[]> {
  return inTurns(rasters, signal, async (raster, at) => {
    const { width, height } = boxes[at] ?? raster
    return raster.width === width && raster.height === height ? raster : resized(raster, { width, height })
  })
}

/** Works on as many items at once as there are cores, so memory does not grow with their number. */
async function inTurns<Item, Result>(
  items: readonly Item[],
  signal: AbortSignal | undefined,
  work: (item: Item, at: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const waiting = items.entries()
  const worker = async (): Promise<void> => {
    for (const [at, item] of waiting) {
      stopIfCancelled(signal)
      results[at] = await work(item, at)
    }
  }
  await Promise.all(Array.from({ length: Math.min(items.length, availableParallelism()) }, worker))
  return results
}

function draw(sheet: Arrangement, rasters: readonly Raster[]): Raster {
  const data = Buffer.alloc(sheet.width * sheet.height * 3, 255)
  for (const [at, box] of sheet.boxes.entries()) {
    const raster = rasters[at]
    if (raster) paste(data, sheet.width, raster, box)
  }
  return { data, width: sheet.width, height: sheet.height }
}

function paste(data: Buffer, width: number, raster: Raster, { left, top }: Box): void {
  const bytes = raster.width * 3
  for (let row = 0; row < raster.height; row += 1) {
    raster.data.copy(data, ((top + row) * width + left) * 3, row * bytes, (row + 1) * bytes)
  }
}

function doesNotFit(bytes: number, sheet: Arrangement, plan: Plan, maxBytes: number): Failure {
  const print = Math.round(plan.print(sheet))
  return new Failure('stitch.does-not-fit', {
    maxBytes,
    limit: shownLimit(maxBytes),
    quality: plan.lowestQuality(sheet.width),
    width: sheet.width,
    print,
    bytes,
    size: shownBeside(bytes, maxBytes),
  })
}

function tooSmall(bytes: number, { width, height }: Size, minBytes: number): Failure {
  const [limit, shown] = [shownLimit(minBytes), shownBeside(bytes, minBytes)]
  return new Failure('stitch.too-small', { bytes, size: shown, width, height, minBytes, limit })
}
