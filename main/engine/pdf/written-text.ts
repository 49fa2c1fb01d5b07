/** For each field: the text that can be written, or why its place is left. The same for a blank and for our own sheet. */
import { failureText } from '../../../preload/failures.ts'
import type { Text } from '../../../rules/schema.ts'
import { missingCharacters, nameOfCharacter } from './fonts.ts'
import type { FilledField, FormFacts, LeftField } from './form-report.ts'
import type { FormComposeField, FormField, FormTableField, FormTextField } from './form-shape.ts'
import { cleanText } from './text.ts'

export type Written = { text: string } | { left: LeftField }

/** The fields that the paper of this applicant has. */
export function fieldsFor({ definition, applicant }: FormFacts): FormField[] {
  const others = { unit: 'individual', individual: 'unit' }
  return definition.fields.filter((field) => !('when' in field) || !applicant || field.when !== others[applicant])
}

/** What is known and can be drawn; else `unknown` or `character-missing`. */
export function writtenText(field: FormTextField | FormComposeField, values: FormFacts['values']): Written {
  const text = cleanText(values[field.id] ?? '')
  if (text === '') return leave(field, 'unknown', unknownHint(field))
  const missing = missingCharacters(text)
  return missing.length === 0 ? { text } : charactersMissing(field, text, missing)
}

export function charactersMissing(field: FormField, text: string, missing: readonly string[]): { left: LeftField } {
  const params = { text, characters: missing.map(nameOfCharacter).join(' ') }
  const told = (language: keyof Text) => failureText({ code: 'form.character-missing', params }, language)
  return leave(field, 'character-missing', { zh: told('zh'), en: told('en') })
}

export function leave(field: FormField, why: LeftField['why'], hint: Text): { left: LeftField } {
  return { left: { field: field.id, title: field.title, why, hint } }
}

/** What the applicant has written himself, or that he still has to. */
export function composedText(field: FormComposeField, values: FormFacts['values']): Written {
  const text = cleanText(values[field.id] ?? '')
  if (text !== '') return writtenText(field, values)
  return leave(field, 'compose', field.hint)
}

/** The rows of a table with what each cell lacks. */
export function tableText(field: FormTableField, rows: FormFacts['rows'] = []): { text: string; left: LeftField[] } {
  const left = rows.flatMap((row, index) =>
    field.columns.flatMap(({ id, title }) => cellLeft(field, index, title, row[id] ?? '')),
  )
  if (rows.length > 0) return { text: rows.map(({ name }) => name).join('；'), left }
  return { text: '', left: [leave(field, 'unknown', { zh: '还没有填写域名。', en: 'No domain is known yet.' }).left] }
}

function cellLeft(field: FormTableField, index: number, title: Text, value: string): LeftField[] {
  const at = { zh: `第 ${index + 1} 个域名的${title.zh}`, en: `${title.en} of domain ${index + 1}` }
  const missing = missingCharacters(cleanText(value))
  if (value === '') return [{ field: field.id, title: field.title, why: 'unknown', hint: sentence(at) }]
  return missing.length > 0 ? [{ ...charactersMissing(field, value, missing).left }] : []
}

function sentence({ zh, en }: Text): Text {
  return { zh: `还缺${zh}。`, en: `Not known yet: ${en}.` }
}

function unknownHint({ hint }: FormTextField | FormComposeField): Text {
  return { zh: `还缺这一项。${hint.zh}`, en: `Not known yet. ${hint.en}` }
}

export function tooLong(field: FormField, text: string): { left: LeftField } {
  return leave(field, 'too-long', {
    zh: `这一栏太小，印不下“${text}”。请手写，或按接入商的要求另附一页。`,
    en: `This place is too small to print "${text}". Write it by hand, or attach a sheet as the provider asks.`,
  })
}

export function notOnBlank(field: FormField): { left: LeftField } {
  return leave(field, 'not-on-blank', {
    zh: `这份空白表没有“${field.title.zh}”的填写位置。如果表上有这一栏，请手写。`,
    en: `This blank has no place for "${field.title.en}". If the paper asks for it, write it by hand.`,
  })
}

/** The report in the order of the form: what was written, then what is left, hand places last. */
export function reportOf(
  facts: FormFacts,
  outcomes: readonly (FilledField | { left: LeftField })[],
): { filled: FilledField[]; left: LeftField[] } {
  const filled = outcomes.flatMap((outcome) => ('left' in outcome ? [] : [outcome]))
  const left = outcomes.flatMap((outcome) => ('left' in outcome ? [outcome.left] : []))
  const hands = facts.handPlaces.map(({ field, title, why, hint }) => ({ field, title, why, hint }))
  return { filled, left: [...left, ...hands] }
}

export function noBox(field: FormField, text: string): { left: LeftField } {
  return leave(field, 'not-on-blank', {
    zh: `“${text}”没有对应的勾选框。请核对空白表，手工勾选。`,
    en: `No box of this blank is for "${text}". Look at the paper and tick by hand.`,
  })
}
