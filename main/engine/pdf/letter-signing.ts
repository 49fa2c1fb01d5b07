/** The end of a letter: who signs and seals, the date, and lightly marked places that the hand covers. */
import type { FormFacts, PlacedHand } from './form-report.ts'
import { blockOf, letterLeft, letterWidth, lineWidth, type Paper } from './paper.ts'
import type { Frame, Ink, Stroke } from './pen.ts'
import { cleanText } from './text.ts'

type Hand = FormFacts['handPlaces'][number]

const ink: Ink = { size: 14, weight: 'regular', grey: 0 }
const markInk: Ink = { size: 9, weight: 'regular', grey: 0.8 }
const light: Stroke = { grey: 0.85, width: 0.6, dashed: true }
const left = letterLeft + 150
const width = letterWidth - 150
const step = 34
/** A company's seal is 38 to 42 mm wide. */
const sealSide = 116
const finger = { width: 46, height: 60 }

const above = 36
const sealStep = step * 2 - 8

/** In points, with the white above it. */
export function signingHeight(facts: FormFacts): number {
  return facts.handPlaces.reduce((sum, hand) => sum + heightOf(hand, facts), above + 8)
}

/** Draws the block, whole on one page, and says where each place is. */
export function setSigning(paper: Paper, facts: FormFacts): PlacedHand[] {
  paper.need(signingHeight(facts))
  paper.skip(above)
  return facts.handPlaces.map((hand) => setHand(paper, hand, facts))
}

function heightOf(hand: Hand, facts: FormFacts): number {
  if (hand.why === 'seal') return sealStep + (sealLines(hand, facts).length - 1) * nameStep
  return hand.why === 'fingerprint' ? finger.height + 10 : step
}

function setHand(paper: Paper, hand: Hand, facts: FormFacts): PlacedHand {
  const page = paper.pages - 1
  const frame = drawHand(paper, hand, facts)
  return { field: hand.field, page, ...frame }
}

function drawHand(paper: Paper, hand: Hand, facts: FormFacts): Frame {
  switch (hand.why) {
    case 'seal':
      return drawSeal(paper, hand, facts)
    case 'fingerprint':
      return drawFinger(paper, hand)
    case 'date':
      return drawDate(paper)
    case 'signature':
    case 'handwritten':
      return drawLine(paper, hand)
  }
}

const nameStep = 20

/** The name of the unit, and the circle over the end of it and over what is below. */
function drawSeal(paper: Paper, hand: Hand, facts: FormFacts): Frame {
  const lines = sealLines(hand, facts)
  for (const [index, line] of lines.entries()) paper.pen.text(line, left, paper.y - 14 - index * nameStep, ink)
  const drop = (lines.length - 1) * nameStep
  const frame = { x: left + width - sealSide - 4, y: paper.y - drop - sealSide + 26, width: sealSide, height: sealSide }
  paper.pen.ellipse(frame, light)
  mark(paper, '盖章处', frame)
  paper.skip(sealStep + drop)
  return frame
}

function sealLines({ title, field }: Hand, { definition, values }: FormFacts): string[] {
  const own = definition.fields.find(({ id }) => id === field)
  const name = cleanText((own?.kind === 'hand' && own.beside && values[own.beside]) || '')
  return blockOf(`${title.zh}：${name}`, width, ink).lines
}

function drawFinger(paper: Paper, { title }: Hand): Frame {
  paper.pen.text(`${title.zh}：`, left, paper.y - finger.height / 2, ink)
  const x = left + lineWidth(`${title.zh}：`, ink) + 6
  const frame = { x, y: paper.y - finger.height, ...finger }
  paper.pen.ellipse(frame, light)
  mark(paper, '手印', frame)
  paper.skip(finger.height + 10)
  return frame
}

function drawDate(paper: Paper): Frame {
  const text = '　　　　年　　　月　　　日'
  paper.pen.text(text, left, paper.y - 16, ink)
  const frame = { x: left, y: paper.y - 22, width: lineWidth(text, ink), height: 24 }
  paper.skip(step)
  return frame
}

function drawLine(paper: Paper, { title }: Hand): Frame {
  const label = `${title.zh}：`
  const lines = blockOf(label, width, ink).lines
  for (const [index, line] of lines.entries()) paper.pen.text(line, left, paper.y - 16 - index * 20, ink)
  const last = lines.at(-1) ?? ''
  const drop = (lines.length - 1) * 20
  const x = left + lineWidth(last, ink) + 2
  const room = Math.max(left + width - x, 60)
  paper.pen.rule(x, paper.y - 20 - drop, room, { grey: 0.3, width: 0.6 })
  const frame = { x, y: paper.y - 22 - drop, width: room, height: 26 }
  paper.skip(step + drop)
  return frame
}

function mark(paper: Paper, text: string, { x, y, width: wide, height }: Frame): void {
  paper.pen.text(text, x + (wide - lineWidth(text, markInk)) / 2, y + height / 2 - 3, markInk)
}
