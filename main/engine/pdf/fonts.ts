/// <reference path="./fontkit.d.ts" />
/**
 * The one place that knows where the Chinese font lies and what it can draw.
 * A character without a glyph must never reach the PDF library: it would print an empty box.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import type { PDFDocument, PDFFont } from 'pdf-lib'

export type Weight = 'regular' | 'bold'

/** Noto Sans SC (SIL Open Font License 1.1): 30,898 glyphs, not all of the rare characters. */
const files: Record<Weight, string> = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
}

/** One glyph for one code point: what is measured is what is drawn, and each character can be found again. */
const features = { liga: false, clig: false, rlig: false, calt: false, ccmp: false, locl: false, kern: false }

interface OpenFont {
  bytes: Uint8Array
  face: fontkit.Face
}

const open = new Map<Weight, OpenFont>()

function openFont(weight: Weight): OpenFont {
  const known = open.get(weight)
  if (known) return known
  const bytes = readFileSync(createRequire(import.meta.url).resolve(files[weight]))
  const font = { bytes, face: fontkit.create(bytes) }
  open.set(weight, font)
  return font
}

/** The font itself, read once; tests draw its outlines as their reference. */
export function openFace(weight: Weight): fontkit.Face {
  return openFont(weight).face
}

/** Measures texts in parts of the font size, character by character, as they are drawn. */
export function measureOf(weight: Weight): (text: string) => number {
  const { face } = openFont(weight)
  return (text) => {
    let units = 0
    for (const character of text) units += face.glyphForCodePoint(codePoint(character)).advanceWidth
    return units / face.unitsPerEm
  }
}

/** The characters of a text that cannot be drawn, each once, in order. */
export function missingCharacters(text: string, weight: Weight = 'regular'): string[] {
  const { face } = openFont(weight)
  return [...new Set(text)].filter((character) => character !== '\n' && !drawable(face, character))
}

/** A combining mark has a glyph, but needs a position that is not computed here: it would land on its neighbour. */
function drawable(face: fontkit.Face, character: string): boolean {
  return face.hasGlyphForCodePoint(codePoint(character)) && !/\p{M}/u.test(character)
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

/** Embeds a subset: only the glyphs that are drawn until the document is saved. */
export function embedFont(document: PDFDocument, weight: Weight): Promise<PDFFont> {
  const { bytes, face } = openFont(weight)
  document.registerFontkit({ create: () => face })
  return document.embedFont(bytes, { subset: true, features })
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0
}
