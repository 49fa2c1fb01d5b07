/** The name of each part, written above it and never on it. */
import { type Arrangement, type Box, millimetre, sheetHeightOf } from './arrange-a4.ts'
import type { Raster, Size } from './decode.ts'
import { ink, lettered, type Words } from './lettering.ts'

/** Height of the strip for a caption, as a share of the part's width; on a sheet, in millimetres of its margin. */
const STRIP = 0.05
const SHEET_STRIP_MM = 6
/** Of the strip's height. */
const FONT = 0.6
const INDENT = 0.2
const GREY = 50

/** The parts with room above each. */
export function withStrips(parts: readonly Size[]): Size[] {
  return parts.map(({ width, height }) => ({ width, height: height + Math.round(width * STRIP) }))
}

/** An arrangement of such parts, with the boxes of the pictures alone. */
export function withoutStrips(sheet: Arrangement): Arrangement {
  const boxes = sheet.boxes.map((box) => {
    const strip = Math.round(box.width * STRIP)
    return { ...box, top: box.top + strip, height: Math.max(1, box.height - strip) }
  })
  return { ...sheet, boxes }
}

/** `captions`: one for each box; null: none. Where a page fills its sheet there is no room, and none is written. */
export async function writeCaptions(
  picture: Raster,
  { boxes, width }: Arrangement,
  captions: readonly (Words | null)[],
  onSheet: boolean,
): Promise<void> {
  for (const [at, box] of boxes.entries()) {
    const words = captions[at]
    const strip = onSheet ? Math.round(SHEET_STRIP_MM * millimetre(width)) : Math.round(box.width * STRIP)
    // Above a page that fills its sheet lies the sheet before it.
    const room = onSheet ? box.top % sheetHeightOf(width) : box.top
    if (!words || room < strip) continue
    await writeCaption(picture, { ...box, top: box.top - strip, height: strip }, words)
  }
}

async function writeCaption(picture: Raster, strip: Box, words: Words): Promise<void> {
  const room = strip.width - 2 * INDENT * strip.height
  const size = strip.height * FONT
  const whole = await lettered(words, Math.round(size))
  const letters =
    whole.width <= room ? whole : await lettered(words, Math.max(1, Math.floor((size * room) / whole.width)))
  const left = strip.left + Math.round(INDENT * strip.height)
  ink(picture, letters, left, strip.top + Math.floor((strip.height - letters.height) / 2), GREY, 1)
}
