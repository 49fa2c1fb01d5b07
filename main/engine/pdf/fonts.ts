/** What can be printed and how wide it is, and the fonts of a PDF. */
import {
  type PDFDocument,
  type PDFFont,
  PDFHexString,
  type PDFName,
  type PDFOperator,
  type PDFPage,
  setFontAndSize,
  setTextMatrix,
  showText,
} from 'pdf-lib'
import { type FaceId, faceFor, faceScale, isShaped, openFace, type Weight } from './faces.ts'
import { logicalRuns, runsOf, type ShapedRun, shapeRun, widthOf } from './shape.ts'

export type { Weight } from './faces.ts'

/** Measures texts in parts of the font size, as they are drawn. */
export function measureOf(weight: Weight): (text: string) => number {
  return (text) => widthOf(text, weight)
}

/** The characters of a text that no font can draw, each once, in order. */
export function missingCharacters(text: string, weight: Weight = 'regular'): string[] {
  const missing = new Set<string>()
  let before: FaceId | null = null
  for (const character of text) {
    const face = character === '\n' ? weight : faceFor(character, weight)
    // A mark needs a letter of its own script to stand on.
    if (face === null || (/\p{M}/u.test(character) && before !== face)) missing.add(character)
    before = face
  }
  return [...missing]
}

/** Those that the Chinese font cannot draw, where no other may be used. */
export function missingInChinese(text: string): string[] {
  return [...new Set(text)].filter((character) => character !== '\n' && faceFor(character, 'regular') !== 'regular')
}

/** A character for a message: itself and its code, since the screen may lack it as well. */
export function nameOfCharacter(character: string): string {
  const code = `U+${codePoint(character).toString(16).toUpperCase().padStart(4, '0')}`
  return /[\p{M}\p{C}\p{Z}]/u.test(character) ? code : `${character} (${code})`
}

/** For our own sheets: a character that cannot be drawn becomes its code in brackets, never a box. */
export function withCodes(text: string, weight: Weight = 'regular'): string {
  const missing = new Set(missingCharacters(text, weight))
  if (missing.size === 0) return text
  return [...text]
    .map((character) =>
      missing.has(character) ? `〔U+${codePoint(character).toString(16).toUpperCase()}〕` : character,
    )
    .join('')
}

/** A piece of a line and the font that has its letters, for a room that draws with a library of its own. */
export interface FontRun {
  text: string
  family: string
  file: string
  /** Its letters are so much of the size of the line. */
  scale: number
}

/** In reading order. Characters that no font has are left out: ask `missingCharacters` first. */
export function fontRuns(text: string): FontRun[] {
  return logicalRuns(text, 'regular').map((run) => {
    const { face, file } = openFace(run.face)
    return { text: run.text, family: face.familyName, file, scale: faceScale(run.face) }
  })
}

/** Whether anything is to be seen of it. */
export function hasInk(text: string): boolean {
  return runsOf(text, 'regular').some((run) =>
    shapeRun(run).glyphs.some(({ glyph: { bbox } }) => bbox.maxX > bbox.minX),
  )
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0
}

/** The fonts of one document: those that its texts need, each a subset of the glyphs that are drawn until it is saved. */
export type EmbeddedFonts = ReadonlyMap<FaceId, PDFFont>

export interface TextOfWeight {
  text: string
  weight: Weight
}

/** @param texts all that will be drawn with them */
export async function embedFonts(document: PDFDocument, texts: Iterable<TextOfWeight>): Promise<EmbeddedFonts> {
  const needed = new Set<FaceId>()
  for (const { text, weight } of texts) for (const { face } of runsOf(text, weight)) needed.add(face)
  const fonts = new Map<FaceId, PDFFont>()
  for (const id of needed) fonts.set(id, await embedFace(document, id))
  return fonts
}

function embedFace(document: PDFDocument, id: FaceId): Promise<PDFFont> {
  const { bytes, face } = openFace(id)
  // The library lays a text out by itself, left to right and without the script: it is given our glyphs instead.
  const ours = Object.assign(Object.create(face), { layout: (text: string) => layoutFor({ face: id, text }) })
  document.registerFontkit({ create: () => ours })
  return document.embedFont(bytes, { subset: true })
}

function layoutFor(run: { face: FaceId; text: string }) {
  return { glyphs: shapeRun(run).glyphs.map(({ glyph }) => glyph) }
}

/** The name of each font in the resources of each page. */
const names = new WeakMap<PDFPage, Map<FaceId, PDFName>>()

function nameOn(page: PDFPage, id: FaceId, font: PDFFont): PDFName {
  const known = names.get(page) ?? new Map<FaceId, PDFName>()
  names.set(page, known)
  const name = known.get(id) ?? page.node.newFontDictionary(font.name, font.ref)
  known.set(id, name)
  return name
}

/** Between `beginText` and `endText`: one line whose baseline starts at x, y, in points. */
export function lineOperators(
  page: PDFPage,
  fonts: EmbeddedFonts,
  line: TextOfWeight & { x: number; y: number; size: number },
): PDFOperator[] {
  let { x } = line
  return runsOf(line.text, line.weight).flatMap((run) => {
    const font = fonts.get(run.face)
    if (!font) throw new Error(`The font ${run.face} was not embedded for "${line.text}"`)
    const shaped = shapeRun(run)
    const operators = [
      setFontAndSize(nameOn(page, run.face, font), line.size * shaped.scale),
      ...runOperators(shaped, font, { x, y: line.y, size: line.size }),
    ]
    x += shaped.width * line.size
    return operators
  })
}

/** Chinese follows the widths of the font; a shaped glyph is put at its own place. */
function runOperators(run: ShapedRun, font: PDFFont, { x, y, size }: { x: number; y: number; size: number }) {
  const encoded = font.encodeText(run.text)
  if (!isShaped(run.face)) return [setTextMatrix(1, 0, 0, 1, x, y), showText(encoded)]
  const codes = encoded.asString().match(/.{4}/g) ?? []
  return run.glyphs.flatMap((glyph, index) => [
    setTextMatrix(1, 0, 0, 1, x + glyph.x * size, y + glyph.y * size),
    showText(PDFHexString.of(codes[index] ?? '')),
  ])
}
