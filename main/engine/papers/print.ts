/** Print runs: papers of stored filings held in memory until they are printed, and the same on files for a terminal. */
import { randomUUID } from 'node:crypto'
import type { Checked, Output } from '../../../preload/contract.ts'
import type { IsoDate } from '../../../rules/schema.ts'
import { saveWhole } from '../disk/save-whole.ts'
import type { CallContext, Handlers } from '../dispatch.ts'
import { Failure } from '../failure.ts'
import { printJpeg } from '../imaging/print-jpeg.ts'
import { recordExport, recordPrint } from '../store/exports.ts'
import { getFiling } from '../store/filings.ts'
import type { Store } from '../store/store.ts'
import { choices, chosenBlanks } from './blank-library.ts'
import { arrange, inOrder, type PreparedPaper, preparePapers, skippedOf } from './print-papers.ts'

type PrintCalls = Extract<keyof Handlers, `print/${string}` | 'file/print'>
type Pages = Output<'print/pages'>

interface Run {
  on: IsoDate
  papers: readonly PreparedPaper[]
  /** As it was last arranged. */
  arranged: { pdf: Uint8Array; pages: Pages } | null
}

/** The window has one run open; the one before may still be printing. */
const mostRuns = 2

/** Papers hold personal data: a run lives in memory only, and goes when it is closed or others take its place. */
class PrintRuns {
  private readonly runs = new Map<string, Run>()

  open(run: Run): string {
    const id = randomUUID()
    this.runs.set(id, run)
    for (const old of [...this.runs.keys()].slice(0, -mostRuns)) this.runs.delete(old)
    return id
  }

  /** Fails with `print.gone`. */
  get(id: string): Run {
    const run = this.runs.get(id)
    if (!run) throw new Failure('print.gone')
    return run
  }

  /** Fails with `print.gone`, also when nothing has been arranged yet. */
  arranged(id: string): NonNullable<Run['arranged']> {
    const { arranged } = this.get(id)
    if (!arranged) throw new Failure('print.gone')
    return arranged
  }

  close(id: string): void {
    this.runs.delete(id)
  }
}

export function printHandlers(open: () => Promise<Store>): Pick<Handlers, PrintCalls> {
  const runs = new PrintRuns()
  return {
    'print/prepare': async ({ filings, on }, context) => {
      const store = await open()
      const named = filings.map((id) => {
        const { filing, clientName } = getFiling(store, id)
        return { id, name: clientName, filing, blanks: chosenBlanks(store, filing) }
      })
      const papers = await preparePapers(named, on, context)
      const run = runs.open({ on, papers, arranged: null })
      return { run, papers: papers.map(({ paper }) => paper) }
    },
    'print/arrange': async ({ run: id, ...arrangement }, context) => {
      const run = runs.get(id)
      const arranged = await arrange(run.papers, { ...arrangement, on: run.on }, context)
      run.arranged = arranged
      return { pages: arranged.pages, bytes: arranged.pdf.length }
    },
    'print/pages': ({ run }) => runs.arranged(run).pages,
    'print/page': async ({ run, page, dpi }) => pagePicture(runs.arranged(run), page, dpi),
    'print/save': async ({ run: id, out }, { rules }) => {
      const run = runs.get(id)
      const { pdf, pages } = runs.arranged(id)
      await saveWhole(out, pdf)
      const store = await open()
      for (const filing of pagesByFiling(run).keys()) {
        const files = [{ name: out, bytes: pdf.length }]
        recordExport(store, { filing, kind: 'form', out, rulesVersion: rules.version, asOf: run.on, files })
      }
      return { out, pages: pages.length }
    },
    'print/done': async ({ run: id }) => {
      const run = runs.get(id)
      const store = await open()
      for (const [filing, pages] of pagesByFiling(run)) recordPrint(store, filing, pages)
      return {}
    },
    'print/close': ({ run }) => {
      runs.close(run)
      return {}
    },
    'file/print': (input, context) => printFiles(open, input, context),
  }
}

function pagesByFiling({ papers, arranged }: Run): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { paper } of arranged?.pages ?? []) {
    const filing = paper === null ? undefined : papers[paper]?.paper.filing
    if (filing !== undefined) counts.set(filing, (counts.get(filing) ?? 0) + 1)
  }
  return counts
}

async function pagePicture(
  { pdf, pages }: { pdf: Uint8Array; pages: Pages },
  page: number,
  dpi: number,
): Promise<Output<'print/page'>> {
  const { width, height } = pages[page] ?? { width: 0, height: 0 }
  const { renderPage } = await import('../pdf/render.ts')
  return printJpeg(await renderPage(pdf, page, Math.round((Math.max(width, height) / 25.4) * dpi)))
}

async function printFiles(
  open: () => Promise<Store>,
  { filings, library, on, partial, guide, order, testPage, scale, out }: Checked<'file/print'>,
  context: CallContext,
): Promise<Output<'file/print'>> {
  const blanksOf = await choices(open, library)
  const named = filings.map(({ file, filing }) => {
    return { id: file, name: filing.subject?.name ?? file, filing, blanks: blanksOf(filing) }
  })
  const papers = await preparePapers(named, on, context)
  const sheets = sheetsOf(papers, { partial, guide, order })
  const { pdf, pages } = await arrange(papers, { sheets, testPage, scale, on }, context)
  await saveWhole(out, pdf)
  const skipped = partial ? [] : skippedOf(papers)
  return { out, bytes: pdf.length, pages, papers: papers.map(({ paper }) => paper), skipped }
}

/** Each as often as it is signed; a guide goes with papers that are printed. */
function sheetsOf(
  papers: readonly PreparedPaper[],
  { partial, guide, order }: Pick<Checked<'file/print'>, 'partial' | 'guide' | 'order'>,
) {
  const copies = papers.map(({ paper }) => (partial && paper.copies === 0 ? 1 : paper.copies))
  return inOrder(papers, order)
    .filter((number) => guide || papers[number]?.paper.form !== null)
    .map((number) => ({ paper: number, copies: copies[number] ?? 0 }))
}
