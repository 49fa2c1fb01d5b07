/**
 * Looks at the ink of a rendered page. The reference is drawn independently of any PDF: the font's own outlines as
 * SVG paths. A text layer proves nothing: a page of blank glyphs extracts perfectly.
 */
import sharp from 'sharp'
import { openFace, type Weight } from '../../main/engine/pdf/faces.ts'
import { renderPage } from '../../main/engine/pdf/render.ts'
import { runsOf, shapeRun } from '../../main/engine/pdf/shape.ts'

/** Named limits, measured with this renderer at this resolution on the fonts and sizes that are used. */
const limits = {
  /** Correlation of a character's pixels with its outline: the right one 0.85 to 0.99, its neighbour in the text 0.3, at most 0.78. */
  sameCharacter: 0.81,
  /** Difference of a pixel from the blank, of 255, that counts as ink. */
  ink: 24,
} as const

/** Darkness, 0 to 255, row by row from the top left. */
interface Raster {
  pixels: Uint8Array
  width: number
  height: number
  /** Pixels per point. */
  scale: number
}

/** A line of text with the left end of its baseline, in points from the bottom left of the page. */
export interface TextLine {
  text: string
  x: number
  y: number
  size: number
  weight: Weight
}

/** A rectangle in points from the bottom left of the page. */
interface Region {
  x: number
  y: number
  width: number
  height: number
}

/** 250 dots per inch: at less, the renderer's rounding of small glyphs to whole pixels hides which glyph it is. */
const pixelsPerPoint = 250 / 72

export async function inkOf(pdf: Uint8Array, page: number, pointsHigh: number): Promise<Raster> {
  const rendered = await renderPage(pdf, page, Math.round(pointsHigh * pixelsPerPoint))
  const { data, width, height } = rendered
  const pixels = new Uint8Array(width * height)
  for (let index = 0; index < pixels.length; index++) {
    const at = index * 3
    pixels[index] = 255 - ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3
  }
  return { pixels, width, height, scale: Math.max(width, height) / pointsHigh }
}

/** The same lines drawn from the font's outlines. */
async function referenceOf(lines: readonly TextLine[], like: Raster): Promise<Raster> {
  const paths = lines.flatMap((line) => [...outlines(line, like)])
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${like.width}" height="${like.height}">${paths.join('')}</svg>`
  const { data } = await sharp(Buffer.from(svg))
    .flatten({ background: 'white' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { ...like, pixels: Uint8Array.from(data, (value) => 255 - value) }
}

/** The glyphs of a line with their places in points; what is behind each, for messages. */
function glyphsOf({ text, x, y, size, weight }: TextLine) {
  let left = x
  return runsOf(text, weight).flatMap((run) => {
    const { glyphs, width, scale } = shapeRun(run)
    const start = left
    left += width * size
    const unit = (size * scale) / openFace(run.face).face.unitsPerEm
    return glyphs.map(({ glyph, x: right, y: up }) => ({
      glyph,
      unit,
      x: start + right * size,
      y: y + up * size,
      character: String.fromCodePoint(...(glyph.codePoints.length > 0 ? glyph.codePoints : [0x25cc])),
    }))
  })
}

function* outlines(line: TextLine, { scale, height }: Raster): Generator<string> {
  for (const { glyph, unit, x, y } of glyphsOf(line)) {
    const placed = glyph.path.mapPoints((pointX, pointY) => [
      Number(((x + pointX * unit) * scale).toFixed(2)),
      Number((height - (y + pointY * unit) * scale).toFixed(2)),
    ])
    yield `<path d="${placed.toSVG()}"/>`
  }
}

/** Where each visible character of a line stands. */
function charactersOf(line: TextLine): { character: string; region: Region }[] {
  return glyphsOf(line).flatMap(({ glyph, unit, x, y, character }) => {
    const { bbox } = glyph
    // A point of white around the glyph: a stroke alone has no contrast to compare.
    const region = {
      x: x + bbox.minX * unit - 1,
      y: y + bbox.minY * unit - 1,
      width: (bbox.maxX - bbox.minX) * unit + 2,
      height: (bbox.maxY - bbox.minY) * unit + 2,
    }
    return /^\s$/u.test(character) ? [] : [{ character, region }]
  })
}

/** How alike two rasters are in a region: 1 the same, 0 unrelated. Dark on light and light on dark count the same. */
function likeness(one: Raster, other: Raster, region: Region): number {
  // The renderer sets small glyphs on whole pixels, so a glyph may stand up to one pixel beside its true place.
  const shifts = [0, -1, 1, -one.width, one.width]
  return Math.max(...shifts.map((shift) => correlation(one, other, region, shift)))
}

function correlation(one: Raster, other: Raster, region: Region, shift: number): number {
  let [count, sumOne, sumOther, squareOne, squareOther, product] = [0, 0, 0, 0, 0, 0]
  for (const index of indexesIn(one, region)) {
    const first = one.pixels[index + shift] ?? 0
    const second = other.pixels[index] ?? 0
    count++
    sumOne += first
    sumOther += second
    squareOne += first * first
    squareOther += second * second
    product += first * second
  }
  const spread = (squareOne - sumOne ** 2 / count) * (squareOther - sumOther ** 2 / count)
  return spread > 0 ? Math.abs(product - (sumOne * sumOther) / count) / Math.sqrt(spread) : 0
}

function* indexesIn({ width, height, scale }: Raster, region: Region): Generator<number> {
  const left = Math.max(0, Math.floor(region.x * scale))
  const right = Math.min(width, Math.ceil((region.x + region.width) * scale))
  const top = Math.max(0, Math.floor(height - (region.y + region.height) * scale))
  const bottom = Math.min(height, Math.ceil(height - region.y * scale))
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) yield y * width + x
}

/** The characters of some lines whose ink on the page is not theirs; empty when all are right. */
export async function wrongCharacters(page: Raster, lines: readonly TextLine[]): Promise<string[]> {
  const reference = await referenceOf(lines, page)
  return lines.flatMap((line) =>
    charactersOf(line)
      .map(({ character, region }) => ({ character, like: likeness(page, reference, region) }))
      .filter(({ like }) => like < limits.sameCharacter)
      .map(({ character, like }) => `${character} in "${line.text}": ${like.toFixed(2)}`),
  )
}

/** Pixels that differ between two pages and lie outside all the regions. */
export function changesOutside(before: Raster, after: Raster, regions: readonly Region[]): number {
  const inside = new Set(regions.flatMap((region) => [...indexesIn(after, region)]))
  let changes = 0
  for (const [index, value] of after.pixels.entries()) {
    if (Math.abs(value - (before.pixels[index] ?? 0)) > limits.ink && !inside.has(index)) changes++
  }
  return changes
}

/** Pixels that differ between two pages inside a region. */
export function changesInside(before: Raster, after: Raster, region: Region): number {
  return [...indexesIn(after, region)].filter(
    (index) => Math.abs((after.pixels[index] ?? 0) - (before.pixels[index] ?? 0)) > limits.ink,
  ).length
}
