/**
 * A4 sheets, portrait, at up to 300 dpi, one under the other. A card comes out at its true size, as a photocopier
 * would give it; a page fills its sheet; anything else is fitted between the margins.
 */
import { a4Size, cardSize } from '../../../rules/geometry.ts'
import { paperOf } from '../../../rules/paper.ts'
import type { Size } from './decode.ts'

export interface Box extends Size {
  left: number
  top: number
}

/** One box per part, in the same order, on a white ground. */
export interface Arrangement extends Size {
  boxes: Box[]
}

const MM_PER_INCH = 25.4
const SHEET = a4Size
const MARGIN = 10
const GAP = 10
const WITHIN_MARGINS = { width: SHEET.width - 2 * MARGIN, height: SHEET.height - 2 * MARGIN }
/** Two pictures wider than tall share a sheet. */
const HALF_SHEET = { width: WITHIN_MARGINS.width, height: (WITHIN_MARGINS.height - GAP) / 2 }

const MOST_WIDTH = widthAtDpi(300)
const COMMON_WIDTH = widthAtDpi(150)

/** Pixels for a millimetre of a sheet of this width in pixels. */
export function millimetre(width: number): number {
  return width / SHEET.width
}

/** Pixels of height of a sheet of this width in pixels; the sheets of an arrangement lie one under the other. */
export function sheetHeightOf(width: number): number {
  return Math.round(SHEET.height * millimetre(width))
}

/** The sheets of an arrangement, from the top. */
export function sheetsOf({ width, height }: Size): Box[] {
  const sheet = { width, height: sheetHeightOf(width) }
  const count = Math.round(height / sheet.height)
  return Array.from({ length: count }, (_, at) => ({ ...sheet, left: 0, top: at * sheet.height }))
}

/** Pixels of the margin, which only a page that fills its sheet reaches into. */
export function marginOf(width: number): number {
  return Math.round(MARGIN * millimetre(width))
}

/** Dots an inch at which a sheet of this width in pixels is printed at its true size. */
export function dpiOf(width: number): number {
  return Math.round((width * MM_PER_INCH) / SHEET.width)
}

function widthAtDpi(dpi: number): number {
  return Math.round((SHEET.width / MM_PER_INCH) * dpi)
}

/** 300 dpi, or less where a card would have to be enlarged for it, but no less than the usual 150. */
export function widestSheet(parts: readonly Size[]): number {
  const widths = parts
    .filter((part) => paperOf(part)?.kind === 'card')
    .map((part) => (Math.max(part.width, part.height) / cardSize.width) * SHEET.width)
  return Math.max(COMMON_WIDTH, Math.min(MOST_WIDTH, ...widths.map(Math.floor)))
}

/** A part in millimetres, and whether it has a sheet for itself. */
interface Piece extends Size {
  page: boolean
}

interface Placed {
  sheet: number
  top: number
}

export function arrangeSheets(parts: readonly Size[], width: number): Arrangement {
  const scale = width / SHEET.width
  const sheetHeight = sheetHeightOf(width)
  const pieces = parts.map((part) => pieceOf(part, scale))
  const places = flow(pieces)
  const boxes = pieces.map((piece, at): Box => {
    const { sheet, top } = places[at] ?? { sheet: 0, top: 0 }
    const size = {
      width: Math.max(1, Math.round(piece.width * scale)),
      height: Math.max(1, Math.round(piece.height * scale)),
    }
    const left = Math.max(0, Math.floor((width - size.width) / 2))
    return { ...size, left, top: sheet * sheetHeight + Math.min(Math.round(top * scale), sheetHeight - size.height) }
  })
  return { boxes, width, height: sheetHeight * ((places.at(-1)?.sheet ?? 0) + 1) }
}

function pieceOf(part: Size, scale: number): Piece {
  const paper = paperOf(part)
  if (paper?.kind === 'card') return { width: paper.width, height: paper.height, page: false }
  const aspect = part.width / part.height
  const page = paper !== null && aspect < 1
  const room = page ? SHEET : aspect > 1 ? HALF_SHEET : WITHIN_MARGINS
  const width = Math.min(room.width, room.height * aspect, part.width / scale)
  return { width, height: width / aspect, page }
}

/** From top to bottom; what does not fit below the last piece starts a new sheet. */
function flow(pieces: readonly Piece[]): Placed[] {
  const places: Placed[] = []
  let [sheet, top] = [0, MARGIN]
  for (const piece of pieces) {
    const started = top > MARGIN
    if (started && (piece.page || piece.height > SHEET.height - MARGIN - top)) [sheet, top] = [sheet + 1, MARGIN]
    places.push({ sheet, top: piece.page ? (SHEET.height - piece.height) / 2 : top })
    top += piece.page ? SHEET.height : piece.height + GAP
  }
  return places
}
