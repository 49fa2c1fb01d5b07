/** What the window is shown of forms: which there are, what is on one, which a filing needs. */
import { z } from 'zod'
import { FormId, Need, Signing } from '../rules/answers.ts'
import { MaterialId, Slug, Text } from '../rules/schema.ts'
import { PaperWindow } from '../rules/tables-schema.ts'

/** A preparation sheet says what to write into somebody else's form; a letter of one's own can be handed in. */
export const formKinds = ['own-letter', 'preparation'] as const
export const FormInfo = z.strictObject({
  id: FormId,
  title: Text,
  edition: z.string(),
  material: MaterialId,
  kind: z.enum(formKinds),
})
export type FormInfo = z.infer<typeof FormInfo>

/** A field of a form: what was written, or what is left to the hand and why. */
export const FilledField = z.strictObject({ field: z.string(), title: Text, text: z.string() })
export const LeftField = z.strictObject({
  field: z.string(),
  title: Text,
  why: z.enum([
    'signature',
    'seal',
    'date',
    'fingerprint',
    'handwritten',
    'unknown',
    'compose',
    'character-missing',
    'too-long',
    'not-on-blank',
  ]),
  hint: Text,
})
const OwnText = z.strictObject({
  field: Slug,
  title: Text,
  hint: Text,
  text: z.string(),
  /** Paragraphs, not a line. */
  long: z.boolean(),
})
export const FormReport = z.strictObject({
  form: Slug,
  edition: z.string(),
  pages: z.number().int(),
  /** A preparation sheet says what to write; a filled blank and a letter can be handed in once they are signed. */
  kind: z.enum(['filled-blank', 'preparation-sheet', 'own-letter']),
  /** Nothing is left that the facts could supply. */
  complete: z.boolean(),
  /** Texts that the applicant writes himself, with what he has written so far. */
  own: z.array(OwnText),
  signing: Signing,
  /** For how long it is good once it is dated; null: no source says. */
  window: PaperWindow.nullable(),
  filled: z.array(FilledField),
  left: z.array(LeftField),
})
export type FormReport = z.infer<typeof FormReport>

/** A paper that this filing needs and that the program can make. */
export const AskedFormView = z.strictObject({
  form: FormId,
  service: z.number().int(),
  need: Need,
  title: Text,
  material: MaterialId,
  kind: FormReport.shape.kind,
  complete: z.boolean(),
  /** What the facts still lack. */
  missing: z.array(Text),
  /** What the applicant writes himself and has not yet. */
  compose: z.array(Text),
  /** The one that was signed is too old to be submitted. */
  expired: z.boolean(),
  /** Pictures already put into the place of this paper: it came back signed. */
  pictures: z.number().int(),
})
export type AskedFormView = z.infer<typeof AskedFormView>

/** Forms written into a folder. */
export const FormsWritten = z.strictObject({
  out: z.string(),
  files: z.array(
    z.strictObject({
      /** Its id, or the file it was read from. */
      filing: z.string(),
      /** null: the guide to signing. */
      form: FormId.nullable(),
      name: z.string(),
      bytes: z.number().int(),
      complete: z.boolean(),
      /** Places that stayed open, beside those of the hand. */
      open: z.array(Text),
    }),
  ),
  /** Not made, since facts are missing. */
  skipped: z.array(z.strictObject({ filing: z.string(), form: FormId, title: Text, missing: z.array(Text) })),
})
export type FormsWritten = z.infer<typeof FormsWritten>
