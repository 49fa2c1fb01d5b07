/** A list of adjustments and what the editor's tools make of it. Pure. */
import { a4Size, cardSize, cornersOf, type Size, straightenedSize } from '../../rules/geometry.ts'
import type { Adjustment, Corners, Tone } from '../../rules/schema.ts'
import { plainTone, toneParts } from '../../rules/tone.ts'
import { mapPoint, placed } from './geometry.ts'

export type Crop = Extract<Adjustment, { kind: 'crop' }>
export type Frame = Omit<Crop, 'kind'>
export type Aspect = 'card' | 'a4' | 'free'

/** Width by height of a card (ID-1) and of an A4 sheet lying down. */
const ratios = { card: cardSize.width / cardSize.height, a4: a4Size.height / a4Size.width }

/** The known proportions, standing or lying as the marked document does; undefined: as it is. */
export function aspectOf(aspect: Aspect, size: Size): number | undefined {
  if (aspect === 'free') return undefined
  return size.width >= size.height ? ratios[aspect] : 1 / ratios[aspect]
}

/** -180 (not included) to 180. */
function normalDegrees(degrees: number): number {
  const turned = ((degrees % 360) + 360) % 360
  return turned > 180 ? turned - 360 : turned
}

/** Turns the result; two turns in a row are one, and a turn back is none. */
export function withTurn(list: readonly Adjustment[], degrees: number): Adjustment[] {
  const last = list.at(-1)
  if (last?.kind !== 'rotate') return [...list, { kind: 'rotate', degrees: normalDegrees(degrees) }]
  const sum = normalDegrees(last.degrees + degrees)
  return sum === 0 ? list.slice(0, -1) : [...list.slice(0, -1), { kind: 'rotate', degrees: sum }]
}

/**
 * Where corners are set: over the original, turned as it was turned before anything else.
 * Corners already set are found again, so they can be moved.
 */
export function straightenBase(list: readonly Adjustment[]) {
  const at = list.findIndex((adjustment) => adjustment.kind === 'straighten')
  const found = list[at]
  if (found?.kind === 'straighten') {
    return { before: list.slice(0, at), corners: found.corners, after: list.slice(at + 1) }
  }
  const turns = list.findIndex(({ kind }) => kind !== 'rotate' && kind !== 'tone')
  const cut = turns < 0 ? list.length : turns
  return { before: list.slice(0, cut), corners: null, after: list.slice(cut) }
}

/** Straightening gives a new plane: later turns stay, a crop measured on the old one cannot. */
export function withStraighten(list: readonly Adjustment[], corners: Corners, aspect: Aspect) {
  const { before, after } = straightenBase(list)
  const ratio = aspectOf(aspect, straightenedSize(corners, undefined))
  const straighten: Adjustment = { kind: 'straighten', corners, ...(ratio !== undefined && { aspect: ratio }) }
  const kept = after.filter(({ kind }) => kind === 'rotate' || kind === 'tone')
  return { list: [...before, straighten, ...kept], cropDropped: kept.length < after.length }
}

/** Where a crop is set: on the result, or on what the last crop was set on. */
export function cropBase(list: readonly Adjustment[]): { before: readonly Adjustment[]; frame: Frame | null } {
  const last = list.at(-1)
  if (last?.kind !== 'crop') return { before: list, frame: null }
  const { kind: _, ...frame } = last
  return { before: list.slice(0, -1), frame }
}

export function withCrop(list: readonly Adjustment[], frame: Frame, size: Size): Adjustment[] {
  const { before } = cropBase(list)
  const whole = frame.width === size.width && frame.height === size.height
  return whole ? [...before] : [...before, { kind: 'crop', ...frame }]
}

/** The tone of a list; a plain one when it has none. */
export function toneOf(list: readonly Adjustment[]): Tone {
  return list.find((adjustment) => adjustment.kind === 'tone') ?? plainTone
}

/** One tone for the whole list, before all geometry; a plain one is none. */
export function withTone(list: readonly Adjustment[], tone: Tone): Adjustment[] {
  const geometry = geometryOf(list)
  return toneParts.every((part) => tone[part] === plainTone[part]) ? geometry : [tone, ...geometry]
}

const geometryOf = (list: readonly Adjustment[]): Adjustment[] => list.filter(({ kind }) => kind !== 'tone')

/** Which parts of a list are copied, or could be. */
export interface Parts {
  tone: boolean
  geometry: boolean
}

export const partsOf = (list: readonly Adjustment[]): Parts => ({
  tone: geometryOf(list).length < list.length,
  geometry: geometryOf(list).length > 0,
})

/** Turns, crops and corners of one picture fit another only where the size is the same (one tripod, one scanner). */
export const geometryFits = (from: Size, target: Size): boolean =>
  from.width === target.width && from.height === target.height

/** What another picture has afterwards: the chosen parts of the list, and its own of the others. */
export function copiedTo(
  list: readonly Adjustment[],
  from: Size,
  target: Size & { adjustments: Adjustment[] },
  parts: Parts,
): Adjustment[] {
  const geometry = parts.geometry && geometryFits(from, target) ? list : target.adjustments
  return withTone(geometry, toneOf(parts.tone ? list : target.adjustments))
}

/** Corners to begin with: a little inside, so that all four handles are in reach. */
export function firstCorners(size: Size): Corners {
  const [x, y] = [Math.round(size.width * 0.1), Math.round(size.height * 0.1)]
  return cornersOf({ width: size.width - 2 * x, height: size.height - 2 * y }).map(([a, b]) => [
    a + x,
    b + y,
  ]) as Corners
}

export function firstFrame(size: Size): Frame {
  return { left: 0, top: 0, width: size.width, height: size.height }
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high)

export function movedCorner(corners: Corners, at: number, [x, y]: readonly [number, number], size: Size): Corners {
  const point = [Math.round(clamp(x, 0, size.width)), Math.round(clamp(y, 0, size.height))] as [number, number]
  return corners.with(at, point) as Corners
}

/** Corners found on the original, as they lie after the adjustments before them. */
export function mappedCorners(corners: Corners, original: Size, before: readonly Adjustment[]): Corners {
  const { matrix, size } = placed(original, before)
  return corners.map((corner) => {
    const [x, y] = mapPoint(matrix, corner)
    return [clamp(x, 0, size.width), clamp(y, 0, size.height)]
  }) as Corners
}

export function movedFrame(frame: Frame, dx: number, dy: number, size: Size): Frame {
  return {
    ...frame,
    left: Math.round(clamp(frame.left + dx, 0, size.width - frame.width)),
    top: Math.round(clamp(frame.top + dy, 0, size.height - frame.height)),
  }
}

const leastSide = 16

/** The frame with one corner (0 top left, clockwise) pulled to a point; the opposite corner stays. */
export function pulledFrame(
  frame: Frame,
  corner: number,
  [x, y]: readonly [number, number],
  size: Size,
  aspect: Aspect,
): Frame {
  const right = frame.left + frame.width
  const bottom = frame.top + frame.height
  const atLeft = corner === 0 || corner === 3
  const atTop = corner < 2
  const [roomX, roomY] = [atLeft ? right : size.width - frame.left, atTop ? bottom : size.height - frame.top]
  let width = clamp(atLeft ? right - x : x - frame.left, leastSide, roomX)
  let height = clamp(atTop ? bottom - y : y - frame.top, leastSide, roomY)
  const ratio = aspectOf(aspect, frame)
  if (ratio !== undefined) {
    width = Math.min(Math.max(width, height * ratio), roomX, roomY * ratio)
    height = width / ratio
  }
  const [w, h] = [Math.round(width), Math.round(height)]
  return { left: atLeft ? right - w : frame.left, top: atTop ? bottom - h : frame.top, width: w, height: h }
}

/** The largest frame of these proportions in the middle of the picture. */
export function fittedFrame(size: Size, aspect: Aspect): Frame {
  const ratio = aspectOf(aspect, size)
  if (ratio === undefined) return firstFrame(size)
  const width = Math.round(Math.min(size.width, size.height * ratio))
  const height = Math.round(width / ratio)
  return { left: Math.round((size.width - width) / 2), top: Math.round((size.height - height) / 2), width, height }
}
