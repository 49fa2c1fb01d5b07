/**
 * A4 pages that fill from top to bottom: text is wrapped, a new page begins when one is full, and running
 * headers and page numbers are set at the end, when the number of pages is known.
 */
import { PDFDocument } from 'pdf-lib'
import type { IsoDate } from '../../../rules/schema.ts'
import { embedFonts, measureOf, type Weight, withCodes } from './fonts.ts'
import { type Ink, Pen } from './pen.ts'
import { stamp } from './stamp.ts'
import { breakLines, cleanText, lineStep } from './text.ts'

const a4 = { width: 595.28, height: 841.89 } as const
export const margin = 50
export const contentWidth = a4.width - 2 * margin
const top = a4.height - 58
const bottom = 62
/** Baseline below the top of a line, in parts of the size, so that a Chinese character stands in the middle of it. */
const baseline = 1.03

interface Running {
  /** Above the rule on every page after the first. */
  header: string
  /** Left of the page number on every page. */
  footer: string
  /** For example "第 2 页，共 3 页". */
  pageNumber: (page: number, pages: number) => string
}

/** Text of one style, broken into lines of a given width. */
export interface Block {
  lines: string[]
  ink: Ink
  /** Height of all its lines in points. */
  height: number
}

export const heightOfLines = (count: number, size: number): number => count * size * lineStep

export function blockOf(text: string, width: number, ink: Ink): Block {
  const shown = withCodes(cleanText(text), ink.weight)
  const lines = shown === '' ? [] : (breakLines(shown, width / ink.size, measureOf(ink.weight)) ?? [])
  return { lines, ink, height: heightOfLines(lines.length, ink.size) }
}

/** A span of time as sources give it ("2010..2012"), as a person writes it. */
export const spanned = (vintage: string): string => vintage.replace('..', '–')

/** Width in points of a text on one line. */
export function lineWidth(text: string, { size, weight }: { size: number; weight: Weight }): number {
  return measureOf(weight)(text) * size
}

export class Paper {
  private readonly document: PDFDocument
  private readonly pens: Pen[] = []
  /** Where the next thing begins: points from the bottom of the page. */
  y = top

  static async open(): Promise<Paper> {
    return new Paper(await PDFDocument.create({ updateMetadata: false }))
  }

  private constructor(document: PDFDocument) {
    this.document = document
    this.turn()
  }

  get pen(): Pen {
    return this.pens.at(-1) ?? this.turn()
  }

  get pages(): number {
    return this.pens.length
  }

  /** What is left of this page, in points. */
  get room(): number {
    return this.y - bottom
  }

  /** Begins a new page. */
  turn(): Pen {
    const pen = new Pen(this.document.addPage([a4.width, a4.height]))
    this.pens.push(pen)
    this.y = top
    return pen
  }

  /** Makes sure that so much fits on this page, if it fits on a page at all. */
  need(height: number): void {
    if (height > this.room && this.y < top) this.turn()
  }

  skip(height: number): void {
    this.y -= Math.min(height, Math.max(this.room, 0))
  }

  /** Sets a block, line by line over as many pages as it takes. */
  set(block: Block, x: number): void {
    for (const line of block.lines) {
      this.need(heightOfLines(1, block.ink.size))
      this.pen.text(line, x, this.y - baseline * block.ink.size, block.ink)
      this.y -= heightOfLines(1, block.ink.size)
    }
  }

  /** Draws a block from `y` down on this page, without moving on. */
  place(block: Block, x: number, y: number): void {
    for (const [index, line] of block.lines.entries()) {
      this.pen.text(line, x, y - heightOfLines(index, block.ink.size) - baseline * block.ink.size, block.ink)
    }
  }

  /** Sets headers, footers and page numbers, and gives the bytes. */
  async finish({ header, footer, pageNumber }: Running, title: string, on: IsoDate): Promise<Uint8Array> {
    const small = { size: 8, weight: 'regular', grey: 0.4 } as const
    const rule = { grey: 0.6, width: 0.5 }
    for (const [index, pen] of this.pens.entries()) {
      if (index > 0) {
        pen.text(oneLine(header, contentWidth, small), margin, a4.height - 40, small)
        pen.rule(margin, a4.height - 46, contentWidth, rule)
      }
      const number = pageNumber(index + 1, this.pens.length)
      const numberWidth = lineWidth(number, small)
      pen.rule(margin, 46, contentWidth, rule)
      pen.text(oneLine(footer, contentWidth - numberWidth - 20, small), margin, 34, small)
      pen.text(number, margin + contentWidth - numberWidth, 34, small)
    }
    const fonts = await embedFonts(
      this.document,
      this.pens.flatMap(({ lines }) => lines),
    )
    for (const pen of this.pens) pen.finish(fonts)
    stamp(this.document, on, withCodes(title))
    return this.document.save()
  }
}

/** The first line of a text, ending in … where there is more. */
function oneLine(text: string, width: number, ink: Ink): string {
  const [first = '', ...more] = blockOf(text, width - ink.size, ink).lines
  return more.length > 0 ? `${first}…` : first
}
