/** All that is measured on a picture when it comes in: decoded twice, once whole and once small. */
import type { Measurements } from '../../../rules/answers.ts'
import { paperOf } from '../../../rules/paper.ts'
import { MEASURED_SIDE } from '../../../rules/pictures.ts'
import type { Adjustment, Corners } from '../../../rules/schema.ts'
import { adjustedSize } from './adjust.ts'
import { render, scaleCorners } from './apply.ts'
import { shapeOf } from './aspect.ts'
import { type Found, findCornersIn } from './corners.ts'
import { coveredShare } from './covered.ts'
import { goesBeyond, sidesOnEdge } from './cut-off.ts'
import { type PictureData, type PictureInfo, type Raster, readHeader, type Size } from './decode.ts'
import { detailOf } from './detail.ts'
import { colourOf, measure } from './measure.ts'
import { probeStrip, type Strip } from './probe.ts'
import { gridPeak } from './screen-grid.ts'
import { warp } from './warp.ts'

export interface Examined extends Found {
  info: PictureInfo
  /** Of the document when it was found, else of the whole picture: a table's colours say nothing about a paper. */
  measurements: Measurements
}

/** libjpeg halves and thirds what it decodes at no cost: up to this share of the picture is as cheap as less. */
const CHEAP_SHARE = 1 / 3

/** From this confidence on an outline that nobody crops to is still good enough to measure in: what is found is a hint. */
const NEARLY = 0.2
/** Below this confidence a document that goes beyond the picture may have been taken for a whole one. */
const CLEARLY = 0.4

/** The untouched original. Fails with what `probe` fails with: afterwards the file is known to be sound. */
export async function examine(picture: PictureData, name: string): Promise<Examined> {
  const full = await readHeader(picture, name)
  const raster = await render(picture, name, [], { side: examinedSide(full) })
  const found = await findCornersIn(raster, full)
  const isClear = found.confidence >= CLEARLY && !found.isFurther
  const isBeyond = !isClear && (await goesBeyond(raster))
  // What is found of a document that goes beyond the picture is a part of it.
  const near = found.corners ?? (found.confidence >= NEARLY && !isBeyond ? found.offered : null)
  const { info, strip } = await probeStrip(picture, name, near)
  const aspect = near && shapeOf(near, info).known
  const measurements = {
    ...measure(near ? await documentIn(raster, near, aspect, info) : raster),
    ...measureOriginal(strip, raster),
    document: near ? sizeOf(near, aspect, info) : scanOf(info),
    outline: found.confidence,
    cutOff: isClear && near ? isCut(near, info) : isBeyond,
    covered: near && coveredShare(raster, scaleCorners(near, info, raster)),
  }
  return { info, ...found, measurements }
}

/** The same of the picture that its adjustments leave. Fails with what `probe` and `render` fail with. */
export async function examineAdjusted(
  picture: PictureData,
  name: string,
  adjustments: readonly Adjustment[],
): Promise<Pick<Examined, 'info' | 'measurements'>> {
  const geometry = adjustments.find(({ kind }) => kind !== 'tone')
  const corners = geometry?.kind === 'straighten' ? geometry.corners : null
  const { info, strip } = await probeStrip(picture, name, corners)
  const raster = await render(picture, name, adjustments, { side: MEASURED_SIDE })
  const original = corners && (await render(picture, name, [], { side: 1.3 * MEASURED_SIDE }))
  const measurements = {
    ...measure(raster),
    ...measureOriginal(strip, raster),
    document: adjustedSize(info, adjustments, name),
    outline: null,
    cutOff: corners && isCut(corners, info),
    covered: corners && original && coveredShare(original, scaleCorners(corners, info, original)),
  }
  return { info, measurements }
}

/** Pixels on the long side in which the document is searched and measured. */
function examinedSide({ width, height }: Size): number {
  const cheap = Math.max(width, height) * CHEAP_SHARE
  return Math.floor(Math.max(1.3 * MEASURED_SIDE, Math.min(1.6 * MEASURED_SIDE, cheap)))
}

/** What is told of the untouched pixels, whatever is done to them afterwards. */
function measureOriginal(strip: Strip | null, raster: Raster): Pick<Measurements, 'colour' | 'grid' | 'detail'> {
  return { colour: colourOf(strip ?? raster), grid: strip && gridPeak(strip), detail: strip && detailOf(strip) }
}

/** A picture with the proportions of a paper is a scan of it. */
function scanOf({ width, height }: Size): Size | null {
  return paperOf({ width, height }) ? { width, height } : null
}

/** One or two sides on the picture's edge: with all four there it is a scan, which ends where the paper ends. */
function isCut(corners: Corners, full: Size): boolean {
  const count = sidesOnEdge(corners, full)
  return count === 1 || count === 2
}

function sizeOf(corners: Corners, aspect: number | null, full: Size): Size {
  return adjustedSize(full, [{ kind: 'straighten', corners, ...(aspect === null ? {} : { aspect }) }], '')
}

/** The document drawn flat, `MEASURED_SIDE` pixels long: also a smaller one, so that a blur is told at one scale. */
function documentIn(raster: Raster, corners: Corners, aspect: number | null, full: Size): Promise<Raster> {
  const shown = scaleCorners(corners, full, raster)
  const { width, height } = sizeOf(shown, aspect, raster)
  const scale = MEASURED_SIDE / Math.max(width, height)
  const [wide, high] = [width, height].map((length) => Math.max(1, Math.round(length * scale)))
  return warp(raster, shown, { width: wide as number, height: high as number }, 'linear')
}
