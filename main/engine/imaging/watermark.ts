/**
 * A purpose watermark: light text, repeated where the picture is plain paper, in the largest size that finds a place on
 * every part. Where a part has no room, the words stand once in a white band under the picture as well.
 * Nothing of a document is ever covered.
 */
import type { Layout } from '../../../rules/joining.ts'
import type { KeepOut } from '../../../rules/tables-schema.ts'
import { type Arrangement, type Box, sheetsOf } from './arrange-a4.ts'
import type { Raster } from './decode.ts'
import { type FreeSpace, freeSpace } from './free-space.ts'
import { ink, type Lettering, lettered, type Words } from './lettering.ts'
import { writeBand } from './mark-band.ts'

/** Of the font, as a share of the narrowest part's width; and in pixels what can just be read. */
const LARGEST = 1 / 28
const SMALLEST = 1 / 70
const LEAST = 14
const SMALLER = 0.8
/** Between two repetitions, in their own width and height; and around each, in its height: it must not read as content. */
const BESIDE = 0.7
const BELOW = 3.5
const CLEAR = 0.7
const GREY = 70
const STRENGTH = 0.3

interface MarkOptions {
  layout: Layout
  /** Of a card: what is never written on, whatever it looks like. */
  keepOut: readonly KeepOut[]
  /** Where the words stand in any case; none: room was not made for them. */
  bands: readonly Box[]
}

/**
 * Whether every part is marked: it carries the words itself, or its sheet does, or a band. If not, nothing is drawn.
 * Fails with `watermark.no-room`.
 */
export async function watermarked(
  picture: Raster,
  sheet: Arrangement,
  words: Words,
  { layout, keepOut, bands }: MarkOptions,
): Promise<boolean> {
  const { letters, places } = await bestPlaces(picture, sheet, words, { keepOut, bands })
  const marked = areasOf(sheet, layout).every((area) => places.some((place) => isInside(place, area)))
  if (!marked && bands.length === 0) return false
  for (const { left, top } of places) ink(picture, letters, left, top, GREY, STRENGTH)
  for (const band of bands) await writeBand(picture, band, words)
  return true
}

/** Each must carry the words: the parts, or the sheets, which are looked at whole. */
function areasOf(arrangement: Arrangement, layout: Layout): Box[] {
  return layout === 'a4' ? sheetsOf(arrangement) : arrangement.boxes
}

async function bestPlaces(
  picture: Raster,
  { boxes }: Arrangement,
  words: Words,
  { keepOut, bands }: Pick<MarkOptions, 'keepOut' | 'bands'>,
): Promise<{ letters: Lettering; places: Box[] }> {
  const space = freeSpace(picture, boxes, keepOut)
  const narrowest = Math.min(...boxes.map(({ width }) => width))
  const least = Math.max(LEAST, narrowest * SMALLEST)
  let best: { letters: Lettering; places: Box[]; served: number } | null = null
  for (let size = Math.max(least, narrowest * LARGEST); best === null || size >= least; size *= SMALLER) {
    const letters = await lettered(words, Math.round(size))
    const places = placesFor(letters, picture, space).filter((place) => !bands.some((band) => overlaps(place, band)))
    const served = boxes.filter((box) => places.some((place) => isInside(place, box))).length
    if (best === null || (places.length > 0 && served > best.served)) best = { letters, places, served }
    if (served === boxes.length) break
  }
  return best
}

/** From the top, left to right: every free place that is far enough from those before. */
function placesFor({ width, height }: Lettering, picture: Raster, space: FreeSpace): Box[] {
  const places: Box[] = []
  for (let top = 0; top + height <= picture.height; top += space.cell) {
    for (let left = 0; left + width <= picture.width; left += space.cell) {
      const place = { left, top, width, height }
      const around = Math.round(height * CLEAR)
      const room = { left: left - around, top: top - around, width: width + 2 * around, height: height + 2 * around }
      if (!space.holds(room)) continue
      if (places.every((other) => isApart(place, other))) places.push(place)
      left += Math.round(width * BESIDE)
    }
  }
  return places
}

function isApart(one: Box, other: Box): boolean {
  const beside = Math.abs(one.left - other.left) >= one.width * (1 + BESIDE)
  return beside || Math.abs(one.top - other.top) >= one.height * (1 + BELOW)
}

function isInside(place: Box, box: Box): boolean {
  const [right, bottom] = [box.left + box.width, box.top + box.height]
  const inside = place.left >= box.left && place.top >= box.top
  return inside && place.left + place.width <= right && place.top + place.height <= bottom
}

function overlaps(one: Box, other: Box): boolean {
  const beside = one.left >= other.left + other.width || other.left >= one.left + one.width
  return !beside && one.top < other.top + other.height && other.top < one.top + one.height
}
