/** What shows whether a printer keeps the size: a thin scale at the edge of a page, and a page of its own to measure. */
import type { IsoDate } from '../../../rules/schema.ts'
import { blockOf, contentWidth, lineWidth, margin, Paper } from './paper.ts'
import type { Frame, Ink, Pen, Stroke } from './pen.ts'

const mm = 72 / 25.4
const edgeMm = 100

const titleInk: Ink = { size: 19, weight: 'bold', grey: 0 }
const textInk: Ink = { size: 11, weight: 'regular', grey: 0.1 }
const numberInk: Ink = { size: 7, weight: 'regular', grey: 0.1 }
const edgeInk: Ink = { size: 6, weight: 'regular', grey: 0.35 }
const line: Stroke = { grey: 0, width: 0.4 }
const edgeLine: Stroke = { grey: 0.35, width: 0.35 }

/** ID-1 of ISO/IEC 7810: identity cards and bank cards. */
const card = { width: 85.6 * mm, height: 53.98 * mm } as const

/** Between the edge that no printer reaches and the running header: 5 to 9 mm below the upper edge. */
export function drawEdgeScale(pen: Pen, { x, y, width, height }: Frame): void {
  const left = x + (width - edgeMm * mm) / 2
  const level = y + height - 5.5 * mm
  drawRuler(pen, { x: left, y: level, lengthMm: edgeMm, stroke: edgeLine, numbers: null })
  pen.text('0', left - 5, level - 6, edgeInk)
  pen.text('100 mm　打印时选“实际大小 / 100%”', left + edgeMm * mm + 3, level - 6, edgeInk)
}

/** A page that is not handed in: scales both ways and the outline of a card. */
export async function writeTestPage(on: IsoDate): Promise<Uint8Array> {
  const paper = await Paper.open()
  paper.set(blockOf('打印比例测试页', contentWidth, titleInk), margin)
  paper.skip(4)
  paper.set(blockOf(advice, contentWidth, textInk), margin)
  const top = paper.y - 40
  drawRuler(paper.pen, { x: margin, y: top, lengthMm: 150, stroke: line, numbers: numberInk })
  drawUpright(paper.pen, { x: margin, y: top, lengthMm: 180 })
  const frame = { x: margin + 40 * mm, y: top - 40 * mm - card.height, ...card }
  paper.pen.box(frame, { grey: 0, width: 0.5, dashed: true })
  const label = '身份证、银行卡 85.6 × 54 毫米'
  const at = frame.x + (frame.width - lineWidth(label, textInk)) / 2
  paper.pen.text(label, at, frame.y + frame.height / 2 - 4, textInk)
  return paper.finish(
    {
      header: '',
      footer: '打印比例测试页 · 不属于备案材料，不要提交',
      pageNumber: () => '',
    },
    '打印比例测试页',
    on,
  )
}

const advice =
  '打印时请在打印窗口里选“实际大小”或“100%”，不要选“适合纸张”或“缩放以适应”。打印后用直尺量：下面横尺应为 150 毫米，竖尺应为 180 毫米；把身份证放在虚线框上，四边应当重合。量得不对，请改打印机的缩放设置后再打印其他文书。'

interface Ruler {
  x: number
  y: number
  lengthMm: number
}

/** A tick for each millimetre, hanging from a line; longer ones every 5 and 10. */
function drawRuler(
  pen: Pen,
  { x, y, lengthMm, stroke, numbers }: Ruler & { stroke: Stroke; numbers: Ink | null },
): void {
  pen.rule(x, y, lengthMm * mm, stroke)
  for (let at = 0; at <= lengthMm; at++) {
    pen.upright(x + at * mm, y, -tickLength(at), stroke)
    if (numbers && at % 10 === 0) {
      const text = String(at)
      pen.text(text, x + at * mm - lineWidth(text, numbers) / 2, y + 3, numbers)
    }
  }
}

function drawUpright(pen: Pen, { x, y, lengthMm }: Ruler): void {
  pen.upright(x, y, -lengthMm * mm, line)
  for (let at = 0; at <= lengthMm; at++) {
    pen.rule(x, y - at * mm, tickLength(at), line)
    if (at > 0 && at % 10 === 0)
      pen.text(String(at), x - lineWidth(String(at), numberInk) - 3, y - at * mm - 2.5, numberInk)
  }
}

function tickLength(at: number): number {
  return (at % 10 === 0 ? 3.5 : at % 5 === 0 ? 2.5 : 1.5) * mm
}

/** Points as millimetres. */
export function millimetres(points: number): number {
  return points / mm
}
