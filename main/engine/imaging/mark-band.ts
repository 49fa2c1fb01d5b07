/**
 * Room for the words of a watermark where documents have no free paper: a white band under them; on a sheet, which keeps
 * its size, the lower margin, for which a page that fills its sheet becomes a little smaller.
 */
import type { ImageWindow } from '../../../rules/answers.ts'
import type { Layout } from '../../../rules/joining.ts'
import { Failure } from '../failure.ts'
import { largest } from './arrange.ts'
import { type Arrangement, type Box, marginOf, sheetHeightOf, sheetsOf } from './arrange-a4.ts'
import type { Raster } from './decode.ts'
import { longestSide } from './encode.ts'
import { ink, type Lettering, lettered, textOf, type Words } from './lettering.ts'
import type { Plan } from './plan.ts'

/** The font of the words as a share of the width, and in pixels at least; beside them, in pixels. */
const FONT = 1 / 45
const LEAST_FONT = 14
const BESIDE = 14
/** Height in fonts: of a band with one line, and of each line more. */
const HEIGHT = 2.2
const LINE = 1.5
/** Where lines break badly the words become smaller, down to what can just be read. */
const SMALLER = 0.92
const LEAST_READ = 9
const GREY = 70
const STRENGTH = 0.8
/** Pixels of the font at which the length of words is measured. */
const MEASURED = 100

export interface Band {
  /** The plan with room for the band. Fails with `watermark.no-room` where the window leaves none. */
  roomIn(plan: Plan): Plan
  /** Where the words go in an arrangement of that plan. */
  boxes(sheet: Arrangement): Box[]
}

export async function bandFor(words: Words, layout: Layout, window: ImageWindow): Promise<Band> {
  if (layout === 'a4') return sheetBand()
  const long = (await lettered(words, MEASURED)).width / MEASURED
  return bandBelow(words, long, longestSide(window))
}

function bandBelow(words: Words, long: number, maxSide: number): Band {
  const height = (width: number): number => heightFor(long, width)
  return {
    roomIn(plan) {
      const arrange = (width: number): Arrangement => {
        const sheet = plan.arrange(width)
        return { ...sheet, height: sheet.height + height(sheet.width) }
      }
      const holds = (width: number): boolean => arrange(width).height <= maxSide
      if (!holds(plan.least)) throw noRoom(words)
      const most = largest(plan.least, plan.most, holds)
      return { ...plan, arrange, most, start: Math.min(plan.start, most) }
    },
    boxes: ({ width, height: bottom }) => [{ left: 0, top: bottom - height(width), width, height: height(width) }],
  }
}

/** `long`: of the words, in fonts. Infinite where a line has no room for a letter. */
function heightFor(long: number, width: number): number {
  const font = fontFor(width)
  const room = width - 2 * BESIDE - font
  if (room < font) return Number.POSITIVE_INFINITY
  const lines = Math.ceil((long * font) / room)
  return Math.round(font * (HEIGHT + (lines - 1) * LINE))
}

function fontFor(width: number): number {
  return Math.max(LEAST_FONT, Math.round(width * FONT))
}

function sheetBand(): Band {
  return {
    roomIn(plan) {
      // What can just be read must still be read when it is a little smaller.
      const least = Math.min(plan.most, Math.ceil(plan.least / shareAbove(plan.least)))
      return {
        ...plan,
        arrange: (width) => aboveMargins(plan.arrange(width)),
        least,
        start: Math.max(plan.start, least),
        lowestQuality: (width) => plan.lowestQuality(width <= least ? plan.least : width),
      }
    },
    boxes(arrangement) {
      const margin = marginOf(arrangement.width)
      return sheetsOf(arrangement).map((sheet) => ({
        ...sheet,
        top: sheet.top + sheet.height - margin,
        height: margin,
      }))
    },
  }
}

function shareAbove(width: number): number {
  return 1 - marginOf(width) / sheetHeightOf(width)
}

/** Only a page that has its sheet for itself reaches into the lower margin. */
function aboveMargins(arrangement: Arrangement): Arrangement {
  const sheet = sheetHeightOf(arrangement.width)
  const room = sheet - marginOf(arrangement.width)
  const boxes = arrangement.boxes.map((box) => {
    const top = box.top % sheet
    if (top + box.height <= room) return box
    const share = Math.min(1, room / box.height)
    const size = { width: Math.max(1, Math.round(box.width * share)), height: Math.round(box.height * share) }
    const left = box.left + Math.floor((box.width - size.width) / 2)
    return { ...size, left, top: box.top - top + Math.min(top, room - size.height) }
  })
  return { ...arrangement, boxes }
}

/** Fails with `watermark.no-room` when the words cannot be read in the band. */
export async function writeBand(picture: Raster, band: Box, words: Words): Promise<void> {
  const letters = await lettersIn(band, words)
  const left = band.left + Math.floor((band.width - letters.width) / 2)
  ink(picture, letters, left, band.top + Math.floor((band.height - letters.height) / 2), GREY, STRENGTH)
}

async function lettersIn(band: Box, words: Words): Promise<Lettering> {
  const room = band.width - 2 * BESIDE
  for (let size = fontFor(band.width); size >= LEAST_READ; size *= SMALLER) {
    const letters = await lettered(words, size, room)
    if (letters.width <= room && letters.height < band.height) return letters
  }
  throw noRoom(words)
}

function noRoom(words: Words): Failure {
  return new Failure('watermark.no-room', { text: textOf(words) })
}
