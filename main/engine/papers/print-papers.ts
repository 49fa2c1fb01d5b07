/** The papers of filings as they are printed: which there are, how often each, and all of them as one PDF. */
import type { FormsWritten } from '../../../preload/form-views.ts'
import type { PrintPage, PrintPaper } from '../../../preload/print-calls.ts'
import { checklist } from '../../../rules/checklist.ts'
import type { Filing, IsoDate } from '../../../rules/schema.ts'
import type { CallContext } from '../dispatch.ts'
import { Failure } from '../failure.ts'
import type { ChosenBlanks } from './blank-library.ts'
import { guideOf } from './form-folder.ts'
import { type FilledForm, formsFor, gapsOf } from './forms.ts'

export interface FilingToPrint {
  /** What an answer names it by. */
  id: string
  /** Whose it is, where the facts have no name yet. */
  name: string
  filing: Filing
  blanks?: ChosenBlanks
}

export interface PreparedPaper {
  paper: PrintPaper
  pdf: Uint8Array
}

/** A guide is for the person who signs; the papers come first. */
const guideTitle = { zh: '签署指引', en: 'Guide to signing' }

/** Every paper of the filings and the guide to each, in memory. Fails with `task.cancelled`. */
export async function preparePapers(
  filings: readonly FilingToPrint[],
  on: IsoDate,
  { rules, step }: CallContext,
): Promise<PreparedPaper[]> {
  const papers: PreparedPaper[] = []
  for (const [index, { id, name, filing, blanks = {} }] of filings.entries()) {
    step(index, filings.length, name)
    const forms = await formsFor(filing, { list: checklist(filing, on, rules), on, blanks }, rules)
    const owner = { filing: id, applicant: filing.subject?.name ?? name }
    papers.push(...forms.map((form) => ({ paper: { ...owner, ...paperOf(form) }, pdf: form.result.pdf })))
    if (forms.length === 0) continue
    const { pdf, pages } = await guideOf(filing, forms, on, rules)
    const copies = forms.some(({ result }) => result.report.complete) ? 1 : 0
    const about = { form: null, title: guideTitle, kind: null, pages, copies, copiesWhy: null }
    papers.push({ paper: { ...owner, ...about, complete: true, missing: [] }, pdf })
  }
  return papers
}

function paperOf({ form, title, result: { report } }: FilledForm): Omit<PrintPaper, 'filing' | 'applicant'> {
  const { kind, pages, complete, signing } = report
  return {
    form,
    title,
    kind,
    pages,
    copies: complete ? copiesOf(kind, signing.copies?.count ?? 1) : 0,
    copiesWhy: signing.copies && { zh: signing.copies.zh, en: signing.copies.en },
    complete,
    missing: gapsOf(form, report),
  }
}

/** A preparation sheet is copied from, so one is enough. */
function copiesOf(kind: PrintPaper['kind'], signed: number): number {
  return kind === 'preparation-sheet' ? 1 : signed
}

export interface Arrangement {
  /** Numbers of papers in the order of printing. */
  sheets: readonly { paper: number; copies: number }[]
  testPage: boolean
  scale: boolean
  on: IsoDate
}

/** Fails with `print.nothing` and `task.cancelled`. */
export async function arrange(
  papers: readonly PreparedPaper[],
  { sheets, testPage, scale, on }: Arrangement,
  { step }: Pick<CallContext, 'step'>,
): Promise<{ pdf: Uint8Array; pages: PrintPage[] }> {
  const chosen = sheets.flatMap(({ paper, copies }) => {
    const prepared = papers[paper]
    return prepared && copies > 0 ? [{ paper, copies, pdf: prepared.pdf }] : []
  })
  if (chosen.length === 0 && !testPage) throw new Failure('print.nothing')
  const { merge } = await import('../pdf/merge.ts')
  const { millimetres, writeTestPage } = await import('../pdf/print-scale.ts')
  const first = testPage ? [{ paper: null, copies: 1, pdf: await writeTestPage(on) }] : []
  const parts = [...first, ...chosen]
  const options = {
    title: '备案文书',
    on,
    scale,
    step: (done: number) => step(done, parts.length, papers[parts[done]?.paper ?? -1]?.paper.applicant ?? ''),
  }
  const { pdf, pages } = await merge(parts, options)
  return {
    pdf,
    pages: pages.map(({ part, page, copy, width, height }) => ({
      paper: parts[part]?.paper ?? null,
      page,
      copy,
      width: millimetres(width),
      height: millimetres(height),
    })),
  }
}

/** Client by client as they were given, or all papers of one kind together. */
export function inOrder(papers: readonly PreparedPaper[], order: 'by-client' | 'by-paper'): number[] {
  const numbers = papers.map((_, index) => index)
  if (order === 'by-client') return numbers
  const kinds = [...new Set(papers.map(({ paper }) => paper.form))]
  return kinds.flatMap((kind) => numbers.filter((index) => papers[index]?.paper.form === kind))
}

/** Papers that are not printed unless open places are asked for. */
export function skippedOf(papers: readonly PreparedPaper[]): FormsWritten['skipped'] {
  return papers.flatMap(({ paper: { filing, form, title, missing, complete } }) =>
    complete || form === null ? [] : [{ filing, form, title, missing }],
  )
}
