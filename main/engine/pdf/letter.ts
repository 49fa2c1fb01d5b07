/**
 * The applicant's own letter, as Chinese offices expect one: A4, the title in the middle, paragraphs indented by two
 * characters, who signs at the lower right with a lightly marked place for the seal. What is not known is an open line.
 */
import { setTable } from './domain-table.ts'
import { measureOf, missingCharacters } from './fonts.ts'
import type { FilledPdf, FormFacts, LeftField } from './form-report.ts'
import { type FormField, type FormTableField, type LetterBlock, placeIn } from './form-shape.ts'
import { setSigning, signingHeight } from './letter-signing.ts'
import { type Block, blockOf, letterLeft, letterWidth, lineWidth, Paper } from './paper.ts'
import type { Ink } from './pen.ts'
import { setRow } from './rows.ts'
import { cleanText, justified } from './text.ts'
import { composedText, fieldsFor, reportOf, tableText, type Written, writtenText } from './written-text.ts'

const note = '申请人自拟文书，不是官方表格；接入商或管局有统一模板的，以模板为准'

const titleInk: Ink = { size: 22, weight: 'bold', grey: 0 }
const bodyInk: Ink = { size: 14, weight: 'regular', grey: 0 }
const headingInk: Ink = { size: 14, weight: 'bold', grey: 0 }
const labelInk: Ink = { size: 11.5, weight: 'regular', grey: 0.25 }
const valueInk: Ink = { size: 12, weight: 'regular', grey: 0 }
const guideInk: Ink = { size: 10, weight: 'regular', grey: 0.45 }
const leading = 1.75
const openLine = '＿＿＿＿＿＿＿＿'
const openCharacter = '＿＿'

/** So many domains are named in a sentence; more follow as a list. */
const mostInline = 5

/** Fails when the definition is no letter. */
export async function writeLetter(facts: FormFacts): Promise<FilledPdf> {
  const { definition, on } = facts
  if (!definition.letter) throw new Error(`${definition.id} has no text of its own`)
  const paper = await Paper.open()
  const attached = needsList(facts)
  const shown = attached ? withList(facts) : facts
  setTitle(paper, definition.letter.heading)
  setBody(
    paper,
    definition.letter.body.filter((block) => isFor(block, facts)),
    shown,
  )
  const places = setSigning(paper, facts)
  if (attached) setDomainList(paper, facts)
  const pdf = await paper.finishLetter(note, definition.title.zh, on)
  return { pdf, pages: paper.pages, edition: definition.edition, places, ...reportOf(facts, outcomesOf(facts)) }
}

function setBody(paper: Paper, body: readonly LetterBlock[], facts: FormFacts): void {
  const closing = closingOf(body, facts)
  for (const [index, block] of body.entries()) {
    if (index === closing) {
      const height = body.slice(closing).reduce((sum, each) => sum + heightOf(each, facts), 0)
      paper.need(height + signingHeight(facts))
    }
    setBlock(paper, block, facts)
  }
}

/** Fewer lines above the signatures could be any letter's. */
const fewestClosingLines = 3

/**
 * A page with signatures and no text invites doubt: the last paragraphs go with them.
 * Returns where they begin, with their heading.
 */
function closingOf(body: readonly LetterBlock[], facts: FormFacts): number {
  const enough = fewestClosingLines * bodyInk.size * leading
  let from = body.length - 1
  for (let height = 0; from > 0 && body[from - 1]?.kind === 'paragraph'; from--) {
    height += heightOf(body[from] as LetterBlock, facts)
    if (height >= enough) break
  }
  return body[from - 1]?.kind === 'heading' ? from - 1 : from
}

/** Many domains, and no table of them in the letter itself. */
function needsList({ definition, rows = [] }: FormFacts): boolean {
  return rows.length > mostInline && definition.fields.every(({ kind }) => kind !== 'table')
}

function withList(facts: FormFacts): FormFacts {
  const rows = facts.rows ?? []
  const short = `${rows[0]?.['name'] ?? ''} 等 ${rows.length} 个域名，见附件《网站域名清单》`
  return { ...facts, values: { ...facts.values, domains: short } }
}

function setDomainList(paper: Paper, { rows = [] }: FormFacts): void {
  paper.turn()
  setLines(paper, '附件：网站域名清单', headingInk)
  paper.skip(8)
  setTable(paper, { columns: listColumns }, rows, { x: letterLeft, width: letterWidth })
}

const listColumns: FormTableField['columns'] = [
  { id: 'name', title: { zh: '域名', en: 'Domain' }, share: 0.6 },
  { id: 'registrar', title: { zh: '域名注册商', en: 'Registrar' }, share: 0.4 },
]

function isFor({ when }: LetterBlock, { applicant }: FormFacts): boolean {
  return !when || !applicant || when === applicant
}

/** What became of each field, in the order of the form. */
export function outcomesOf(facts: FormFacts) {
  return fieldsFor(facts).flatMap((field) => {
    if (field.kind === 'hand') return []
    const { written, more } = outcomeOf(field, facts)
    return [
      ...('text' in written ? [{ field: field.id, title: field.title, text: written.text }] : [written]),
      ...more.map((left) => ({ left })),
    ]
  })
}

function outcomeOf(field: FormField, { values, rows }: FormFacts): { written: Written; more: LeftField[] } {
  if (field.kind === 'compose') return { written: composedText(field, values), more: [] }
  if (field.kind === 'text') return { written: writtenText(field, values), more: [] }
  if (field.kind === 'hand') throw new Error(`${field.id} is left to the hand`)
  const { text, left } = tableText(field, rows)
  const [first, ...others] = left
  return text === '' && first ? { written: { left: first }, more: others } : { written: { text }, more: left }
}

function setTitle(paper: Paper, heading: string): void {
  const text = heading.length <= 4 ? [...heading].join(' ') : heading
  paper.skip(34)
  const [line = ''] = blockOf(text, letterWidth, titleInk).lines
  paper.pen.text(line, letterLeft + (letterWidth - lineWidth(line, titleInk)) / 2, paper.y - titleInk.size, titleInk)
  paper.skip(titleInk.size * 2.4)
}

function setBlock(paper: Paper, block: LetterBlock, facts: FormFacts): void {
  switch (block.kind) {
    case 'paragraph':
      setLines(paper, `　　${filled(block.text, facts)}`, bodyInk)
      break
    case 'heading':
      paper.need(bodyInk.size * leading * 3)
      setLines(paper, `　　${block.text}`, headingInk)
      break
    case 'facts':
      setFacts(paper, block.fields, facts)
      break
    case 'table':
    case 'compose':
      setField(paper, block.field, facts)
      break
  }
}

/** Of a paragraph or heading; a table or lines to write on may stand apart from the signatures. */
function heightOf(block: LetterBlock, facts: FormFacts): number {
  if (!('text' in block)) return 0
  return rawBlock(`　　${filled(block.text, facts)}`, bodyInk).lines.length * bodyInk.size * leading
}

/** A letter has wider lines than a sheet, filled to the right edge; a line never stands alone at the foot of a page. */
function setLines(paper: Paper, text: string, ink: Ink): void {
  const { lines } = rawBlock(text, ink)
  const measure = measureOf(ink.weight)
  const step = ink.size * leading
  for (const [index, line] of lines.entries()) {
    paper.need(index === 0 && lines.length > 1 ? step * 2 : step)
    const last = index === lines.length - 1
    for (const { text: piece, x } of last ? [{ text: line, x: 0 }] : justified(line, letterWidth / ink.size, measure)) {
      paper.pen.text(piece, letterLeft + x * ink.size, paper.y - step * 0.72, ink)
    }
    paper.y -= step
  }
}

/** The two blanks at the beginning are part of the text. */
function rawBlock(text: string, ink: Ink): Block {
  const indented = text.startsWith('　　')
  const block = blockOf(indented ? `□□${text.slice(2)}` : text, letterWidth, ink)
  return {
    ...block,
    lines: block.lines.map((line, index) => (indented && index === 0 ? line.replace('□□', '　　') : line)),
  }
}

/** What is not known becomes an open line, a character that cannot be printed an open place for it alone. */
function filled(text: string, { values }: FormFacts): string {
  return text.replace(placeIn, (_, name: string) => {
    if (name === 'we') return values['we'] ?? '申请人'
    const value = cleanText(values[name] ?? '')
    return value === '' ? openLine : withPlaces(value)
  })
}

function withPlaces(text: string): string {
  const missing = new Set(missingCharacters(text))
  return [...text].map((character) => (missing.has(character) ? openCharacter : character)).join('')
}

function setFacts(paper: Paper, names: readonly string[], facts: FormFacts): void {
  const labelWidth = 132
  const shown = fieldsFor(facts)
  paper.skip(8)
  for (const name of names) {
    const field = shown.find(({ id }) => id === name)
    if (!field) continue
    const value = withPlaces(cleanText(facts.values[name] ?? '')) || ' '
    setRow(
      paper,
      [
        { x: letterLeft, width: labelWidth, blocks: [blockOf(field.title.zh, labelWidth - 16, labelInk)], fill: 0.96 },
        {
          x: letterLeft + labelWidth,
          width: letterWidth - labelWidth,
          blocks: [blockOf(value, letterWidth - labelWidth - 12, valueInk)],
          fill: 1,
        },
      ],
      { pad: 5, rule: 0.55 },
    )
  }
  paper.skip(12)
}

function setField(paper: Paper, name: string, facts: FormFacts): void {
  const field = facts.definition.fields.find(({ id }) => id === name)
  const text = cleanText(facts.values[name] ?? '')
  if (field?.kind === 'table') {
    paper.skip(6)
    setTable(paper, field, facts.rows ?? [], { x: letterLeft, width: letterWidth })
    paper.skip(12)
  } else if (field?.kind === 'compose' && text === '') {
    setGuidance(paper, field.hint.zh, field.lines)
  } else {
    for (const paragraph of text.split('\n')) setLines(paper, `　　${withPlaces(paragraph)}`, bodyInk)
  }
}

/** What belongs here, small, and lines to write on. */
function setGuidance(paper: Paper, hint: string, lines: number): void {
  const step = bodyInk.size * leading
  const guide = blockOf(`（请写明：${hint.replace(/。$/, '')}。）`, letterWidth - 28, guideInk)
  paper.need(guide.height + step * 2)
  paper.set(guide, letterLeft + 28)
  for (let line = 0; line < lines; line++) {
    paper.need(step)
    paper.skip(step)
    paper.pen.rule(letterLeft, paper.y, letterWidth, { grey: 0.6, width: 0.5 })
  }
  paper.skip(8)
}
