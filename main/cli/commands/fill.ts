import type { Output } from '../../../preload/contract.ts'
import type { FormInfo } from '../../../preload/form-views.ts'
import { Failure } from '../../engine/failure.ts'
import { readFilingFile } from '../../engine/filings/filing-file.ts'
import { type Asked, dataFolder, fromTyped, type Outcome } from '../asked.ts'
import { blankTyped, libraryFolder } from '../blank-words.ts'
import { asTask, call } from '../engine.ts'
import { refuseOverwriting } from '../out-file.ts'
import { formListText, formsWrittenText, formText, guideText } from '../text/forms.ts'
import { sayIn } from '../text/say.ts'

export interface FillOptions {
  out?: string
  blank?: string
  data?: string
  service?: number
  library?: boolean
  list?: boolean
  all?: boolean
  guide?: boolean
  partial?: boolean
}

/** @param words FORM FILING, or with `--all` one filing or more, or with `--guide` one */
export async function fill(asked: Asked, words: readonly string[], options: FillOptions): Promise<Outcome> {
  // One process works with one data folder, and the first call decides which.
  refuseTogether(options)
  const folder = options.blank === undefined ? libraryFolder(options) : dataFolder(options)
  const forms = await call('form/list', {}, folder)
  if (options.list) return { json: forms, text: () => formListText(forms, sayIn(asked.language)) }
  if (options.all) return fillAll(asked, words, options)
  if (options.guide) return writeGuide(asked, words, options)
  return fillOne(asked, words, options, forms)
}

async function fillOne(
  asked: Asked,
  words: readonly string[],
  { out: outFile, blank, data, service = 1, partial = false }: FillOptions,
  forms: Output<'form/list'>,
): Promise<Outcome> {
  const [form, file, more] = words
  if (!form || !file || !outFile || more) throw incomplete()
  refuseOutName(outFile)
  refuseUnknownForm(form, forms)
  const filingPath = fromTyped(file)
  const out = fromTyped(outFile)
  const source = blank === undefined ? null : await blankTyped(blank, data)
  await refuseOverwriting(out, source && 'path' in source ? [filingPath, source.path] : [filingPath])
  const filing = await readFilingFile(filingPath)
  refuseUnknownService(service, filing.services?.length ?? 0)
  const job = { filing, form, service: service - 1, on: asked.on, blank: source, partial, out }
  const done = await call('file/fill', job)
  return { json: done, text: () => formText(done, forms, sayIn(asked.language)) }
}

/** Every paper of one filing or many; nothing is written before all filings have been read. */
async function fillAll(
  asked: Asked,
  files: readonly string[],
  { out, partial = false, library = false }: FillOptions,
): Promise<Outcome> {
  if (!out || files.length === 0) throw incomplete()
  const paths = files.map(fromTyped)
  const filings = await Promise.all(paths.map(async (file) => ({ file, filing: await readFilingFile(file) })))
  const job = { filings, library, on: asked.on, partial, out: fromTyped(out) }
  const done = await asTask((task) => call('file/fill-all', { task, ...job }))
  return { json: done, text: () => formsWrittenText(done, sayIn(asked.language)), blocked: done.skipped.length > 0 }
}

async function writeGuide(
  asked: Asked,
  words: readonly string[],
  { out: outFile, library = false }: FillOptions,
): Promise<Outcome> {
  const [file, more] = words
  if (!file || !outFile || more) throw incomplete()
  refuseOutName(outFile)
  const filingPath = fromTyped(file)
  const out = fromTyped(outFile)
  await refuseOverwriting(out, [filingPath])
  const done = await call('file/guide', { filing: await readFilingFile(filingPath), library, on: asked.on, out })
  return { json: done, text: () => guideText(done, sayIn(asked.language)) }
}

function usage(zh: string, en: string): Failure {
  return new Failure('input.usage', { detail: { zh, en } })
}

/** An option that would do nothing is said to, rather than left unheard. */
function refuseTogether({ all, guide, list, blank, service, library }: FillOptions): void {
  const [mode, ...others] = [list && '--list', all && '--all', guide && '--guide'].filter(
    (one) => typeof one === 'string',
  )
  const single = [blank !== undefined && '--blank', service !== undefined && '--service']
  const unheard = mode ? [...others, ...single] : [library && '--library']
  const other = unheard.find((one) => typeof one === 'string')
  if (!other) return
  const first = mode ?? 'fill FORM'
  const instead = blank === undefined || !mode ? '' : '--library'
  throw usage(
    `${first} 不能和 ${other} 一起用${instead && `；要用空白表，请用 ${instead}`}`,
    `${first} does not go with ${other}${instead && `; for blanks use ${instead}`}`,
  )
}

function incomplete(): Failure {
  return usage(
    '应为 fill FORM FILING --out F、fill --all FILING… --out DIR、fill --guide FILING --out F，或 fill --list',
    'expected fill FORM FILING --out F, fill --all FILING… --out DIR, fill --guide FILING --out F, or fill --list',
  )
}

function refuseOutName(out: string): void {
  if (!out.toLowerCase().endsWith('.pdf')) {
    throw usage(
      `--out 应为：以 .pdf 结尾的文件名，现在是 ${out}`,
      `--out: expected a name ending in .pdf, found ${out}`,
    )
  }
}

function refuseUnknownForm(form: string, forms: readonly FormInfo[]): void {
  if (forms.some(({ id }) => id === form)) return
  throw new Failure('form.unknown', { form, known: forms.map(({ id }) => id).join(' ') })
}

/** A filing that does not know its service yet still has a first one. */
function refuseUnknownService(service: number, count: number): void {
  if (service <= Math.max(1, count)) return
  throw usage(
    `--service 应为：1 到 ${Math.max(1, count)}，现在是 ${service}`,
    `--service: expected 1 to ${Math.max(1, count)}, found ${service}`,
  )
}
