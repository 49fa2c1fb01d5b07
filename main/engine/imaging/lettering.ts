/**
 * Words drawn from the outlines of our own fonts at their final size, so that they are sharp at every size.
 *
 * 1. Each run is drawn in its own font and in no other, so that no font of the machine is ever asked for.
 * 2. The library takes one font file a call and keeps it, so each file is opened by a call of its own beforehand.
 * 3. It sets every script on the baseline of the first one. A Latin letter too small to be seen goes ahead: on its
 *    baseline our fonts fit together; on that of Chinese, Tibetan would stand a line higher.
 */
import sharp from 'sharp'
import type { Raster } from './decode.ts'

/** Dots an inch at which a size of one point is one pixel. */
const POINT_IS_PIXEL = 72
/** Sizes are whole numbers of this part of a point. */
const SIZE_UNIT = 1024
const LATIN = 'x'

/** A piece of a line and the font that has its letters, by its family name and its file. */
interface TextRun {
  text: string
  family: string
  file: string
  /** Its letters are so much of the size of the line. */
  scale: number
}

/** One line in reading order. Whoever makes it has asked the fonts for every character, and that there is ink. */
export type Words = readonly TextRun[]

/** How much of each pixel is covered, 0 to 255, row by row. As large as the ink of the text. */
export interface Lettering {
  coverage: Buffer
  width: number
  height: number
}

/** `size`: of the font, in pixels; `within`: width at which the line is broken, by default nowhere. */
export async function lettered(words: Words, size: number, within?: number): Promise<Lettering> {
  for (const run of words) await open(run)
  const [first] = words
  if (!first) throw new Error('There are no words to draw')
  const lead = span({ ...first, text: LATIN }, 0)
  const { data, info } = await sharp({
    text: {
      text: [lead, ...words.map((run) => span(run, size))].join(''),
      fontfile: first.file,
      dpi: POINT_IS_PIXEL,
      ...(within !== undefined && { width: within, wrap: 'word-char', align: 'centre' }),
    },
  })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { coverage: data, width: info.width, height: info.height }
}

export function textOf(words: Words): string {
  return words.map(({ text }) => text).join('')
}

const opened = new Set<string>()

async function open(run: TextRun): Promise<void> {
  if (opened.has(run.file)) return
  const text = span({ ...run, text: LATIN }, POINT_IS_PIXEL)
  await sharp({ text: { text, fontfile: run.file, dpi: POINT_IS_PIXEL } })
    .raw()
    .toBuffer()
  opened.add(run.file)
}

function span({ text, family, scale }: TextRun, size: number): string {
  const units = Math.max(1, Math.round(size * scale * SIZE_UNIT))
  return `<span font_family="${family}" size="${units}" fallback="false">${escaped(text)}</span>`
}

/** The text is read as markup. */
function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)
}

/** Lays the letters over the picture in one grey, as dark as `strength` (0 to 1). They must lie inside it. */
export function ink(
  picture: Raster,
  letters: Lettering,
  left: number,
  top: number,
  grey: number,
  strength: number,
): void {
  for (let row = 0; row < letters.height; row += 1) {
    for (let column = 0; column < letters.width; column += 1) {
      const share = ((letters.coverage[row * letters.width + column] as number) / 255) * strength
      if (share === 0) continue
      const at = ((top + row) * picture.width + left + column) * 3
      for (let channel = at; channel < at + 3; channel += 1) {
        const level = picture.data[channel] as number
        picture.data[channel] = Math.round(level + (grey - level) * share)
      }
    }
  }
}
