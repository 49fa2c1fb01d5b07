/** The hand places of a preparation sheet: a dashed shape for each, left empty, with what to do beside it. */
import type { FormFacts, PlacedHand } from './form-report.ts'
import { blockOf, contentWidth, margin, type Paper } from './paper.ts'
import type { Frame, Ink, Stroke } from './pen.ts'

type HandPlace = FormFacts['handPlaces'][number]

const headInk: Ink = { size: 12, weight: 'bold', grey: 0 }
const titleInk: Ink = { size: 10.5, weight: 'bold', grey: 0 }
const hintInk: Ink = { size: 9.5, weight: 'regular', grey: 0.2 }
const dashed: Stroke = { grey: 0.25, width: 0.9, dashed: true }

const shapeWidth = 168
const gap = 16
/** A company's seal is 38 to 42 mm wide; the shapes are drawn near their real size. */
const shapeHeights: Record<HandPlace['why'], number> = {
  signature: 52,
  seal: 118,
  date: 34,
  fingerprint: 76,
  handwritten: 112,
}

/** Draws them, and says where each stands. */
export function setHandPlaces(paper: Paper, places: readonly HandPlace[]): PlacedHand[] {
  const [first] = places
  if (!first) return []
  paper.need(52 + shapeHeights[first.why])
  paper.skip(14)
  paper.set(blockOf('留给签名、盖章和手写的地方', contentWidth, headInk), margin)
  paper.skip(3)
  paper.pen.rule(margin, paper.y, contentWidth, { grey: 0, width: 1 })
  paper.skip(10)
  return places.map((place) => {
    const frame = place.why === 'handwritten' ? setWidePlace(paper, place) : setPlace(paper, place)
    return { field: place.field, page: paper.pages - 1, ...frame }
  })
}

function setPlace(paper: Paper, { title, why, hint }: HandPlace): Frame {
  const width = contentWidth - shapeWidth - gap
  const head = blockOf(title.zh, width, titleInk)
  const text = blockOf(hint.zh, width, hintInk)
  const height = Math.max(shapeHeights[why], head.height + 2 + text.height)
  paper.need(height + 12)
  const frame = drawShape(paper, why)
  const x = margin + shapeWidth + gap
  paper.place(head, x, paper.y)
  paper.place(text, x, paper.y - head.height - 2)
  paper.skip(height + 12)
  return frame
}

function drawShape(paper: Paper, why: HandPlace['why']): Frame {
  const height = shapeHeights[why]
  const frame: Frame = { x: margin, y: paper.y - height, width: shapeWidth, height }
  if (why === 'seal' || why === 'fingerprint') {
    const width = why === 'seal' ? height : height * 0.72
    const round = { ...frame, x: margin + (shapeWidth - width) / 2, width }
    paper.pen.ellipse(round, dashed)
    return round
  }
  paper.pen.box(frame, dashed)
  return frame
}

/** A paragraph to copy needs the whole width, and its instruction above it. */
function setWidePlace(paper: Paper, { title, why, hint }: HandPlace): Frame {
  const text = blockOf(hint.zh, contentWidth, hintInk)
  const height = shapeHeights[why]
  paper.need(20 + text.height + height + 18)
  paper.set(blockOf(title.zh, contentWidth, titleInk), margin)
  paper.set(text, margin)
  paper.skip(6)
  const frame = { x: margin, y: paper.y - height, width: contentWidth, height }
  paper.pen.box(frame, dashed)
  paper.skip(height + 12)
  return frame
}
