import type { FormInfo } from '../../../preload/views.ts'
import { Failure } from '../../engine/failure.ts'
import { readFilingFile } from '../../engine/filing-file.ts'
import { type Asked, fromTyped, type Outcome } from '../asked.ts'
import { call } from '../engine.ts'
import { refuseOverwriting } from '../out-file.ts'
import { formListText, formText } from '../text/forms.ts'
import { sayIn } from '../text/say.ts'

interface FillWords {
  form: string | undefined
  filing: string | undefined
  out?: string
  blank?: string
  service?: number
  list?: boolean
}

export async function fill(asked: Asked, words: FillWords): Promise<Outcome> {
  const forms = await call('form/list', {})
  if (words.list) return { json: forms, text: () => formListText(forms, sayIn(asked.language)) }
  const { form, filing: file, out: outFile, blank, service = 1 } = words
  if (!form || !file || !outFile) throw incomplete()
  refuseUnknownForm(form, forms)
  const filingPath = fromTyped(file)
  const out = fromTyped(outFile)
  const blankPath = blank === undefined ? null : fromTyped(blank)
  await refuseOverwriting(out, blankPath ? [filingPath, blankPath] : [filingPath])
  const filing = await readFilingFile(filingPath)
  refuseUnknownService(service, filing.services?.length ?? 0)
  const done = await call('file/fill', { filing, form, service: service - 1, on: asked.on, blank: blankPath, out })
  return { json: done, text: () => formText(done, forms, sayIn(asked.language)) }
}

function incomplete(): Failure {
  const detail = {
    zh: '应为 fill FORM FILING --out F，或 fill --list',
    en: 'expected fill FORM FILING --out F, or fill --list',
  }
  return new Failure('input.usage', { detail })
}

function refuseUnknownForm(form: string, forms: readonly FormInfo[]): void {
  if (forms.some(({ id }) => id === form)) return
  throw new Failure('form.unknown', { form, known: forms.map(({ id }) => id).join(' ') })
}

/** A filing that does not know its service yet still has a first one. */
function refuseUnknownService(service: number, count: number): void {
  if (service <= Math.max(1, count)) return
  const detail = {
    zh: `--service 应为：1 到 ${Math.max(1, count)}，现在是 ${service}`,
    en: `--service: expected 1 to ${Math.max(1, count)}, found ${service}`,
  }
  throw new Failure('input.usage', { detail })
}
