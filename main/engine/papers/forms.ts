/** Forms of a filing: what the rules say goes where, written by the pdf room. */
import type { AskedFormView, FormReport } from '../../../preload/form-views.ts'
import type { Checklist, FormId, Need } from '../../../rules/answers.ts'
import type { Rules } from '../../../rules/catalog.ts'
import { checklist } from '../../../rules/checklist.ts'
import { applicantKind, domainRows } from '../../../rules/form-values.ts'
import { askedForms, formSigning, formValues } from '../../../rules/forms.ts'
import { paperWindow } from '../../../rules/paper-window.ts'
import { paperPlace } from '../../../rules/papers.ts'
import type { Filing, IsoDate, Text } from '../../../rules/schema.ts'
import { Failure } from '../failure.ts'
import { formDefinition, formDefinitions } from '../pdf/form-definition.ts'
import type { FilledPdf, FormFacts, LeftField, PlacedHand } from '../pdf/form-report.ts'
import type { FormDefinition } from '../pdf/form-shape.ts'
import type { Blank, ChosenBlanks } from './blank-library.ts'

export interface FormJob {
  form: string
  filing: Filing
  /** Position of the service in the filing. */
  service: number
  on: IsoDate
  /** The provider's blank; null makes our own letter or a preparation sheet. */
  blank: Blank | null
  /** The fields of a PDF form become plain page content: what is printed or packed is no longer edited. */
  flatten?: boolean
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
  const written = await writeForm(job, facts, rules)
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
    attachment: attachmentOf(definition, job, rules)?.title ?? null,
    handPlaces: hands,
    on: job.on,
  }
}

/** The sheet that takes what does not fit: of those that may, the one that this filing needs anyway, else the last. */
function attachmentOf({ fields }: Pick<FormDefinition, 'fields'>, { filing, on }: FormJob, rules: Rules) {
  const ids = fields.flatMap((field) => ('attachments' in field && field.attachments) || [])
  const sheets = formDefinitions.filter(({ id }) => ids.includes(id))
  if (sheets.length === 0) return null
  const asked = askedForms(checklist(filing, on, rules), filing, sheets, rules)
  const found = sheets.find(({ id }) => asked.some(({ form, need }) => form === id && need === 'required'))
  const sheet = found ?? sheets.find(({ id }) => id === ids.at(-1))
  return sheet ? { ...sheet, apart: found !== undefined } : null
}

type Written = FilledPdf & { kind: FormReport['kind'] }

/** The PDF library takes most of a second to load, so it waits until a form is wanted. */
async function writeForm(job: FormJob, facts: FormFacts, rules: Rules): Promise<Written> {
  if (job.blank) {
    const { fillBlank } = await import('../pdf/fill.ts')
    const { bytes, name, map } = job.blank
    const filled = await fillBlank({ ...facts, blank: bytes, name, map, flatten: job.flatten ?? false })
    return { kind: 'filled-blank', ...(filled.overflow ? await withAttachment(filled, job, facts, rules) : filled) }
  }
  if (facts.definition.kind === 'own-letter' && facts.theirs?.length === 0) {
    const { writeLetter } = await import('../pdf/letter.ts')
    return { kind: 'own-letter', ...(await writeLetter(facts)) }
  }
  const { writeSheet } = await import('../pdf/sheet.ts')
  return { kind: 'preparation-sheet', ...(await writeSheet(facts)) }
}

/** Puts the sheet behind the blank, unless it is a paper of its own in this filing or somebody else's form. */
async function withAttachment(filled: FilledPdf, job: FormJob, facts: FormFacts, rules: Rules): Promise<FilledPdf> {
  const sheet = attachmentOf(facts.definition, job, rules)
  if (!sheet || sheet.apart || sheet.kind !== 'own-letter') return filled
  const { pdf, report } = await fillForm({ ...job, form: sheet.id, blank: null, partial: true }, rules)
  const { appendPages } = await import('../pdf/overflow.ts')
  const left = [...filled.left, ...report.left.map((field) => ({ ...field, field: `${sheet.id}.${field.field}` }))]
  return { ...filled, pdf: await appendPages(filled.pdf, pdf, job.on), pages: filled.pages + report.pages, left }
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
  return titlesOf(gaps(formDefinition(form), left))
}

const whyByHand: readonly string[] = ['signature', 'seal', 'date', 'fingerprint', 'handwritten']

/** What stays open on a paper beside the places of the hand, each named once. */
export function openPlaces({ left }: FormReport): Text[] {
  return titlesOf(left.filter(({ why }) => !whyByHand.includes(why)))
}

function titlesOf(left: readonly LeftField[]): Text[] {
  const titles = left.map(({ title }) => title)
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

export interface FilledForm {
  form: FormId
  service: number
  need: Need
  title: Text
  /** Without folder: "授权书（主体负责人）.pdf". */
  name: string
  result: FormResult
}

/**
 * A paper for each one that the checklist asks for and that has a form, places for missing facts left open: on the
 * blank that was chosen for it, else on our own sheet.
 */
export async function formsFor(
  filing: Filing,
  { list, on, blanks = {} }: { list: Checklist; on: IsoDate; blanks?: ChosenBlanks },
  rules: Rules,
): Promise<FilledForm[]> {
  const asked = askedForms(list, filing, formDefinitions, rules)
  const several = (filing.services?.length ?? 0) > 1
  return Promise.all(
    asked.map(async ({ form, service, need }) => {
      const { title } = formDefinition(form)
      const job = { form, filing, service, on, blank: blanks[form] ?? null, partial: true, flatten: true }
      const result = await fillForm(job, rules)
      const suffix = several ? `-${service + 1}` : ''
      const kind = result.report.kind === 'preparation-sheet' ? '-填写准备页' : ''
      return { form, service, need, title, name: `${title.zh}${suffix}${kind}.pdf`, result }
    }),
  )
}

/** The papers of a filing with what each still lacks, without writing any. */
export async function formStates(
  filing: Filing,
  papers: { list: Checklist; on: IsoDate; blanks?: ChosenBlanks },
  rules: Rules,
): Promise<Omit<AskedFormView, 'pictures'>[]> {
  const { list } = papers
  const forms = await formsFor(filing, papers, rules)
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
