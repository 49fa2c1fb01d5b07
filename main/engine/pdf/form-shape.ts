/**
 * The shape of a form in `assets/forms/`: what it asks in the order of the paper, the places left to the hand, and,
 * where the paper is the applicant's own letter, its text.
 */
import { z } from 'zod'
import { FormId, handPlaceWhys } from '../../../rules/answers.ts'
import { MaterialId, PaperKind, Slug, Text } from '../../../rules/schema.ts'

const Kinds = z.enum(['unit', 'individual'])
const FieldBase = { id: Slug, title: Text, section: Slug }
/** The forms that take what does not fit on a blank: the first that this filing needs anyway, else the last. */
const Attachments = { attachments: z.array(FormId).min(1).optional() }
const TextField = z.strictObject({
  ...FieldBase,
  kind: z.literal('text'),
  /** How it is written, or where it is found when it is not known yet. */
  hint: Text,
  /** The paper is complete without it. */
  optional: z.literal(true).optional(),
  /** No fact of the filing: the applicant types it for this form. */
  own: z.literal(true).optional(),
  /** Only for this kind of applicant. */
  when: Kinds.optional(),
  ...Attachments,
})
const HandField = z.strictObject({
  ...FieldBase,
  kind: z.literal('hand'),
  why: z.enum(handPlaceWhys),
  /** The field whose text is printed at this place: the name of the unit that seals. */
  beside: Slug.optional(),
})
/** Text that only the applicant can write; without it there are lines and guidance. */
const ComposeField = z.strictObject({
  ...FieldBase,
  kind: z.literal('compose'),
  hint: Text,
  lines: z.number().int().min(1).max(20),
})
export const tableColumns = ['name', 'registrar', 'registrant', 'relation', 'certificate', 'expires'] as const
const TableField = z.strictObject({
  ...FieldBase,
  kind: z.literal('table'),
  rows: z.literal('domains'),
  /** `share` of the width, 0 to 1. */
  columns: z.array(z.strictObject({ id: z.enum(tableColumns), title: Text, share: z.number().gt(0).lt(1) })).min(2),
  ...Attachments,
})

const BlockBase = { when: Kinds.optional() }
const Block = z.discriminatedUnion('kind', [
  /** `{field}` is filled; `{we}` is 本单位 or 本人. */
  z.strictObject({ ...BlockBase, kind: z.literal('paragraph'), text: z.string().min(1) }),
  z.strictObject({ ...BlockBase, kind: z.literal('heading'), text: z.string().min(1) }),
  z.strictObject({ ...BlockBase, kind: z.literal('facts'), fields: z.array(Slug).min(1) }),
  z.strictObject({ ...BlockBase, kind: z.literal('table'), field: Slug }),
  z.strictObject({ ...BlockBase, kind: z.literal('compose'), field: Slug }),
])
export type LetterBlock = z.infer<typeof Block>

const Shape = z.strictObject({
  format: z.literal('beiqi-form/1'),
  id: FormId,
  title: Text,
  /**
   * `own-letter`: the applicant's own letter, in our words. `preparation`: an official or a provider's form exists whose
   * wording is not ours to print, so the sheet says what to write into it.
   */
  kind: z.enum(['own-letter', 'preparation']),
  edition: z.string().min(1),
  /** The material of the checklist that the signed form becomes. */
  material: MaterialId,
  /** Which kind of that material, where several are taken. */
  paperKind: PaperKind.optional(),
  sections: z.array(z.strictObject({ id: Slug, title: Text })).min(1),
  fields: z.array(z.discriminatedUnion('kind', [TextField, HandField, ComposeField, TableField])).min(1),
  letter: z.strictObject({ heading: z.string().min(1), body: z.array(Block).min(1) }).optional(),
  /** Ids of the rules' list of sources. */
  sources: z.array(z.strictObject({ id: Slug, title: z.string().min(1), vintage: z.string().min(4) })).min(1),
})

/** `{name}` in a letter's text. */
export const placeIn = /\{([a-z0-9-]+)\}/g
/** Places of a letter that are no field. */
export const words = ['we']

function fieldsOf(block: LetterBlock): string[] {
  if ('text' in block) return [...block.text.matchAll(placeIn)].map(([, name = '']) => name)
  return 'fields' in block ? block.fields : [block.field]
}

/** Also checked: ids are unique, each field names a section there is, and a letter only fields there are. */
export const FormDefinition = Shape.superRefine(({ kind, sections, fields, letter }, context) => {
  const wrong = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
  const known = new Set(sections.map(({ id }) => id))
  const seen = new Set<string>(words)
  for (const [index, { id, section }] of fields.entries()) {
    if (seen.has(id)) wrong(['fields', index, 'id'], `${id} is there twice`)
    if (!known.has(section)) wrong(['fields', index, 'section'], 'unknown')
    seen.add(id)
  }
  if ((kind === 'own-letter') !== (letter !== undefined)) wrong(['letter'], 'an own letter, and no other, has a text')
  for (const [index, block] of (letter?.body ?? []).entries()) {
    const stranger = fieldsOf(block).find((name) => !seen.has(name))
    if (stranger) wrong(['letter', 'body', index], `no field ${stranger}`)
  }
})
export type FormDefinition = z.infer<typeof FormDefinition>
export type FormField = FormDefinition['fields'][number]
export type FormTextField = z.infer<typeof TextField>
export type FormComposeField = z.infer<typeof ComposeField>
export type FormTableField = z.infer<typeof TableField>

export function textFields(definition: FormDefinition): FormTextField[] {
  return definition.fields.filter((field) => field.kind === 'text')
}
