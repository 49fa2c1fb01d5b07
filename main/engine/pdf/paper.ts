/**
 * A4 pages that fill from top to bottom: text is wrapped, a new page begins when one is full, and running
 * headers and page numbers are set at the end, when the number of pages is known.
 */
import { PDFDocument } from 'pdf-lib'
import type { IsoDate } from '../../../rules/schema.ts'
import { embedFonts, measureOf, type Weight, withCodes } from './fonts.ts'
import { type Frame, type Ink, Pen } from './pen.ts'
import { stamp } from './stamp.ts'
import { breakLines, cleanText, lineStep } from './text.ts'

const a4 = { width: 595.28, height: 841.89 } as const
export const margin = 50
export const contentWidth = a4.width - 2 * margin
/** A letter's margins, as in official letters: 28 mm on the left, 26 mm on the right. */
export const letterLeft = 79.4
export const letterWidth = a4.width - letterLeft - 73.7
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

  /** Draws a page of another PDF into a frame of this page. Returns how much smaller it is. */
  async picture(pdf: Uint8Array, page: number, frame: Frame): Promise<number> {
    const [drawing] = await this.document.embedPdf(pdf, [page])
    if (!drawing) throw new Error(`The PDF has no page ${page + 1}`)
    return this.pen.picture(drawing, frame)
  }

  /** Sets headers, footers and page numbers, and gives the bytes. */
  finish({ header, footer, pageNumber }: Running, title: string, on: IsoDate): Promise<Uint8Array> {
    const rule = { grey: 0.6, width: 0.5 }
    const running = (pen: Pen, page: number, pages: number) => {
      if (page > 1) {
        pen.text(oneLine(header, contentWidth, small), margin, a4.height - 40, small)
        pen.rule(margin, a4.height - 46, contentWidth, rule)
      }
      const number = pageNumber(page, pages)
      const numberWidth = lineWidth(number, small)
      pen.rule(margin, 46, contentWidth, rule)
      pen.text(oneLine(footer, contentWidth - numberWidth - 20, small), margin, 34, small)
      pen.text(number, margin + contentWidth - numberWidth, 34, small)
    }
    return this.finishWith(running, title, on)
  }

  /** As a letter: nothing but a note and the page number, in the middle of the foot. */
  finishLetter(note: string, title: string, on: IsoDate): Promise<Uint8Array> {
    const running = (pen: Pen, page: number, pages: number) => {
      centred(pen, `第 ${page} 页　共 ${pages} 页`, 44, { ...small, size: 9, grey: 0.2 })
      centred(pen, note, 30, { ...small, size: 7.5, grey: 0.5 })
    }
    return this.finishWith(running, title, on)
  }

  private async finishWith(running: (pen: Pen, page: number, pages: number) => void, title: string, on: IsoDate) {
    for (const [index, pen] of this.pens.entries()) running(pen, index + 1, this.pens.length)
    const fonts = await embedFonts(
      this.document,
      this.pens.flatMap(({ lines }) => lines),
    )
    for (const pen of this.pens) pen.finish(fonts)
    stamp(this.document, on, withCodes(title))
    return this.document.save()
  }
}

const small = { size: 8, weight: 'regular', grey: 0.4 } as const

function centred(pen: Pen, text: string, y: number, ink: Ink): void {
  pen.text(text, (a4.width - lineWidth(text, ink)) / 2, y, ink)
}

/** The first line of a text, ending in … where there is more. */
function oneLine(text: string, width: number, ink: Ink): string {
  const [first = '', ...more] = blockOf(text, width - ink.size, ink).lines
  return more.length > 0 ? `${first}…` : first
}
