/** Drawing on one page of our own sheets: text, rules, boxes. Points from the bottom left; grey 0 is black, 1 is white. */
import {
  beginText,
  endText,
  grayscale,
  type PDFFont,
  type PDFPage,
  setFillingColor,
  setFontAndSize,
  setTextMatrix,
  showText,
} from 'pdf-lib'
import type { Weight } from './fonts.ts'

export type Fonts = Record<Weight, PDFFont>

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

export class Pen {
  private readonly page: PDFPage
  private readonly fonts: Fonts
  private readonly names: Record<Weight, ReturnType<PDFPage['node']['newFontDictionary']>>

  constructor(page: PDFPage, fonts: Fonts) {
    this.page = page
    this.fonts = fonts
    this.names = {
      regular: page.node.newFontDictionary(fonts.regular.name, fonts.regular.ref),
      bold: page.node.newFontDictionary(fonts.bold.name, fonts.bold.ref),
    }
  }

  /** One line, its baseline starting at x, y. Every character must have a glyph. */
  text(line: string, x: number, y: number, { size, weight, grey }: Ink): void {
    if (line === '') return
    this.page.pushOperators(
      beginText(),
      setFillingColor(grayscale(grey)),
      setFontAndSize(this.names[weight], size),
      setTextMatrix(1, 0, 0, 1, x, y),
      showText(this.fonts[weight].encodeText(line)),
      endText(),
    )
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
