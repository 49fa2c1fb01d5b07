/** The papers of one filing or of many in a folder, and the guide to signing them. */
import type { FormsWritten } from '../../../preload/form-views.ts'
import type { Rules } from '../../../rules/catalog.ts'
import { checklist } from '../../../rules/checklist.ts'
import { addDays, addMonths } from '../../../rules/dates.ts'
import type { Filing, IsoDate } from '../../../rules/schema.ts'
import type { PaperWindow } from '../../../rules/tables-schema.ts'
import { folderNames } from '../disk/file-names.ts'
import { refuseTaken } from '../disk/replaceable.ts'
import { writeNewFolder } from '../disk/write-folder.ts'
import type { CallContext } from '../dispatch.ts'
import type { ChosenBlanks } from './blank-library.ts'
import { type FilledForm, formsFor, gapsOf, openPlaces } from './forms.ts'

export const guideName = '签署指引.pdf'

export interface FolderJob {
  /** Each with what the answer names it by, and the name of its folder. */
  filings: readonly { id: string; name: string; filing: Filing; blanks?: ChosenBlanks }[]
  on: IsoDate
  /** Also papers for which facts are missing. */
  partial: boolean
  /** A folder that is not there yet, or is empty. */
  out: string
}

/**
 * Everything is made in memory first, so that the folder is whole or not there; nor is it where nothing could be made.
 * Fails with `file.exists`, `file.needs-subfolder`, `file.unwritable` and `task.cancelled`.
 */
export async function writeForms(job: FolderJob, { rules, step }: CallContext): Promise<FormsWritten> {
  await refuseTaken(job.out)
  const contents = new Map<string, Uint8Array>()
  const written: FormsWritten = { out: job.out, files: [], skipped: [] }
  const folders = foldersOf(job.filings.map(({ name }) => name))
  for (const [index, { id, name, filing, blanks = {} }] of job.filings.entries()) {
    step(index, job.filings.length, name)
    const forms = await formsFor(filing, { list: checklist(filing, job.on, rules), on: job.on, blanks }, rules)
    const made = forms.filter(({ result }) => job.partial || result.report.complete)
    const add = (file: string, bytes: Uint8Array, form: FilledForm | null) => {
      const path = `${folders[index]}${file}`
      contents.set(path, bytes)
      const complete = form?.result.report.complete ?? true
      const open = form ? openPlaces(form.result.report) : []
      written.files.push({ filing: id, form: form?.form ?? null, name: path, bytes: bytes.length, complete, open })
    }
    for (const form of made) add(form.name, form.result.pdf, form)
    if (made.length > 0) add(guideName, (await guideOf(filing, made, job.on, rules)).pdf, null)
    written.skipped.push(
      ...forms
        .filter((form) => !made.includes(form))
        .map(({ form, title, result }) => ({ filing: id, form, title, missing: gapsOf(form, result.report) })),
    )
  }
  if (contents.size > 0) await writeNewFolder(job.out, contents)
  return written
}

/** One filing lies in the folder itself; of several each has its own. */
function foldersOf(names: readonly string[]): string[] {
  return names.length === 1 ? [''] : folderNames(names).map((name) => `${name}/`)
}

/** The guide to all papers that this filing needs. */
export async function guideFor(filing: Filing, on: IsoDate, rules: Rules, blanks: ChosenBlanks = {}) {
  const forms = await formsFor(filing, { list: checklist(filing, on, rules), on, blanks }, rules)
  return guideOf(filing, forms, on, rules)
}

/** Of a paper signed today. */
function lastDay(on: IsoDate, within: PaperWindow['within']): IsoDate {
  return 'months' in within ? addMonths(on, within.months) : addDays(on, within.days)
}

/** The guide to papers that have been made. */
export async function guideOf(filing: Filing, forms: readonly FilledForm[], on: IsoDate, rules: Rules) {
  const { writeGuide } = await import('../pdf/guide.ts')
  const { provinces, providers } = rules.catalog
  const unknown = '（未填写）'
  return writeGuide({
    applicant: filing.subject?.name ?? unknown,
    province: provinces.find(({ code }) => code === filing.province)?.title.zh ?? unknown,
    provider: providers.find(({ id }) => id === filing.provider)?.title.zh ?? unknown,
    on,
    papers: forms.map(({ name, result: { pdf, places, report } }) => ({
      title: name.replace(/\.pdf$/, ''),
      kind: report.kind,
      pdf,
      places,
      signing: report.signing,
      window: report.window && { zh: report.window.zh, submitBy: lastDay(on, report.window.within) },
    })),
  })
}
