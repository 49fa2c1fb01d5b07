/** What stands in the places of a page that belong to the hand: pen, red ink, a date's three numbers. */
import type { Ink, PlaceMeasures, RedMark } from '../../../../rules/signed-measures.ts'
import type { Raster } from '../decode.ts'
import type { OpenCv } from '../opencv.ts'
import { type Masks, type Part, partsOf, type Rect, within } from './masks.ts'

export interface HandRect extends Rect {
  field: string
  why: 'signature' | 'seal' | 'date' | 'fingerprint' | 'handwritten'
}

/** Millimetres by which a hand may leave its place: left, up, right, down. */
const REACH: Record<HandRect['why'], readonly [number, number, number, number]> = {
  signature: [2, 5, 4, 2],
  seal: [6, 6, 6, 6],
  date: [1, 2, 2, 2],
  fingerprint: [6, 6, 6, 6],
  handwritten: [1, 1, 1, 2],
}
/** Square millimetres of a speck of dust, and what a gap between strokes of one thing may measure. */
const SPECK = 0.35
const STROKE_GAP = 0.5
const SEAL_GAP = 3

export function reached(place: HandRect, pixelsPerMm: number): Rect {
  const [left, up, right, down] = REACH[place.why].map((mm) => mm * pixelsPerMm) as [number, number, number, number]
  const { x, y, width, height } = place
  return { x: x - left, y: y - up, width: width + left + right, height: height + up + down }
}

export function measurePlace(
  cv: OpenCv,
  { pen, red, printed }: Masks,
  flat: Raster,
  place: HandRect,
  pixelsPerMm: number,
): Omit<PlaceMeasures, 'lost'> {
  const rect = reached(place, pixelsPerMm)
  const ink = (mask: Uint8Array): Ink => {
    const part = within(mask, flat, rect)
    return together(partsOf(cv, part.mask, part.size, STROKE_GAP * pixelsPerMm), pixelsPerMm)
  }
  return {
    pen: ink(pen),
    red: ink(red),
    gaps: place.why === 'date' ? gapsOf(pen, printed, flat, place, pixelsPerMm) : [],
  }
}

function together(parts: readonly Part[], pixelsPerMm: number): Ink {
  const strokes = parts.filter(({ area }) => area / pixelsPerMm ** 2 >= SPECK)
  if (strokes.length === 0) return { area: 0, width: 0, height: 0 }
  const extent = (from: 'x' | 'y', length: 'width' | 'height') =>
    (Math.max(...strokes.map((part) => part[from] + part[length])) - Math.min(...strokes.map((part) => part[from]))) /
    pixelsPerMm
  const area = strokes.reduce((sum, part) => sum + part.area, 0) / pixelsPerMm ** 2
  return { area, width: extent('x', 'width'), height: extent('y', 'height') }
}

/** Printed characters of a date, at least so wide and so far apart, in millimetres. */
const CHARACTER = 2
const APART = 3

/** The pen's ink before each of the last three printed characters inside the place. */
function gapsOf(pen: Uint8Array, printed: Uint8Array, flat: Raster, place: HandRect, pixelsPerMm: number): number[] {
  const inside = within(printed, flat, place)
  const columns = Array.from({ length: inside.size.width }, (_, x) => columnOf(inside, x))
  const runs = runsOf(columns, APART * pixelsPerMm).filter(([from, to]) => to - from >= CHARACTER * pixelsPerMm)
  if (runs.length < 3) return []
  return runs.slice(-3).map(([from], at, last) => {
    const start = at === 0 ? (runs.at(-4)?.[1] ?? 0) : (last[at - 1]?.[1] ?? 0)
    const { y, height } = reached(place, pixelsPerMm)
    const gap = within(pen, flat, { x: place.x + start, y, width: from - start, height })
    return gap.mask.reduce((sum, value) => sum + (value ? 1 : 0), 0) / pixelsPerMm ** 2
  })
}

function columnOf({ mask, size }: ReturnType<typeof within>, x: number): boolean {
  for (let y = 0; y < size.height; y += 1) if (mask[y * size.width + x]) return true
  return false
}

/** From and to of stretches that are set; gaps shorter than `apart` are none. */
function runsOf(columns: readonly boolean[], apart: number): [number, number][] {
  const runs: [number, number][] = []
  for (const [x, isSet] of columns.entries()) {
    if (!isSet) continue
    const last = runs.at(-1)
    if (last && x - last[1] <= apart) last[1] = x + 1
    else runs.push([x, x + 1])
  }
  return runs
}

/** Square millimetres of a red mark that may be a seal or a finger. */
const LEAST_RED = 6

/** Red things anywhere on the page, the largest first; millimetres. */
export function redMarksOf(cv: OpenCv, { red }: Masks, flat: Raster, pixelsPerMm: number): RedMark[] {
  return partsOf(cv, red, flat, SEAL_GAP * pixelsPerMm)
    .map(({ x, y, width, height, area }) => ({
      x: x / pixelsPerMm,
      y: y / pixelsPerMm,
      width: width / pixelsPerMm,
      height: height / pixelsPerMm,
      area: area / pixelsPerMm ** 2,
    }))
    .filter(({ area }) => area >= LEAST_RED)
    .sort((one, other) => other.area - one.area)
    .slice(0, 20)
}
