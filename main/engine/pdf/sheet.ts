/**
 * The preparation sheet, for when the provider's blank is not at hand: what to write where, and what the hand has to do.
 * It says on every page that it is not the official form, and does not imitate one.
 */
import { setTable } from './domain-table.ts'
import { withCodes } from './fonts.ts'
import type { FilledPdf, FormFacts, LeftField } from './form-report.ts'
import type { FormComposeField, FormDefinition, FormTextField } from './form-shape.ts'
import { outcomesOf } from './letter.ts'
import { type Block, blockOf, contentWidth, lineWidth, margin, Paper, spanned } from './paper.ts'
import type { Ink } from './pen.ts'
import { setRow } from './rows.ts'
import { setHandPlaces } from './sheet-hands.ts'
import { cleanText } from './text.ts'
import { composedText, fieldsFor, reportOf, type Written, writtenText } from './written-text.ts'

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
  const paper = await Paper.open()
  setHead(paper, facts)
  for (const section of definition.sections) setSection(paper, section, facts)
  const places = setHandPlaces(paper, facts.handPlaces)
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
  return { pdf, pages: paper.pages, edition: definition.edition, places, ...reportOf(facts, outcomesOf(facts)) }
}

function setHead(paper: Paper, { definition: { title, edition }, theirs = [] }: FormFacts): void {
  const ink: Ink = { size: 13, weight: 'bold', grey: 0 }
  const frame = { x: margin, y: paper.y - 32, width: contentWidth, height: 32 }
  paper.pen.fill(frame, 0.92)
  paper.pen.box(frame, { grey: 0, width: 1.2 })
  paper.pen.text(notice, margin + (contentWidth - lineWidth(notice, ink)) / 2, paper.y - 21, ink)
  paper.skip(32 + 18)
  paper.set(blockOf(title.zh, contentWidth, titleInk), margin)
  paper.set(blockOf(`${title.en} · ${edition}`, contentWidth, latinInk), margin)
  paper.skip(6)
  for (const { zh } of theirs) paper.set(blockOf(zh, contentWidth, tagInk), margin)
  paper.set(blockOf(howTo, contentWidth, leftInk), margin)
  paper.skip(8)
}

const howTo =
  '先向接入商领取空白表，再照本页的内容逐项填写。标着“待补”的先问清楚再填；虚线框是要亲手签名、盖章或书写的地方，打印前请留空。'

type SheetSection = FormDefinition['sections'][number]

/** A section of hand places alone has no place here: those follow as dashed boxes. */
function setSection(paper: Paper, { id, title }: SheetSection, facts: FormFacts): void {
  const fields = fieldsFor(facts).filter((field) => field.section === id && field.kind !== 'hand')
  if (fields.length === 0) return
  paper.need(96)
  paper.skip(14)
  paper.set(blockOf(title.zh, contentWidth, sectionInk), margin)
  paper.skip(3)
  paper.pen.rule(margin, paper.y, contentWidth, { grey: 0, width: 1 })
  for (const field of fields) {
    if (field.kind === 'table') setTable(paper, field, facts.rows ?? [], { x: margin, width: contentWidth })
    else if (field.kind === 'text') setField(paper, field, writtenText(field, facts.values), facts.values)
    else if (field.kind === 'compose') setField(paper, field, composedText(field, facts.values), facts.values)
  }
}

function setField(
  paper: Paper,
  field: FormTextField | FormComposeField,
  outcome: Written,
  values: FormFacts['values'],
): void {
  const width = contentWidth - labelWidth - gap
  const label = [blockOf(field.title.zh, labelWidth - 16, labelInk), blockOf(field.title.en, labelWidth - 16, latinInk)]
  const blocks =
    'text' in outcome
      ? writeBlocks(outcome.text, field.hint.zh, width)
      : leftBlocks(outcome.left, values[field.id] ?? '', width)
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
  if (why === 'compose') return [blockOf('自己写', width, tagInk), blockOf(`写明：${hint.zh}`, width, leftInk)]
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
