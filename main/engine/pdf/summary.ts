/** The printable summary of a package: what goes where, what is missing, what would be refused, and who says so. */
import { type Severity, severities } from '../../../rules/answers.ts'
import { type Block, blockOf, contentWidth, lineWidth, margin, Paper, spanned } from './paper.ts'
import type { Ink } from './pen.ts'
import { setRow } from './rows.ts'
import { setFiles } from './summary-files.ts'
import type { CitedSource, SummaryFinding, SummaryMissing, SummaryModel } from './summary-model.ts'
import { type SummaryText, summaryTexts } from './summary-text.ts'

const titleInk: Ink = { size: 21, weight: 'bold', grey: 0 }
const nameInk: Ink = { size: 13, weight: 'bold', grey: 0 }
const factInk: Ink = { size: 9.5, weight: 'regular', grey: 0.25 }
const numberInk: Ink = { size: 22, weight: 'bold', grey: 0 }
const headingInk: Ink = { size: 13, weight: 'bold', grey: 0 }
const groupInk: Ink = { size: 10.5, weight: 'bold', grey: 0 }
const strongInk: Ink = { size: 10, weight: 'bold', grey: 0 }
const bodyInk: Ink = { size: 9.5, weight: 'regular', grey: 0.15 }
const smallInk: Ink = { size: 8, weight: 'regular', grey: 0.4 }

/** Left of the entries: room for a box to tick. */
const indent = 20
const entryWidth = contentWidth - indent

interface Job {
  paper: Paper
  model: SummaryModel
  text: SummaryText
  /** Cites sources by number, after what stands before it on the same line. */
  cite: (sources: readonly CitedSource[], before?: string) => Block
}

/** A4 pages as PDF bytes. Equal models give equal bytes. */
export async function writeSummary(model: SummaryModel): Promise<Uint8Array> {
  const text = summaryTexts[model.language]
  const sources: CitedSource[] = []
  const paper = await Paper.open()
  const job: Job = { paper, model, text, cite: (cited, before) => citation(cited, before, sources, text) }
  setHead(job)
  setHeading(job, text.files.heading)
  if (model.files.length === 0) setEmpty(job, text.files.none)
  else setFiles(paper, model.files, text.files)
  setMissing(job)
  setFindings(job)
  setAsks(job)
  setForms(job)
  setSources(job, sources)
  return paper.finish(
    {
      header: `${text.title} · ${model.applicant}`,
      footer: `${model.applicant} · ${text.asOf} ${model.asOf} · ${text.rules} ${model.rulesVersion}`,
      pageNumber: text.pageNumber,
    },
    `${text.title} · ${model.applicant}`,
    model.asOf,
  )
}

/** Sources are numbered in the order in which they are first cited. */
function citation(
  cited: readonly CitedSource[],
  before: string | undefined,
  sources: CitedSource[],
  text: SummaryText,
): Block {
  const numbers = cited.map(({ title, vintage }) => {
    const at = sources.findIndex((source) => source.title === title && source.vintage === vintage)
    return at === -1 ? sources.push({ title, vintage }) : at + 1
  })
  const sorted = [...new Set(numbers)].sort((one, other) => one - other)
  const parts = [before, sorted.length > 0 ? text.sources.cite(sorted) : undefined]
  return blockOf(parts.filter((part) => part !== undefined).join('　'), entryWidth, smallInk)
}

function setHead({ paper, model, text }: Job): void {
  paper.set(blockOf(text.title, contentWidth, titleInk), margin)
  paper.skip(4)
  paper.set(blockOf(model.applicant, contentWidth, nameInk), margin)
  const facts = [
    `${text.province} ${model.province}`,
    `${text.provider} ${model.provider}`,
    `${text.asOf} ${model.asOf}`,
    `${text.rules} ${model.rulesVersion}`,
  ]
  paper.set(blockOf(facts.join('　'), contentWidth, factInk), margin)
  paper.skip(12)
  setCounts({ paper, model, text })
  paper.skip(10)
  const { deadline } = model
  const safe = deadline ? text.deadline(deadline.date, deadline.first) : text.noDeadline
  paper.set(blockOf(safe, contentWidth, strongInk), margin)
  paper.skip(6)
  paper.set(blockOf(text.note, contentWidth, smallInk), margin)
}

/** Four numbers that say at a glance how far the filing is. */
function setCounts({ paper, model, text }: Pick<Job, 'paper' | 'model' | 'text'>): void {
  const blockers = model.findings.filter(({ severity }) => severity === 'blocker').length
  const counts = [
    [model.files.length, text.counts.files],
    [model.missing.length, text.counts.missing],
    [blockers, text.counts.blockers],
    [model.asks.length, text.counts.asks],
  ] as const
  const gap = 10
  const width = (contentWidth - gap * (counts.length - 1)) / counts.length
  const height = 58
  for (const [index, [count, label]] of counts.entries()) {
    const x = margin + index * (width + gap)
    paper.pen.box({ x, y: paper.y - height, width, height }, { grey: 0.45, width: 0.8 })
    const number = String(count)
    paper.pen.text(number, x + (width - lineWidth(number, numberInk)) / 2, paper.y - 30, numberInk)
    paper.pen.text(label, x + (width - lineWidth(label, factInk)) / 2, paper.y - 47, factInk)
  }
  paper.y -= height
}

function setHeading({ paper }: Job, heading: string): void {
  paper.need(80)
  paper.skip(18)
  paper.set(blockOf(heading, contentWidth, headingInk), margin)
  paper.skip(3)
  paper.pen.rule(margin, paper.y, contentWidth, { grey: 0, width: 1 })
}

function setEmpty({ paper }: Job, text: string): void {
  paper.skip(6)
  paper.set(blockOf(text, contentWidth, bodyInk), margin)
}

const entryPad = 5

function heightOfEntry(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.height, 0) + 2 * entryPad
}

/** One entry of a list, with a box to tick with a pen beside its first line. */
function setEntry({ paper }: Job, blocks: Block[]): void {
  paper.need(heightOfEntry(blocks))
  paper.pen.box({ x: margin + 2, y: paper.y - 16.5, width: 9, height: 9 }, { grey: 0.2, width: 0.7 })
  setRow(paper, [{ x: margin + indent, width: entryWidth, blocks }], { pad: entryPad, rule: 0.85 })
}

function setMissing(job: Job): void {
  const { model, text } = job
  setHeading(job, text.missing.heading)
  if (model.missing.length === 0) setEmpty(job, text.missing.none)
  for (const item of model.missing) setEntry(job, missingBlocks(job, item))
}

function missingBlocks({ text, cite }: Job, { title, need, why, sources }: SummaryMissing): Block[] {
  return [
    blockOf(text.remarked(title, need), entryWidth, strongInk),
    ...why.map((reason) => blockOf(reason, entryWidth, bodyInk)),
    cite(sources),
  ]
}

function setFindings(job: Job): void {
  const { model, text } = job
  setHeading(job, text.findings.heading)
  if (model.findings.length === 0) setEmpty(job, text.findings.none)
  for (const severity of severities) {
    const group = model.findings.filter((finding) => finding.severity === severity)
    if (group.length > 0) setGroup(job, severity, group)
  }
}

function setGroup(job: Job, severity: Severity, group: readonly SummaryFinding[]): void {
  const { paper, text } = job
  const entries = group.map((finding) => findingBlocks(job, finding))
  const height = 20
  paper.need(height + 8 + heightOfEntry(entries[0] ?? []))
  paper.skip(8)
  // Darker for worse, readable in black and white.
  paper.pen.fill({ x: margin, y: paper.y - height, width: contentWidth, height }, severityGrey[severity])
  const ink = { ...groupInk, grey: severity === 'blocker' ? 1 : 0 }
  paper.pen.text(`${text.findings.severity[severity]} · ${group.length}`, margin + 8, paper.y - 14, ink)
  paper.y -= height
  for (const entry of entries) setEntry(job, entry)
}

const severityGrey: Record<Severity, number> = { blocker: 0.2, warning: 0.82, note: 0.94 }

function findingBlocks({ text, cite }: Job, { at, cause, fix, sources, overruled }: SummaryFinding): Block[] {
  return [
    blockOf(cause, entryWidth, strongInk),
    overruled
      ? blockOf(decision(text, overruled), entryWidth, bodyInk)
      : blockOf(text.labelled(text.findings.fix, fix), entryWidth, bodyInk),
    cite(sources, text.labelled(text.findings.at, at)),
  ]
}

function decision(text: SummaryText, { reason, who }: { reason: string; who: string }): string {
  const line = text.labelled(text.findings.overruled, reason)
  return who ? text.remarked(line, who) : line
}

function setAsks(job: Job): void {
  const { model, text } = job
  if (model.asks.length === 0) return
  setHeading(job, text.asks.heading)
  for (const { question, why } of model.asks) {
    setEntry(job, [
      blockOf(question, entryWidth, strongInk),
      ...why.map((reason) => blockOf(reason, entryWidth, bodyInk)),
    ])
  }
}

function setForms(job: Job): void {
  const { paper, model, text } = job
  const forms = model.forms.filter(({ places }) => places.length > 0)
  if (forms.length === 0) return
  setHeading(job, text.forms.heading)
  for (const { title, places } of forms) {
    paper.need(50)
    paper.skip(7)
    paper.set(blockOf(title, contentWidth, groupInk), margin)
    for (const place of places) {
      setEntry(job, [blockOf(place.title, entryWidth, strongInk), blockOf(place.hint, entryWidth, bodyInk)])
    }
  }
}

function setSources(job: Job, sources: readonly CitedSource[]): void {
  const { paper, text } = job
  if (sources.length === 0) return
  setHeading(job, text.sources.heading)
  paper.skip(4)
  for (const [index, { title, vintage }] of sources.entries()) {
    const blocks = [blockOf(text.remarked(title, spanned(vintage)), entryWidth, bodyInk)]
    const number = [blockOf(`${index + 1}`, indent, bodyInk)]
    setRow(
      paper,
      [
        { x: margin, width: indent, blocks: number },
        { x: margin + indent, width: entryWidth, blocks },
      ],
      { pad: 1.5 },
    )
  }
}
