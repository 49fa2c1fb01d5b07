/** Forms of a filing: what the rules say goes where, written by the pdf room. */
import type { AskedFormView, FormReport } from '../../preload/form-views.ts'
import type { Checklist, FormId, Need } from '../../rules/answers.ts'
import type { Rules } from '../../rules/catalog.ts'
import { applicantKind, domainRows } from '../../rules/form-values.ts'
import { askedForms, formSigning, formValues } from '../../rules/forms.ts'
import { paperWindow } from '../../rules/paper-window.ts'
import { paperPlace } from '../../rules/papers.ts'
import type { Filing, IsoDate, Text } from '../../rules/schema.ts'
import { Failure } from './failure.ts'
import { readWhole } from './local-files.ts'
import { type AnchorMap, anchorMapPath, parseAnchorMap } from './pdf/anchor-map.ts'
import { formDefinition, formDefinitions } from './pdf/form-definition.ts'
import type { FilledPdf, FormFacts, LeftField, PlacedHand } from './pdf/form-report.ts'
import type { FormDefinition } from './pdf/form-shape.ts'

const blankLimitBytes = 50 * 1024 * 1024
const mapLimitBytes = 1024 * 1024

export interface FormJob {
  form: string
  filing: Filing
  /** Position of the service in the filing. */
  service: number
  on: IsoDate
  /** The provider's blank; null makes our own letter or a preparation sheet. */
  blank: string | null
  /** Also when facts are missing: their places stay open. */
  partial: boolean
}

export interface FormResult {
  pdf: Uint8Array
  report: FormReport
  /** Where hand, seal and finger belong on our own paper. */
  places: PlacedHand[]
}

/** Fails with `form.*` and, for the blank, with `file.*`; with `form.facts-missing` unless `partial` is asked for. */
export async function fillForm(job: FormJob, rules: Rules): Promise<FormResult> {
  const definition = formDefinition(job.form)
  const facts = factsFor(definition, job, rules)
  const written = await writeForm(job, facts)
  const result = resultOf(definition, facts, job, rules, written)
  if (!job.partial) refuseGaps(definition, result.report)
  return result
}

function factsFor({ id, ...definition }: FormDefinition, job: FormJob, rules: Rules): FormFacts {
  const { hands, theirs } = formSigning(id, job.filing, job.service, rules)
  return {
    definition: { id, ...definition },
    values: formValues(id, job.filing, job.service, rules),
    rows: domainRows(job.filing, job.service, rules.tables),
    applicant: applicantKind(job.filing, rules.tables),
    theirs,
    handPlaces: hands,
    on: job.on,
  }
}

type Written = FilledPdf & { kind: FormReport['kind'] }

/** The PDF library takes most of a second to load, so it waits until a form is wanted. */
async function writeForm({ blank }: FormJob, facts: FormFacts): Promise<Written> {
  if (blank !== null) {
    const { fillBlank } = await import('./pdf/fill.ts')
    const bytes = await readWhole(blank, blankLimitBytes)
    const map = await anchorMapFor(blank)
    return { kind: 'filled-blank', ...(await fillBlank({ ...facts, blank: bytes, name: blank, map })) }
  }
  if (facts.definition.kind === 'own-letter' && facts.theirs?.length === 0) {
    const { writeLetter } = await import('./pdf/letter.ts')
    return { kind: 'own-letter', ...(await writeLetter(facts)) }
  }
  const { writeSheet } = await import('./pdf/sheet.ts')
  return { kind: 'preparation-sheet', ...(await writeSheet(facts)) }
}

function resultOf(
  definition: FormDefinition,
  { values }: FormFacts,
  { filing, service }: FormJob,
  rules: Rules,
  { pdf, places = [], ...written }: Written,
): FormResult {
  const own = definition.fields.flatMap((field) => {
    if (field.kind !== 'compose' && !(field.kind === 'text' && field.own)) return []
    const { id, title, hint } = field
    return [{ field: id, title, hint, text: values[id] ?? '', long: field.kind === 'compose' }]
  })
  const complete = gaps(definition, written.left).length === 0
  const signing = formSigning(definition.id, filing, service, rules)
  const window = paperWindow(filing, definition.material, definition.paperKind, rules)
  return { pdf, places, report: { form: definition.id, ...written, complete, own, signing, window } }
}

/** What the facts could supply, and what cannot be printed; a paper is complete without its optional fields. */
function gaps({ fields }: FormDefinition, left: readonly LeftField[]): LeftField[] {
  const optional = new Set(fields.flatMap((field) => ('optional' in field && field.optional ? [field.id] : [])))
  return left.filter(({ field, why }) => (why === 'unknown' && !optional.has(field)) || why === 'character-missing')
}

/** What the facts of a filing still lack for one form, each named once. */
export function gapsOf(form: FormId, { left }: FormReport): Text[] {
  const titles = gaps(formDefinition(form), left).map(({ title }) => title)
  return titles.filter(({ zh }, index) => titles.findIndex((title) => title.zh === zh) === index)
}

/** Fails with `form.characters-missing`, or with `form.facts-missing`, naming all that is missing. */
function refuseGaps(definition: FormDefinition, { left }: FormReport): void {
  const missing = gaps(definition, left)
  if (missing.length === 0) return
  const named = (language: keyof Text) =>
    [...new Set(missing.map(({ title }) => title[language]))].join(language === 'zh' ? '、' : ', ')
  const unprintable = missing.find(({ why }) => why === 'character-missing')
  if (unprintable && missing.every(({ why }) => why === 'character-missing')) {
    throw new Failure('form.characters-missing', { form: definition.title, detail: unprintable.hint })
  }
  throw new Failure('form.facts-missing', { form: definition.title, fields: { zh: named('zh'), en: named('en') } })
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
  form: FormId
  service: number
  need: Need
  title: Text
  /** Without folder: "授权书（主体负责人）.pdf". */
  name: string
  result: FormResult
}

/** Our paper for each one that the checklist asks for and that has a form, places for missing facts left open. */
export async function formsFor(filing: Filing, list: Checklist, on: IsoDate, rules: Rules): Promise<FilledForm[]> {
  const asked = askedForms(list, filing, formDefinitions, rules)
  const several = (filing.services?.length ?? 0) > 1
  return Promise.all(
    asked.map(async ({ form, service, need }) => {
      const { title } = formDefinition(form)
      const result = await fillForm({ form, filing, service, on, blank: null, partial: true }, rules)
      const suffix = several ? `-${service + 1}` : ''
      const kind = result.report.kind === 'preparation-sheet' ? '-填写准备页' : ''
      return { form, service, need, title, name: `${title.zh}${suffix}${kind}.pdf`, result }
    }),
  )
}

/** The papers of a filing with what each still lacks, without writing any. */
export async function formStates(
  filing: Filing,
  list: Checklist,
  on: IsoDate,
  rules: Rules,
): Promise<Omit<AskedFormView, 'pictures'>[]> {
  const forms = await formsFor(filing, list, on, rules)
  return forms.map(({ form, service, need, title, result: { report } }) => {
    const definition = formDefinition(form)
    const missing = gapsOf(form, report)
    const { kind, complete } = report
    const compose = report.left.filter(({ why }) => why === 'compose').map((field) => field.title)
    const { material } = definition
    const places = ['subject', `services[${service}]`].map((owner) => `${paperPlace(material, owner)}.`)
    const expired = list.findings.some(
      ({ code, at }) => code === 'paper.too-old' && places.some((place) => at.startsWith(place)),
    )
    return { form, service, need, title, material, kind, complete, missing, compose, expired }
  })
}
