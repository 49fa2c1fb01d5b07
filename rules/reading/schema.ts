/** What is read off a picture: the lines of its text as they lie, and what they mean by the table of documents. */
import { z } from 'zod'
import { CertificateType } from '../certificate-types.ts'
import { Slug, Text } from '../schema.ts'

/** One line of text; its middle and size in shares of the upright picture's width and height. */
export const PageLine = z.strictObject({
  text: z.string(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
})
export type PageLine = z.infer<typeof PageLine>

export const Page = z.strictObject({
  /** In the order of reading. */
  lines: z.array(PageLine).max(1000),
  /** Quarter turns, clockwise, that bring the picture upright. */
  turn: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  /** How clearly the lines spoke for that turn against its opposite, -1 to 1. */
  vote: z.number(),
})
export type Page = z.infer<typeof Page>

export const readFields = [
  'name',
  'sex',
  'ethnicity',
  'birthDate',
  'address',
  'number',
  'issuer',
  'validFrom',
  'validUntil',
  'legalRepresentative',
  'businessScope',
  'established',
  'domain',
  'registrant',
  'registrar',
  'expires',
] as const
export const ReadFieldName = z.enum(readFields)
export type ReadFieldName = z.infer<typeof ReadFieldName>

/**
 * How far a value can be believed. The reader's own confidence says nothing. confirmed: its check digits are right, and
 * what else the paper says agrees; plausible: it has the form of such a value; read: these letters were read, no more.
 */
export const standings = ['confirmed', 'plausible', 'read'] as const
export const Standing = z.enum(standings)
export type Standing = z.infer<typeof Standing>

export const ReadField = z.strictObject({
  field: ReadFieldName,
  title: Text,
  /** As a filing writes it: a number without blanks, a day as `YYYY-MM-DD`, "long-term". */
  value: z.string().min(1),
  standing: Standing,
})
export type ReadField = z.infer<typeof ReadField>

export const sides = ['front', 'back'] as const

/** A read value that the filing has a place for. */
export const Offer = z.strictObject({
  ...ReadField.shape,
  /** Path in the filing. */
  at: z.string(),
  /** What the filing has there; null: nothing yet. */
  now: z.string().nullable(),
  same: z.boolean(),
})
export type Offer = z.infer<typeof Offer>

/** A picture's text understood; of one that shows both sides of a card, `shows` has both. */
export const DocumentReading = z.strictObject({
  /** Id in `data/documents.json`; null: no known document. */
  document: Slug.nullable(),
  title: Text.nullable(),
  certificate: CertificateType.nullable(),
  side: z.enum(sides).nullable(),
  /** Every document that is seen, the surest first. */
  shows: z.array(Slug),
  /** Degrees, clockwise, that bring the picture upright; null: the text does not tell. */
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).nullable(),
  fields: z.array(ReadField),
  /** What was read, line by line. */
  lines: z.array(z.string()),
})
export type DocumentReading = z.infer<typeof DocumentReading>
