/**
 * Breaking Chinese text into lines and fitting it into a box. PDF libraries break at spaces only, which Chinese
 * does not have, and clip what is too long.
 *
 * 1. The text is cut into pieces that must stay whole: one Chinese character with its closing punctuation, one Latin word.
 * 2. Pieces are laid on lines greedily; a piece wider than a line is cut after . - _ / @ or, failing that, anywhere.
 * 3. The size goes down from the wished one until all lines lie inside the box; below the smallest size nothing fits.
 *    A little smaller is better than a word cut in two, so words are cut only after a quarter of the size was tried.
 */

/** Distance of baselines in parts of the size. */
export const lineStep = 1.3
/** How far ink reaches above and below the baseline, in parts of the size: Chinese is 0.88 and 0.12, Latin g and brackets reach lower. */
export const inkAbove = 0.92
export const inkBelow = 0.25
/** Centre of a Chinese character above the baseline: text is centred by this, so that neighbours line up. */
const middle = 0.38
const sizeStep = 0.25

export type Measure = (text: string) => number

export interface TextBox {
  /** In points. */
  width: number
  height: number
  /** Wished and smallest size in points. */
  size: number
  minSize: number
  align: 'left' | 'center' | 'right'
  /** Where the lines lie in a box that is higher than they are. */
  valign: 'top' | 'middle'
  /** One line only, as in a single-line field of a PDF form. */
  single: boolean
}

/** A line with the left end of its baseline, in points from the bottom left of the box. */
export interface PlacedLine {
  text: string
  x: number
  y: number
}

export interface FittedText {
  size: number
  lines: PlacedLine[]
}

/** Several of them are an open place to write on, which is not cut in two. */
const openSign = '＿'
/** Ends a Tibetan syllable. */
const tsheg = '\u0f0b'
/** Never starts a line: closing and separating punctuation. */
const notAtStart = new Set('\u0f0b\u0f0d，。、；：？！）》」』】〉〕〗”’…—～·,.;:?!)]}%％°')
/** Never ends a line: opening punctuation. */
const notAtEnd = new Set('（《「『【〈〔〖“‘([{￥$')
const wide =
  /[\u2014\u2018-\u201d\u2026\u2e80-\u303f\u3040-\u30ff\u3100-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u

/**
 * What is written of a text somebody typed: combining marks joined with their letter, invisible characters
 * dropped, runs of blanks made one, line breaks kept.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\p{L}\p{M}+/gu, (letter) => letter.normalize('NFC'))
    .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '')
    .replace(/(?<![\p{Script=Arabic}\p{Script=Mongolian}])[\u200c\u200d]/gu, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n\u3000\u202f]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}

/**
 * Lines no wider than `width` (in the unit of `measure`), or null when a piece is too wide.
 * @param words whether a word wider than a line may be cut
 */
export function breakLines(
  text: string,
  width: number,
  measure: Measure,
  words: 'cut' | 'whole' = 'cut',
): string[] | null {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    const whole = piecesOf(paragraph)
    for (const piece of words === 'cut' ? whole.flatMap((each) => cutToWidth(each, width, measure)) : whole) {
      if (measure(piece.trimEnd()) > width) return null
      if (line !== '' && measure((line + piece).trimEnd()) > width) {
        lines.push(line.trimEnd())
        line = piece.trimStart()
      } else line += piece
    }
    lines.push(line.trimEnd())
  }
  return lines
}

/** No gap grows by more, in parts of the size: better a ragged line than one with holes. */
const widestGap = 0.3

/**
 * A line that fills its width, as Chinese documents are set: what is left over is shared between all places where the
 * line could break. The pieces with their left ends, in the unit of `measure`; the blanks of an indent keep theirs.
 */
export function justified(line: string, width: number, measure: Measure): { text: string; x: number }[] {
  const indent = /^\u3000*/.exec(line)?.[0] ?? ''
  const [first = '', ...others] = piecesOf(line.slice(indent.length))
  const gap = (width - measure(line)) / others.length
  if (others.length === 0 || gap <= 0 || gap > widestGap) return [{ text: line, x: 0 }]
  let x = 0
  return [indent + first, ...others].map((text) => {
    const placed = { text, x }
    x += measure(text) + gap
    return placed
  })
}

function piecesOf(paragraph: string): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const character of paragraph) {
    if (piece !== '' && mayBreak(piece, character)) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  if (piece !== '') pieces.push(piece)
  return pieces
}

function mayBreak(before: string, after: string): boolean {
  const last = lastCharacter(before)
  if (after === ' ' || notAtStart.has(after) || notAtEnd.has(last)) return false
  if (last === openSign && after === openSign) return false
  return last === ' ' || last === tsheg || wide.test(last) || wide.test(after)
}

function lastCharacter(text: string): string {
  return [...text.slice(-2)].at(-1) ?? ''
}

/** A piece wider than a line, cut where a reader of an address expects it; a fitting piece as it is. */
function cutToWidth(piece: string, width: number, measure: Measure): string[] {
  if (measure(piece.trimEnd()) <= width) return [piece]
  return piece.split(/(?<=[.\-_/@:])/u).flatMap((part) => (measure(part) <= width ? [part] : lettersOf(part)))
}

const letters = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Letters with the marks that belong to them. */
function lettersOf(text: string): string[] {
  return Array.from(letters.segment(text), ({ segment }) => segment)
}

/**
 * The lines of a text inside a box at the largest size that fits, or null when the smallest does not.
 * @param measure width of a text in parts of the font size
 */
export function fitText(text: string, box: TextBox, measure: Measure): FittedText | null {
  if (box.single) return fitLines(box, box.minSize, measure, (width) => oneLine(text, width, measure))
  const whole = Math.max(box.minSize, box.size * 0.75)
  return (
    fitLines(box, whole, measure, (width) => breakLines(text, width, measure, 'whole')) ??
    fitLines(box, box.minSize, measure, (width) => breakLines(text, width, measure))
  )
}

type Break = (width: number) => string[] | null

function fitLines(box: TextBox, minSize: number, measure: Measure, linesFor: Break): FittedText | null {
  for (let size = box.size; size >= minSize - 1e-9; size -= sizeStep) {
    const lines = linesFor(box.width / size)
    if (lines && heightOf(lines.length, size) <= box.height)
      return { size, lines: placeLines(lines, size, box, measure) }
  }
  return null
}

function oneLine(text: string, width: number, measure: Measure): string[] | null {
  const line = text.replaceAll('\n', ' ')
  return measure(line) <= width ? [line] : null
}

function heightOf(lines: number, size: number): number {
  return ((lines - 1) * lineStep + inkAbove + inkBelow) * size
}

function placeLines(lines: string[], size: number, box: TextBox, measure: Measure): PlacedLine[] {
  const first = box.valign === 'top' ? box.height - inkAbove * size : middleBaseline(lines.length, size, box.height)
  return lines.map((text, index) => {
    const free = box.width - measure(text) * size
    const x = box.align === 'left' ? 0 : box.align === 'right' ? free : free / 2
    return { text, x, y: first - index * lineStep * size }
  })
}

/** Baseline of the first line so that the block is centred, kept inside the box where the box is tight. */
function middleBaseline(count: number, size: number, height: number): number {
  const rest = (count - 1) * lineStep * size
  const centred = height / 2 - middle * size + rest / 2
  return Math.min(Math.max(centred, rest + inkBelow * size), height - inkAbove * size)
}

/**
 * One character in each of `count` equal cells, centred, or null when there are more characters than cells
 * or a cell is too small.
 */
export function fitCells(text: string, count: number, box: TextBox, measure: Measure): FittedText | null {
  const characters = lettersOf(text.replace(/\s/g, ''))
  if (characters.length > count) return null
  const cell = box.width / count
  const widest = Math.max(...characters.map(measure), 0.5)
  const size = Math.min(box.size, cell / widest, box.height / (inkAbove + inkBelow))
  if (size < box.minSize) return null
  const y = middleBaseline(1, size, box.height)
  const lines = characters.map((character, index) => ({
    text: character,
    x: index * cell + (cell - measure(character) * size) / 2,
    y,
  }))
  return { size, lines }
}
