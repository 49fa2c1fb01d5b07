/**
 * The preparation sheet, for when the provider's blank is not at hand: what to write where, and what the hand has to do.
 * It says on every page that it is not the official form, and does not imitate one.
 */
import type { Text } from '../../../rules/schema.ts'
import { withCodes } from './fonts.ts'
import { type FormDefinition, type FormTextField, textFields } from './form-definition.ts'
import type { FilledPdf, FormFacts, LeftField } from './form-report.ts'
import { type Block, blockOf, contentWidth, lineWidth, margin, Paper, spanned } from './paper.ts'
import type { Ink } from './pen.ts'
import { setRow } from './rows.ts'
import { setHandPlaces } from './sheet-hands.ts'
import { cleanText } from './text.ts'
import { reportOf, type Written, writtenText } from './written-text.ts'

const notice = '填写准备页，不是官方表格，不能代替接入商发放的空白表'
const labelWidth = 150
const gap = 12

const titleInk: Ink = { size: 19, weight: 'bold', grey: 0 }
const sectionInk: Ink = { size: 12, weight: 'bold', grey: 0 }
const labelInk: Ink = { size: 10, weight: 'bold', grey: 0.1 }
const latinInk: Ink = { size: 7.5, weight: 'regular', grey: 0.4 }
const valueInk: Ink = { size: 11.5, weight: 'regular', grey: 0 }
const hintInk: Ink = { size: 8.5, weight: 'regular', grey: 0.4 }
const tagInk: Ink = { size: 10.5, weight: 'bold', grey: 0 }
const leftInk: Ink = { size: 9.5, weight: 'regular', grey: 0.25 }

/** A4 pages. Each field says what to write, or why it is left; the hand places follow as dashed boxes. */
export async function writeSheet(facts: FormFacts): Promise<FilledPdf> {
  const { definition } = facts
  const written = new Map(textFields(definition).map((field) => [field, writtenText(field, facts.values)]))
  const paper = await Paper.open()
  setHead(paper, definition)
  for (const section of definition.sections) {
    const fields = [...written].filter(([field]) => field.section === section.id)
    if (fields.length > 0) setSection(paper, section.title, fields, facts.values)
  }
  setHandPlaces(paper, facts.handPlaces)
  setSources(paper, definition)
  const pdf = await paper.finish(
    {
      header: `${definition.title.zh} · ${notice}`,
      footer: `${notice} · ${facts.on}`,
      pageNumber: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
    },
    `${definition.title.zh} · 填写准备页`,
    facts.on,
  )
  const outcomes = [...written].map(([{ id, title }, outcome]) =>
    'text' in outcome ? { field: id, title, text: outcome.text } : outcome,
  )
  return { pdf, pages: paper.pages, edition: definition.edition, ...reportOf(facts, outcomes) }
}

function setHead(paper: Paper, { title, edition }: FormDefinition): void {
  const ink: Ink = { size: 13, weight: 'bold', grey: 0 }
  const frame = { x: margin, y: paper.y - 32, width: contentWidth, height: 32 }
  paper.pen.fill(frame, 0.92)
  paper.pen.box(frame, { grey: 0, width: 1.2 })
  paper.pen.text(notice, margin + (contentWidth - lineWidth(notice, ink)) / 2, paper.y - 21, ink)
  paper.skip(32 + 18)
  paper.set(blockOf(title.zh, contentWidth, titleInk), margin)
  paper.set(blockOf(`${title.en} · ${edition}`, contentWidth, latinInk), margin)
  paper.skip(6)
  paper.set(blockOf(howTo, contentWidth, leftInk), margin)
  paper.skip(8)
}

const howTo =
  '先向接入商领取空白表，再照右栏的内容逐项填写。标着“待补”的先问清楚再填；虚线框是要亲手签名、盖章或书写的地方，打印前请留空。'

function setSection(
  paper: Paper,
  title: Text,
  fields: readonly [FormTextField, Written][],
  values: FormFacts['values'],
): void {
  paper.need(96)
  paper.skip(14)
  paper.set(blockOf(title.zh, contentWidth, sectionInk), margin)
  paper.skip(3)
  paper.pen.rule(margin, paper.y, contentWidth, { grey: 0, width: 1 })
  for (const [field, outcome] of fields) setField(paper, field, outcome, values[field.id] ?? '')
}

function setField(paper: Paper, field: FormTextField, outcome: Written, value: string): void {
  const width = contentWidth - labelWidth - gap
  const label = [blockOf(field.title.zh, labelWidth - 16, labelInk), blockOf(field.title.en, labelWidth - 16, latinInk)]
  const blocks =
    'text' in outcome ? writeBlocks(outcome.text, field.hint.zh, width) : leftBlocks(outcome.left, value, width)
  setRow(
    paper,
    [
      { x: margin, width: labelWidth, blocks: label, fill: 0.95 },
      { x: margin + labelWidth + gap, width, blocks },
    ],
    { pad: 5, rule: 0.75 },
  )
}

function writeBlocks(text: string, hint: string, width: number): Block[] {
  return [blockOf(text, width, valueInk), blockOf(hint, width, hintInk)]
}

/** A text with a character that cannot be printed is still shown, with the character's code in its place. */
function leftBlocks({ why, hint }: LeftField, value: string, width: number): Block[] {
  if (why === 'unknown') return [blockOf('待补', width, tagInk), blockOf(hint.zh, width, leftInk)]
  const byHand = '〔〕里是字的编码：这个字印不出来，请照证件亲手写上。'
  return [blockOf(withCodes(cleanText(value)), width, valueInk), blockOf(byHand, width, leftInk)]
}

function setSources(paper: Paper, { sources }: FormDefinition): void {
  const text = sources.map(({ title, vintage }) => `${title}（${spanned(vintage)}）`).join('；')
  const block = blockOf(`依据：${text}。各接入商、各省的空白表可能不同，以手中的空白表为准。`, contentWidth, hintInk)
  paper.need(block.height + 12)
  paper.skip(12)
  paper.set(block, margin)
}
