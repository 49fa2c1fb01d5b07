/** The shape of `data/documents.json`: which words tell which document, and where its values stand. */
import { z } from 'zod'
import { SourceRef } from '../answers.ts'
import { CertificateType } from '../certificate-types.ts'
import { MaterialId, Slug, Text } from '../schema.ts'
import { ReadFieldName, sides } from './schema.ts'

const Words = z.array(z.string().min(1))

const LabelledField = z.strictObject({
  /** "period" gives `validFrom` and `validUntil`. */
  field: z.union([ReadFieldName, z.literal('period')]),
  labels: Words.min(1),
  as: z.enum(['text', 'name', 'date', 'period', 'domain']),
  /** It goes on over several rows. */
  rows: z.boolean().default(false),
})
export type LabelledField = z.infer<typeof LabelledField>

const DocumentKind = z.strictObject({
  id: Slug,
  title: Text,
  /** The certificate that it is (of persons and units); null: another paper. */
  certificate: CertificateType.nullable(),
  /** Of a card with a portrait on its front. */
  side: z.enum(sides).nullable(),
  /** Where it belongs. */
  materials: z.array(MaterialId).min(1),
  /** Words that begin or fill a line of this document and of few others: 3 points each. */
  strong: Words.min(1),
  /** Names of its fields: 1 point each. */
  weak: Words,
  /** It is this one only where one of these is read too. */
  needs: Words.default([]),
  /** It is another one where one of these is read. */
  without: Words.default([]),
  /** Its number is told by the certificate's check digits or form, after one of these words where there are none. */
  number: z.strictObject({ labels: Words }).nullable().default(null),
  fields: z.array(LabelledField),
})
export type DocumentKind = z.infer<typeof DocumentKind>

export const DocumentTable = z.strictObject({
  note: Text,
  /** Points from which on it is this document, and ahead of the next one by which it is no other. */
  points: z.strictObject({ strong: z.int(), weak: z.int(), least: z.int(), ahead: z.int() }),
  fieldTitles: z.record(ReadFieldName, Text),
  documents: z.array(DocumentKind).min(1),
  sources: z.array(SourceRef).min(1),
})
export type DocumentTable = z.infer<typeof DocumentTable>
