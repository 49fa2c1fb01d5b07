/** Drawing on one page of our own sheets: text, rules, boxes. Points from the bottom left; grey 0 is black, 1 is white. */
import { beginText, endText, grayscale, type PDFEmbeddedPage, type PDFPage, setFillingColor } from 'pdf-lib'
import { type EmbeddedFonts, lineOperators, type TextOfWeight, type Weight } from './fonts.ts'

export interface Ink {
  size: number
  weight: Weight
  grey: number
}

export interface Frame {
  x: number
  y: number
  width: number
  height: number
}

export interface Stroke {
  grey: number
  width: number
  dashed?: boolean
}

const dash = [3, 2.5]

interface Line extends TextOfWeight {
  x: number
  y: number
  size: number
  grey: number
}

/** Shapes are drawn at once, text when the page is finished and it is known which fonts all the texts need. */
export class Pen {
  readonly lines: Line[] = []
  private readonly page: PDFPage

  constructor(page: PDFPage) {
    this.page = page
  }

  /** One line, its baseline starting at x, y. Every character must have a glyph. */
  text(line: string, x: number, y: number, { size, weight, grey }: Ink): void {
    if (line !== '') this.lines.push({ text: line, x, y, size, weight, grey })
  }

  /** @param fonts embedded for the `lines` of all pages */
  finish(fonts: EmbeddedFonts): void {
    for (const line of this.lines) {
      this.page.pushOperators(
        beginText(),
        setFillingColor(grayscale(line.grey)),
        ...lineOperators(this.page, fonts, line),
        endText(),
      )
    }
  }

  rule(x: number, y: number, width: number, { grey, width: thickness, dashed }: Stroke): void {
    this.page.drawLine({
      start: { x, y },
      end: { x: x + width, y },
      thickness,
      color: grayscale(grey),
      ...(dashed && { dashArray: dash }),
    })
  }

  /** A line from x, y by `height` upwards, or downwards where that is negative. */
  upright(x: number, y: number, height: number, { grey, width: thickness }: Stroke): void {
    this.page.drawLine({ start: { x, y }, end: { x, y: y + height }, thickness, color: grayscale(grey) })
  }

  fill(frame: Frame, grey: number): void {
    this.page.drawRectangle({ ...frame, color: grayscale(grey) })
  }

  box(frame: Frame, { grey, width, dashed }: Stroke): void {
    this.page.drawRectangle({
      ...frame,
      borderColor: grayscale(grey),
      borderWidth: width,
      ...(dashed && { borderDashArray: dash }),
    })
  }

  disc(x: number, y: number, radius: number, grey: number): void {
    this.page.drawCircle({ x, y, size: radius, color: grayscale(grey) })
  }

  /** A page of another PDF, as wide as the frame. Returns how much smaller it is. */
  picture(drawing: PDFEmbeddedPage, { x, y, width }: Frame): number {
    const scale = width / drawing.width
    this.page.drawPage(drawing, { x, y, xScale: scale, yScale: scale })
    return scale
  }

  ellipse({ x, y, width, height }: Frame, { grey, width: borderWidth, dashed }: Stroke): void {
    this.page.drawEllipse({
      x: x + width / 2,
      y: y + height / 2,
      xScale: width / 2,
      yScale: height / 2,
      borderColor: grayscale(grey),
      borderWidth,
      ...(dashed && { borderDashArray: dash }),
    })
  }
}
