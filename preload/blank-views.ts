/** What the window is shown of the library of blanks. */
import { z } from 'zod'
import { Anchor, Places } from '../rules/anchor-map.ts'
import { FormId } from '../rules/answers.ts'
import { Text } from '../rules/schema.ts'
import { Id } from './call-parts.ts'

export const BlankView = z.strictObject({
  id: Id,
  /** SHA-256 of the PDF that is filled. */
  hash: z.string(),
  kind: z.enum(['flat', 'form', 'word', 'picture']),
  /** The name of the file that came in. */
  name: z.string(),
  title: z.string(),
  form: FormId,
  formTitle: Text,
  /** null: of no one provider, or of the whole country. */
  provider: z.string().nullable(),
  province: z.string().nullable(),
  edition: z.string(),
  pages: z.number().int(),
  /** Of the form's fields that the program fills: how many have a place on this blank. */
  placed: z.number().int(),
  fields: z.number().int(),
  revision: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type BlankView = z.infer<typeof BlankView>

/** A field that a blank of this form may have a place for. */
export const BlankField = z.strictObject({
  id: z.string(),
  title: Text,
  hint: Text,
  /** `hand`: nothing is written there; the guide and the check of the signed paper know the place. */
  kind: z.enum(['text', 'compose', 'table', 'hand']),
  optional: z.boolean(),
  /** Texts that it can have, for boxes to tick. */
  options: z.array(z.string()),
  /** Of domains in rows. */
  columns: z.array(z.strictObject({ id: z.string(), title: Text })),
})
export type BlankField = z.infer<typeof BlankField>

const Size = z.strictObject({ width: z.number(), height: z.number() })
const Rectangle = z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })

export const FormFieldInfo = z.strictObject({
  name: z.string(),
  kind: z.enum(['text', 'check', 'radio', 'list', 'other']),
  options: z.array(z.string()),
  place: Rectangle.extend({ page: z.number().int() }).nullable(),
})

export const BlankDetail = z.strictObject({
  view: BlankView,
  /** In points, as a reader sees them. */
  pages: z.array(Size),
  fields: z.array(BlankField),
  /** Of a PDF form. */
  formFields: z.array(FormFieldInfo),
  places: Places,
})
export type BlankDetail = z.infer<typeof BlankDetail>

/** What the pixels of a page show: cells, boxes for one character each, boxes to tick, lines. Points. */
export const RuledView = z.strictObject({
  cells: z.array(Rectangle),
  combs: z.array(Rectangle.extend({ boxes: z.number().int() })),
  /** To tick; `word`: what is printed behind it, without blanks and punctuation. */
  squares: z.array(Rectangle.extend({ word: z.string() })),
  lines: z.array(Rectangle),
})
export type RuledView = z.infer<typeof RuledView>

/** A place that the blank offers by itself; nothing is taken until the person takes it. */
export const SuggestionView = z.strictObject({
  field: z.string(),
  /** The print that asks for it, or the name in the PDF form. */
  label: z.string(),
  anchor: Anchor.nullable(),
  formField: z.string().nullable(),
})
export type SuggestionView = z.infer<typeof SuggestionView>

/** Whether a map fits its blank, and what is still without a place. */
export const BlankCheck = z.strictObject({
  form: FormId,
  edition: z.string(),
  hash: z.string(),
  pages: z.number().int(),
  placed: z.array(z.string()),
  unplaced: z.array(z.strictObject({ field: z.string(), title: Text })),
})
export type BlankCheck = z.infer<typeof BlankCheck>
