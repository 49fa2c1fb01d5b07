/** Forms of a filing: what the rules say goes where, written by the pdf room. */
import type { FormReport } from '../../preload/views.ts'
import type { Checklist, FormId } from '../../rules/answers.ts'
import type { Rules } from '../../rules/catalog.ts'
import { formHandPlaces, formValues } from '../../rules/forms.ts'
import type { Filing, IsoDate, Text } from '../../rules/schema.ts'
import { Failure } from './failure.ts'
import { readWhole } from './local-files.ts'
import { type AnchorMap, anchorMapPath, parseAnchorMap } from './pdf/anchor-map.ts'
import { formDefinition, formDefinitions } from './pdf/form-definition.ts'
import type { FilledPdf, FormFacts } from './pdf/form-report.ts'

const blankLimitBytes = 50 * 1024 * 1024
const mapLimitBytes = 1024 * 1024

export interface FormJob {
  form: string
  filing: Filing
  /** Position of the service in the filing. */
  service: number
  on: IsoDate
  /** The provider's blank; null makes a preparation sheet. */
  blank: string | null
}

export interface FormResult {
  pdf: Uint8Array
  report: FormReport
}

/** Fails with `form.*` and, for the blank, with `file.*`. */
export async function fillForm(job: FormJob, rules: Rules): Promise<FormResult> {
  const definition = formDefinition(job.form)
  const facts: FormFacts = {
    definition,
    values: formValues(definition.id as FormId, job.filing, job.on, job.service, rules),
    handPlaces: formHandPlaces(definition.id as FormId, job.filing, rules),
    on: job.on,
  }
  if (job.blank === null) {
    // The PDF library takes most of a second to load, so it waits until a form is wanted.
    const { writeSheet } = await import('./pdf/sheet.ts')
    return resultOf(definition.id, 'preparation-sheet', await writeSheet(facts))
  }
  const { fillBlank } = await import('./pdf/fill.ts')
  const blank = await readWhole(job.blank, blankLimitBytes)
  const map = await anchorMapFor(job.blank)
  return resultOf(definition.id, 'filled-blank', await fillBlank({ ...facts, blank, name: job.blank, map }))
}

function resultOf(form: string, kind: FormReport['kind'], { pdf, ...report }: FilledPdf): FormResult {
  return { pdf, report: { form, kind, ...report } }
}

/** The map that lies beside the blank; null when there is none. */
async function anchorMapFor(blank: string): Promise<AnchorMap | null> {
  const path = anchorMapPath(blank)
  try {
    const text = new TextDecoder().decode(await readWhole(path, mapLimitBytes))
    return parseAnchorMap(parseJson(text, path), path)
  } catch (error) {
    if (error instanceof Failure && error.code === 'file.missing') return null
    throw error
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Failure('input.not-json', { file, detail: error instanceof Error ? error.message : String(error) })
  }
}

export interface FilledForm {
  title: Text
  /** Path in the package. */
  name: string
  pdf: Uint8Array
  left: FormReport['left']
}

/** The preparation sheet of each form whose paper the checklist asks for, one for each service. */
export async function formsFor(filing: Filing, list: Checklist, on: IsoDate, rules: Rules): Promise<FilledForm[]> {
  const asked = new Set(list.items.map((item) => item.material))
  const services = Array.from({ length: Math.max(1, filing.services?.length ?? 0) }, (_, index) => index)
  const wanted = formDefinitions
    .filter((definition) => asked.has(definition.material))
    .flatMap((definition) => services.map((service) => ({ definition, service })))
  return Promise.all(
    wanted.map(async ({ definition, service }) => {
      const { pdf, report } = await fillForm({ form: definition.id, filing, service, on, blank: null }, rules)
      const suffix = services.length > 1 ? `-${service + 1}` : ''
      return {
        title: definition.title,
        name: `表格/${definition.title.zh}-填写准备页${suffix}.pdf`,
        pdf,
        left: report.left,
      }
    }),
  )
}
