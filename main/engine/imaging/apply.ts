/** Adjustments carried out on pixels. The original bytes are only read. */
import { quarterTurns } from '../../../rules/geometry.ts'
import type { Adjustment, Corners, Tone } from '../../../rules/schema.ts'
import { toneTables } from '../../../rules/tone.ts'
import { canvasBefore, sizesOf } from './adjust.ts'
import {
  decode,
  fromRaster,
  type Header,
  type PictureData,
  type Raster,
  readHeader,
  type Size,
  toRaster,
} from './decode.ts'
import { warp } from './warp.ts'

/** The wanted size: exactly this wide, or no side longer than `side`. Never larger than the picture itself. */
export interface Wanted {
  width?: number
  side?: number
}

/**
 * The picture as it is used: upright by its EXIF orientation, then each adjustment in order. A small `wanted` size
 * is decoded small, so a preview costs little. Fails with what `readHeader` and `adjustedSize` fail with.
 */
export async function render(
  picture: PictureData,
  name: string,
  adjustments: readonly Adjustment[],
  wanted: Wanted = {},
): Promise<Raster> {
  const original = await readHeader(picture, name)
  const finished = sizesOf(original, adjustments, name).at(-1) ?? original
  return renderAt(picture, name, adjustments, sizeAt(finished, scaleFor(finished, wanted)), original)
}

/**
 * The same at exactly `target`, which may be larger than the picture; its aspect is that of the finished picture.
 * `original` is what `readHeader` said of the picture.
 */
export async function renderAt(
  picture: PictureData,
  name: string,
  adjustments: readonly Adjustment[],
  target: Size,
  original: Header,
): Promise<Raster> {
  const sizes = sizesOf(original, adjustments, name)
  const wanted = target.width / (sizes.at(-1) ?? original).width
  const scale = Math.min(wanted, warpScale(adjustments, sizes))
  const isLast = (at: number): boolean => at === sizes.length - 1 && scale === wanted
  const scaled = sizes.map((size, at) => (isLast(at) ? target : sizeAt(size, scale)))
  let raster = await decode(picture, name, original, scaled[0])
  for (const [at, adjustment] of adjustments.entries()) {
    const [before = original, after = target] = [sizes[at], scaled[at + 1]]
    raster = await applyTo(raster, adjustment, before, after)
  }
  return raster.width === target.width && raster.height === target.height ? raster : resized(raster, target)
}

/** OpenCV has 1 GB of memory and does not recover from running out of it, so larger pictures are warped smaller. */
const MOST_WARPED = 50_000_000

function warpScale(adjustments: readonly Adjustment[], sizes: readonly Size[]): number {
  const isWarp = (step: Adjustment): boolean =>
    step.kind === 'straighten' || (step.kind === 'rotate' && quarterTurns(step.degrees) === null)
  const pixels = adjustments.map((step, at) => (isWarp(step) ? pixelsIn(sizes[at]) + pixelsIn(sizes[at + 1]) : 0))
  return Math.sqrt((2 * MOST_WARPED) / Math.max(1, ...pixels))
}

function pixelsIn(size: Size | undefined): number {
  return size ? size.width * size.height : 0
}

export function resized(raster: Raster, { width, height }: Size): Promise<Raster> {
  return toRaster(fromRaster(raster).resize(width, height, { fit: 'fill' }))
}

/** With no side longer than `side`; a smaller raster as it is. */
export async function shrunk(raster: Raster, side: number): Promise<Raster> {
  const scale = side / Math.max(raster.width, raster.height)
  if (scale >= 1) return raster
  const [width, height] = [raster.width, raster.height].map((length) => Math.max(1, Math.round(length * scale)))
  return resized(raster, { width: width as number, height: height as number })
}

function scaleFor(size: Size, { width = size.width, side }: Wanted): number {
  const bySide = side === undefined ? 1 : side / Math.max(size.width, size.height)
  return Math.min(1, width / size.width, bySide)
}

function sizeAt(size: Size, scale: number): Size {
  return { width: Math.max(1, Math.round(size.width * scale)), height: Math.max(1, Math.round(size.height * scale)) }
}

/** `before` is the full size that the adjustment's coordinates speak of; the raster may be smaller. */
function applyTo(raster: Raster, adjustment: Adjustment, before: Size, after: Size): Promise<Raster> {
  switch (adjustment.kind) {
    case 'rotate':
      return turn(raster, adjustment.degrees, before, after)
    case 'crop':
      return Promise.resolve(cut(raster, adjustment, before, after))
    case 'straighten':
      return warp(raster, scaleCorners(adjustment.corners, before, raster), after)
    case 'tone':
      return Promise.resolve(toned(raster, adjustment))
  }
}

function toned({ data, width, height }: Raster, tone: Tone): Raster {
  const [red, green, blue] = toneTables(tone)
  const changed = Buffer.allocUnsafe(data.length)
  for (let at = 0; at < data.length; at += 3) {
    changed[at] = red[data[at] as number] as number
    changed[at + 1] = green[data[at + 1] as number] as number
    changed[at + 2] = blue[data[at + 2] as number] as number
  }
  return { data: changed, width, height }
}

function turn(raster: Raster, degrees: number, before: Size, after: Size): Promise<Raster> {
  const turns = quarterTurns(degrees)
  if (turns === 0) return Promise.resolve(raster)
  if (turns !== null) return toRaster(fromRaster(raster).rotate(turns * 90))
  return warp(raster, scaleCorners(canvasBefore(before, degrees), before, raster), after)
}

function cut(raster: Raster, { left, top }: Adjustment & { kind: 'crop' }, before: Size, after: Size): Raster {
  const width = Math.min(after.width, raster.width)
  const height = Math.min(after.height, raster.height)
  const x = Math.min(Math.round((left * raster.width) / before.width), raster.width - width)
  const y = Math.min(Math.round((top * raster.height) / before.height), raster.height - height)
  const data = Buffer.allocUnsafe(width * height * 3)
  for (let row = 0; row < height; row += 1) {
    const from = ((y + row) * raster.width + x) * 3
    raster.data.copy(data, row * width * 3, from, from + width * 3)
  }
  return { data, width, height }
}

export function scaleCorners(corners: Corners, from: Size, to: Size): Corners {
  const scaled = ([x, y]: Corners[number]): Corners[number] => [
    (x * to.width) / from.width,
    (y * to.height) / from.height,
  ]
  const [a, b, c, d] = corners
  return [scaled(a), scaled(b), scaled(c), scaled(d)]
}
