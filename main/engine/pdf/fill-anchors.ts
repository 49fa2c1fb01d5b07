/** Writing at anchors of a flat page: black text inside its rectangle, nothing else touched. */
import {
  beginText,
  concatTransformationMatrix,
  endText,
  LineCapStyle,
  lineTo,
  moveTo,
  type PDFDocument,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  rgb,
  setFillingColor,
  setLineCap,
  setLineWidth,
  setStrokingColor,
  stroke,
} from 'pdf-lib'
import { Failure } from '../failure.ts'
import { type Anchor, type AnchorMap, anchorMapPath } from './anchor-map.ts'
import { type EmbeddedFonts, lineOperators, measureOf } from './fonts.ts'
import type { FormDefinition } from './form-shape.ts'
import { type FittedText, fitCells, fitText } from './text.ts'

/** The anchors of a map by field. Fails with `input.invalid` where the map names a place that is not on the blank. */
export function anchorsByField(map: AnchorMap, definition: FormDefinition, document: PDFDocument, blank: string) {
  const byField = new Map<string, Anchor[]>()
  for (const [index, anchor] of map.anchors.entries()) {
    const problem = problemOf(anchor, definition, document)
    if (problem) {
      const path = `anchors[${index}].${problem.key}`
      throw new Failure('input.invalid', { file: anchorMapPath(blank), path, expected: problem.expected })
    }
    byField.set(anchor.field, [...(byField.get(anchor.field) ?? []), anchor])
  }
  return byField
}

function problemOf(anchor: Anchor, { fields }: FormDefinition, document: PDFDocument) {
  if (!fields.some(({ id }) => id === anchor.field)) {
    return {
      key: 'field',
      expected: { zh: `这张表单没有字段 ${anchor.field}`, en: `this form has no field ${anchor.field}` },
    }
  }
  if (anchor.page >= document.getPageCount()) {
    const last = document.getPageCount() - 1
    return {
      key: 'page',
      expected: { zh: `应为：0 到 ${last}（第一页是 0）`, en: `expected 0 to ${last} (the first page is 0)` },
    }
  }
  const { width, height } = seenSize(document.getPage(anchor.page))
  if (anchor.x + anchor.width > width + 0.5) return outside('width', width)
  if (anchor.y + anchor.height > height + 0.5) return outside('height', height)
  return null
}

function outside(key: 'width' | 'height', limit: number) {
  const points = limit.toFixed(1)
  return {
    key,
    expected: { zh: `应为：不超出页面（${points} 点）`, en: `expected inside the page (${points} points)` },
  }
}

/** The text laid out in its anchor, or null when it does not fit even at the smallest size. */
export function fitAnchor(text: string, anchor: Anchor): FittedText | null {
  const box = { ...anchor, single: false }
  return anchor.boxes === undefined
    ? fitText(text, box, measureOf('regular'))
    : fitCells(text, anchor.boxes, box, measureOf('regular'))
}

/** Draws at anchors with fonts that were embedded for the texts. */
export function anchorWriter(fonts: EmbeddedFonts) {
  return (page: PDFPage, anchor: Anchor, { size, lines }: FittedText): void => {
    const texts = lines.flatMap(({ text, x, y }) =>
      lineOperators(page, fonts, { text, weight: 'regular', x: anchor.x + x, y: anchor.y + y, size }),
    )
    page.pushOperators(
      pushGraphicsState(),
      concatTransformationMatrix(...seenToPage(page)),
      beginText(),
      setFillingColor(rgb(0, 0, 0)),
      ...texts,
      endText(),
      popGraphicsState(),
    )
  }
}

/** The three ends of a tick's two strokes, in parts of the box. */
const tick = [
  [0.2, 0.52],
  [0.42, 0.26],
  [0.82, 0.8],
] as const

/** A tick as a pen makes it, inside its box: strokes, which every reader draws alike. */
export function drawTick(page: PDFPage, { x, y, width, height }: Anchor): void {
  const side = Math.min(width, height)
  const [left, bottom] = [x + (width - side) / 2, y + (height - side) / 2]
  const [start, low, end] = tick.map(([right, up]) => [left + right * side, bottom + up * side] as const)
  if (!start || !low || !end) return
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(...seenToPage(page)),
    setStrokingColor(rgb(0, 0, 0)),
    setLineWidth(Math.max(0.8, side * 0.11)),
    setLineCap(LineCapStyle.Round),
    moveTo(...start),
    lineTo(...low),
    lineTo(...end),
    stroke(),
    popGraphicsState(),
  )
}

type Matrix = [number, number, number, number, number, number]

function turnOf(page: PDFPage): number {
  return ((page.getRotation().angle % 360) + 360) % 360
}

/** Size of the page as a reader shows it, in points. */
export function seenSize(page: PDFPage): { width: number; height: number } {
  const { width, height } = page.getCropBox()
  return turnOf(page) % 180 === 0 ? { width, height } : { width: height, height: width }
}

/** From the page as it is seen (turned, cropped, origin bottom left) to its own coordinates. */
export function seenToPage(page: PDFPage): Matrix {
  const { x, y, width, height } = page.getCropBox()
  switch (turnOf(page)) {
    case 90:
      return [0, 1, -1, 0, x + width, y]
    case 180:
      return [-1, 0, 0, -1, x + width, y + height]
    case 270:
      return [0, -1, 1, 0, x, y + height]
    default:
      return [1, 0, 0, 1, x, y]
  }
}
