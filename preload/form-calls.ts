/** Calls that make papers: of a stored filing, and of filing files. Part of the contract. */
import { z } from 'zod'
import { Filing, IsoDate, Slug } from '../rules/schema.ts'
import { BlankSource } from './blank-calls.ts'
import { Id, mostFilings, Nothing, Path, Task } from './call-parts.ts'
import { FilingFiles, Library } from './filing-files.ts'
import { AskedFormView, FormInfo, FormReport, FormsWritten } from './form-views.ts'
import { Picture } from './views.ts'

const Chosen = {
  form: Slug,
  /** A form is filled for one service of the filing. */
  service: z.number().int().min(0).max(499).default(0),
  on: IsoDate,
}
const OfStored = { filing: Id, ...Chosen }
const PageInput = { page: z.number().int().min(0), side: z.number().int().min(16).max(4096) }

export const formCalls = {
  'form/list': { input: Nothing, output: z.array(FormInfo) },
  /** The papers that this filing needs, and how far each is. */
  'form/asked': { input: z.strictObject({ filing: Id, on: IsoDate }), output: z.array(AskedFormView) },
  'form/report': {
    input: z.strictObject(OfStored),
    output: FormReport,
  },
  'form/preview': {
    input: z.strictObject({
      ...OfStored,
      ...PageInput,
    }),
    output: Picture,
  },
  'form/write': {
    input: z.strictObject({
      ...OfStored,
      partial: z.boolean().default(false),
      out: Path,
    }),
    output: FormReport.extend({ out: z.string() }),
  },
  /** Every paper of the filings into a new folder, one inside it for each filing where there are several. */
  'form/write-all': {
    input: z.strictObject({
      task: Task,
      filings: z.array(Id).min(1).max(mostFilings),
      on: IsoDate,
      partial: z.boolean().default(false),
      out: Path,
    }),
    output: FormsWritten,
  },
  /** Where to sign, seal and date each paper of this filing. */
  'form/guide': {
    input: z.strictObject({ filing: Id, on: IsoDate, out: Path }),
    output: z.strictObject({ out: z.string(), pages: z.number().int() }),
  },
  'form/guide-preview': {
    input: z.strictObject({
      filing: Id,
      on: IsoDate,
      ...PageInput,
    }),
    output: Picture.extend({ pages: z.number().int() }),
  },
  'file/fill': {
    input: z.strictObject({
      filing: Filing,
      ...Chosen,
      /** Somebody else's blank; null: our own paper. */
      blank: BlankSource.nullable(),
      partial: z.boolean().default(false),
      out: Path,
    }),
    output: FormReport.extend({ out: z.string() }),
  },
  /** Every paper of the filings, named by `file`, into a new folder. */
  'file/fill-all': {
    input: z.strictObject({
      task: Task,
      filings: FilingFiles,
      ...Library,
      on: IsoDate,
      partial: z.boolean().default(false),
      out: Path,
    }),
    output: FormsWritten,
  },
  'file/guide': {
    input: z.strictObject({ filing: Filing, ...Library, on: IsoDate, out: Path }),
    output: z.strictObject({ out: z.string(), pages: z.number().int() }),
  },
} as const
