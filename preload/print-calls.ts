/** Calls that print: the papers of one filing or of many in one run. Part of the contract. */
import { z } from 'zod'
import { FormId } from '../rules/answers.ts'
import { IsoDate, Text } from '../rules/schema.ts'
import { Id, Nothing, Path, Task } from './call-parts.ts'
import { FilingFiles, Library } from './filing-files.ts'
import { FormReport, FormsWritten } from './form-views.ts'
import { Picture } from './views.ts'

/** Every paper of a run is held in memory until it is printed. */
const mostFilings = 500
const mostCopies = 50

/** A paper that can be printed; its place in the list is its number. */
export const PrintPaper = z.strictObject({
  filing: z.string(),
  applicant: z.string(),
  /** null: the guide to signing. */
  form: FormId.nullable(),
  title: Text,
  kind: FormReport.shape.kind.nullable(),
  pages: z.number().int(),
  /** As often as a source wants it signed; 0: facts are missing, or nothing can be handed in. */
  copies: z.number().int(),
  /** What the sources say of the number; null: they are silent. */
  copiesWhy: Text.nullable(),
  complete: z.boolean(),
  missing: z.array(Text),
})
export type PrintPaper = z.infer<typeof PrintPaper>

/** `paper`: its number, null for the page that checks the scale. The first page is 0. Sizes in millimetres. */
export const PrintPage = z.strictObject({
  paper: z.number().int().nullable(),
  page: z.number().int(),
  copy: z.number().int(),
  width: z.number(),
  height: z.number(),
})
export type PrintPage = z.infer<typeof PrintPage>

export const printOrders = ['by-client', 'by-paper'] as const
const Extras = {
  /** A page before all others, to measure whether the printer keeps the size. */
  testPage: z.boolean().default(false),
  /** A thin scale of 100 mm at the upper edge of each page. */
  scale: z.boolean().default(false),
}

export const printCalls = {
  /** Makes every paper of the filings and keeps them in memory, never on the disk, until the run is closed. */
  'print/prepare': {
    input: z.strictObject({ task: Task, filings: z.array(Id).min(1).max(mostFilings), on: IsoDate }),
    output: z.strictObject({ run: Id, papers: z.array(PrintPaper) }),
  },
  /** Puts the papers in order as one PDF; `sheets` names each by its number. */
  'print/arrange': {
    input: z.strictObject({
      task: Task,
      run: Id,
      sheets: z
        .array(z.strictObject({ paper: z.number().int().min(0), copies: z.number().int().min(0).max(mostCopies) }))
        .max(100_000),
      ...Extras,
    }),
    output: z.strictObject({ pages: z.array(PrintPage), bytes: z.number().int() }),
  },
  'print/pages': { input: z.strictObject({ run: Id }), output: z.array(PrintPage) },
  /** A page of the very PDF that is printed, as a JPEG of so many dots an inch. */
  'print/page': {
    input: z.strictObject({ run: Id, page: z.number().int().min(0), dpi: z.number().min(18).max(600) }),
    output: Picture,
  },
  'print/save': {
    input: z.strictObject({ run: Id, out: Path }),
    output: z.strictObject({ out: z.string(), pages: z.number().int() }),
  },
  /** The system's dialog was left with a yes: the log says whose papers went to a printer. */
  'print/done': { input: z.strictObject({ run: Id }), output: Nothing },
  'print/close': { input: z.strictObject({ run: Id }), output: Nothing },
  /** The papers of filing files, named by `file`, as one PDF. */
  'file/print': {
    input: z.strictObject({
      task: Task,
      filings: FilingFiles,
      ...Library,
      on: IsoDate,
      partial: z.boolean().default(false),
      guide: z.boolean().default(true),
      order: z.enum(printOrders).default('by-client'),
      ...Extras,
      out: Path,
    }),
    output: z.strictObject({
      out: z.string(),
      bytes: z.number().int(),
      pages: z.array(PrintPage),
      papers: z.array(PrintPaper),
      skipped: FormsWritten.shape.skipped,
    }),
  },
} as const
