/** Everything that is measured on the picture of a signed page that has been found in it. Judged in `rules/signed.ts`. */
import type { SignedMeasures, Spot } from '../../../../rules/signed-measures.ts'
import type { Raster } from '../decode.ts'
import { type OpenCv, openCv, withMats } from '../opencv.ts'
import { type ComparedPart, comparePrint, levelOf } from './compare.ts'
import { edgesOf } from './edges.ts'
import { evenLight } from './flatten.ts'
import { type HandRect, measurePlace, reached, redMarksOf } from './marks.ts'
import { grown, type Masks, masksOf, partsOf, type Rect } from './masks.ts'
import { drawFlat, type PageMap, toPicture } from './page-map.ts'

export interface PageOnPaper {
  print: Raster
  /** Pixels of the print for each millimetre of the page. */
  pixelsPerMm: number
  places: readonly HandRect[]
}

/** Millimetres by which print may lie beside its place: for finding the pen near it, and for what was added far from it. */
const NEAR_PRINT = 0.55
const FAR_FROM_PRINT = 1.3
/** A part of the print is another below this share of what the best fifth of the page's parts have at least. */
const CHANGED = 0.62
const BEST = 0.8

export async function readSigned(picture: Raster, map: PageMap, page: PageOnPaper): Promise<SignedMeasures> {
  const { cv } = await openCv()
  const drawn = drawFlat(picture, map)
  const flat = withMats((keep) => evenLight(cv, drawn, keep))
  const { print, pixelsPerMm, places } = page
  const masks = masksOf(cv, flat, print, Math.round(NEAR_PRINT * pixelsPerMm))
  const seen = (x: number, y: number): boolean => isInside(picture, map, x, y)
  const free = places.map((place) => widened(reached(place, pixelsPerMm), 2 * pixelsPerMm))
  const parts = comparePrint(cv, flat, print, masks, { free, seen })
  const likeness = levelOf(
    parts.map((part) => part.likeness),
    BEST,
  )
  const changed = parts.filter((part) => part.likeness < CHANGED * likeness)
  const lostOf = (place: HandRect): number => lostShare(place, seen)
  return {
    likeness,
    compared: parts.length,
    changed: changed.length,
    changes: clusters(changed).map((rect) => inMillimetres(rect, pixelsPerMm)),
    additions: additionsOf(cv, flat, masks, page, free),
    ...edgesOf(picture, drawn, map, print, pixelsPerMm),
    places: Object.fromEntries(
      places.map((place) => [
        place.field,
        { ...measurePlace(cv, masks, flat, place, pixelsPerMm), lost: lostOf(place) },
      ]),
    ),
    redMarks: redMarksOf(cv, masks, flat, pixelsPerMm),
  }
}

function isInside({ width, height }: Raster, map: PageMap, x: number, y: number): boolean {
  const [u, v] = toPicture(map, [x, y])
  return u >= 0 && v >= 0 && u <= width - 1 && v <= height - 1
}

function lostShare({ x, y, width, height }: Rect, seen: (x: number, y: number) => boolean): number {
  const shares = [0.1, 0.5, 0.9]
  const points = shares.flatMap((u) => shares.map((v) => seen(x + u * width, y + v * height)))
  return points.filter((isSeen) => !isSeen).length / points.length
}

function widened({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by }
}

const inMillimetres = ({ x, y, width, height }: Rect, pixelsPerMm: number): Spot => ({
  x: x / pixelsPerMm,
  y: y / pixelsPerMm,
  width: width / pixelsPerMm,
  height: height / pixelsPerMm,
})

/** Parts that touch are one spot; a single part may be a speck or a crease. */
function clusters(parts: readonly ComparedPart[]): Rect[] {
  const spots: { rect: Rect; count: number }[] = []
  for (const part of parts) {
    const touching = spots.filter(({ rect }) => touches(rect, part))
    const merged = touching.reduce(
      (one, { rect, count }) => ({ rect: around(one.rect, rect), count: one.count + count }),
      {
        rect: part as Rect,
        count: 1,
      },
    )
    for (const spot of touching) spots.splice(spots.indexOf(spot), 1)
    spots.push(merged)
  }
  return spots.filter(({ count }) => count >= LEAST_PARTS).map(({ rect }) => rect)
}

const LEAST_PARTS = 2

function touches(one: Rect, other: Rect): boolean {
  return (
    one.x <= other.x + other.width &&
    other.x <= one.x + one.width &&
    one.y <= other.y + other.height &&
    other.y <= one.y + one.height
  )
}

function holds(one: Rect, { x, y, width, height }: Rect): boolean {
  return x >= one.x && y >= one.y && x + width <= one.x + one.width && y + height <= one.y + one.height
}

function around(one: Rect, other: Rect): Rect {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)]
  const right = Math.max(one.x + one.width, other.x + other.width)
  const bottom = Math.max(one.y + one.height, other.y + other.height)
  return { x, y, width: right - x, height: bottom - y }
}

/** Millimetres: of a page's rim, where holes and shadows are, and of what is large enough to be writing. */
const RIM = 16
const WRITING = { area: 2.5, extent: 3.5 }

/** Pen strokes where neither print nor the hand belongs. */
function additionsOf(
  cv: OpenCv,
  flat: Raster,
  { pen, printed }: Masks,
  { pixelsPerMm }: PageOnPaper,
  free: readonly Rect[],
): Spot[] {
  const near = grown(cv, printed, flat, Math.round((FAR_FROM_PRINT - NEAR_PRINT) * pixelsPerMm))
  const far = pen.map((level, at) => (near[at] ? 0 : level))
  const inner = widened({ x: 0, y: 0, width: flat.width, height: flat.height }, -RIM * pixelsPerMm)
  return partsOf(cv, far, flat, pixelsPerMm)
    .filter((part) => holds(inner, part) && !free.some((rect) => touches(rect, part)))
    .filter(({ width, height, area }) => {
      const extent = Math.max(width, height) / pixelsPerMm
      return area / pixelsPerMm ** 2 >= WRITING.area && extent >= WRITING.extent
    })
    .map((part) => inMillimetres(part, pixelsPerMm))
    .slice(0, 50)
}
