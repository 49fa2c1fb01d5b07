/**
 * A purpose watermark: light text, repeated where the picture is plain paper, in the largest size that finds a place on
 * every part. A part without room gets none; the words then stand once in a white band under the picture as well.
 * Nothing of a document is ever covered.
 */
import type { KeepOut } from '../../../rules/tables-schema.ts'
import type { Arrangement, Box } from './arrange-a4.ts'
import type { Raster } from './decode.ts'
import { type FreeSpace, freeSpace } from './free-space.ts'
import { ink, type Lettering, lettered, type Words } from './lettering.ts'

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
/** The band: its font as a share of the width, and its height in fonts. */
const BAND_FONT = 1 / 45
const BAND_HEIGHT = 2.2
const BAND_STRENGTH = 0.8

interface MarkOptions {
  /** Of a card: what is never written on, whatever it looks like. */
  keepOut: readonly KeepOut[]
  /** A band may be added below; a sheet keeps its size, and has free margins anyway. */
  mayGrow: boolean
}

export async function watermarked(
  picture: Raster,
  sheet: Arrangement,
  words: Words,
  { keepOut, mayGrow }: MarkOptions,
): Promise<Raster> {
  const space = freeSpace(picture, sheet.boxes, keepOut)
  const narrowest = Math.min(...sheet.boxes.map(({ width }) => width))
  let best: { letters: Lettering; places: Box[]; served: number } | null = null
  const least = Math.max(LEAST, narrowest * SMALLEST)
  for (let size = Math.max(least, narrowest * LARGEST); size >= least; size *= SMALLER) {
    const letters = await lettered(words, Math.round(size))
    const places = placesFor(letters, picture, space)
    const served = sheet.boxes.filter((box) => places.some((place) => isInside(place, box))).length
    if (places.length > 0 && served > (best?.served ?? -1)) best = { letters, places, served }
    if (served === sheet.boxes.length) break
  }
  for (const { left, top } of best?.places ?? []) ink(picture, best?.letters as Lettering, left, top, GREY, STRENGTH)
  return best?.served === sheet.boxes.length || !mayGrow ? picture : withBand(picture, words)
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

async function withBand(picture: Raster, words: Words): Promise<Raster> {
  const size = Math.max(LEAST, Math.round(picture.width * BAND_FONT))
  const whole = await lettered(words, size)
  const room = picture.width - 2 * LEAST
  const letters = whole.width <= room ? whole : await lettered(words, Math.floor((size * room) / whole.width))
  const band = Math.round(size * BAND_HEIGHT)
  const height = picture.height + band
  const data = Buffer.alloc(picture.width * height * 3, 255)
  picture.data.copy(data)
  const taller = { data, width: picture.width, height }
  const left = Math.floor((picture.width - letters.width) / 2)
  ink(taller, letters, left, picture.height + Math.floor((band - letters.height) / 2), GREY, BAND_STRENGTH)
  return taller
}
