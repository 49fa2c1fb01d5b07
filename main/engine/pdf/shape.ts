/**
 * From characters to glyphs: a line becomes runs of one font each, in the order in which they stand on the paper.
 * Chinese and Latin letters are one glyph each; Tibetan, Mongolian and Arabic letters are shaped, Arabic from right to
 * left. Mongolian, which is written downwards, lies on its side in a line, as official forms print it.
 */
import type * as fontkit from 'fontkit'
import { type FaceId, faceFor, faceScale, isShaped, openFace, type Weight } from './faces.ts'

export interface Run {
  face: FaceId
  text: string
}

/** A glyph with its place in the run, in parts of the font size. */
export interface PlacedGlyph {
  glyph: fontkit.Glyph
  x: number
  y: number
}

export interface ShapedRun extends Run {
  glyphs: PlacedGlyph[]
  width: number
  /** Its letters are so much of the font size. */
  scale: number
}

/** What may stand between two Arabic words without turning the direction: blanks, digits, punctuation. */
const neutral = /^[\s\p{N}\p{P}\p{S}]+$/u

/** The runs of a line from left to right. Characters that no font has are left out: ask `missingCharacters` first. */
export function runsOf(text: string, weight: Weight): Run[] {
  return ordered(logicalRuns(text, weight))
}

/** In the order in which they are read. */
export function logicalRuns(text: string, weight: Weight): Run[] {
  const runs: Run[] = []
  for (const character of text) {
    const last = runs.at(-1)
    const own = faceFor(character, weight)
    if (own === null) continue
    // A blank between two words of one script belongs to them, or else their order would be lost.
    const face = last && character === ' ' && isShaped(last.face) ? last.face : own
    if (last?.face === face) last.text += character
    else runs.push({ face, text: character })
  }
  return runs
}

/** Turns each stretch of Arabic runs, with the neutral ones between them, from right to left. */
function ordered(runs: Run[]): Run[] {
  const seen: Run[] = []
  for (let at = 0; at < runs.length; at++) {
    const end = endOfArabic(runs, at)
    seen.push(...runs.slice(at, end + 1).toReversed())
    at = end
  }
  return seen
}

function endOfArabic(runs: readonly Run[], start: number): number {
  if (runs[start]?.face !== 'arabic') return start
  let end = start
  for (let at = start + 1; at < runs.length; at++) {
    const run = runs[at] as Run
    if (run.face === 'arabic') end = at
    else if (!neutral.test(run.text)) break
  }
  return end
}

const shaped = new Map<string, ShapedRun>()
const mostRemembered = 20_000

/** The glyphs of a run; the same run is shaped once. */
export function shapeRun(run: Run): ShapedRun {
  const key = `${run.face}\n${run.text}`
  const known = shaped.get(key)
  if (known) return known
  if (shaped.size >= mostRemembered) shaped.clear()
  const made = isShaped(run.face) ? shapeScript(run) : oneByOne(run)
  shaped.set(key, made)
  return made
}

/** One glyph for one code point: each character can be found again by its place. */
function oneByOne(run: Run): ShapedRun {
  const { face } = openFace(run.face)
  let x = 0
  const glyphs = [...run.text].map((character) => {
    const glyph = face.glyphForCodePoint(character.codePointAt(0) ?? 0)
    const placed = { glyph, x, y: 0 }
    x += glyph.advanceWidth / face.unitsPerEm
    return placed
  })
  return { ...run, glyphs, width: x, scale: 1 }
}

function shapeScript(run: Run): ShapedRun {
  const { face } = openFace(run.face)
  const scale = faceScale(run.face)
  const unit = scale / face.unitsPerEm
  const direction = run.face === 'arabic' ? 'rtl' : 'ltr'
  const { glyphs, positions } = face.layout(run.text, undefined, undefined, undefined, direction)
  let x = 0
  const placed = glyphs.map((glyph, index) => {
    const { xAdvance, xOffset, yOffset } = positions[index] as fontkit.GlyphPosition
    const at = { glyph, x: x + xOffset * unit, y: yOffset * unit }
    x += xAdvance * unit
    return at
  })
  return { ...run, glyphs: placed, width: x, scale }
}

/** Width of a text on one line, in parts of the font size. */
export function widthOf(text: string, weight: Weight): number {
  return runsOf(text, weight).reduce((sum, run) => sum + shapeRun(run).width, 0)
}
