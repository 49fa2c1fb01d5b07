/** What the rules answer: checklist items with their reasons, findings, questions, and the limits of a slot. */
import { z } from 'zod'
import { Layout } from './joining.ts'
import { FindingCode, Overruled } from './overruled-schema.ts'
import { IsoDate, MaterialId, Slug, Text } from './schema.ts'

/** Who said it and when. `id` is a key of `rules/data/sources.json`; `vintage` is as exact as the source is. */
export const SourceRef = z.strictObject({ id: Slug, vintage: z.string().min(4), place: z.string().optional() })
export type SourceRef = z.infer<typeof SourceRef>

export const severities = ['blocker', 'warning', 'note'] as const
export const Severity = z.enum(severities)
export type Severity = z.infer<typeof Severity>

export const Reason = z.strictObject({
  rule: z.string(),
  zh: z.string(),
  en: z.string(),
  /** The facts that made the rule true, for example `province = 11`. */
  facts: z.array(z.strictObject({ name: z.string(), at: z.string(), value: z.unknown() })),
  sources: z.array(SourceRef).min(1),
  /** While it is not certain that the rule applies: the place in the filing whose answer comes first. */
  missing: z.string().optional(),
})
export type Reason = z.infer<typeof Reason>

export const Finding = z.strictObject({
  code: FindingCode,
  severity: Severity,
  /** Path in the filing ("services[0].domains[0].expires"), or the file of a picture. */
  at: z.string(),
  zh: z.string(),
  en: z.string(),
  fix: Text,
  rule: z.string(),
  sources: z.array(SourceRef),
  /** What other sources say that do not decide: older ones, or a looser one where a stricter one is applied. */
  earlier: z.array(Reason),
  /** Its newest source is past its shelf life on that day: ask the access provider. */
  verify: z.boolean(),
  /** A person decided to use the picture all the same. */
  overruled: Overruled.optional(),
})
export type Finding = z.infer<typeof Finding>

export const needs = ['required', 'later', 'optional', 'unknown'] as const
export const Need = z.enum(needs)
export type Need = z.infer<typeof Need>

export const ChecklistItem = z.strictObject({
  material: MaterialId,
  /** What the paper belongs to: "subject" or "services[n]". */
  for: z.string(),
  title: Text,
  need: Need,
  /** Other materials that this one upload serves (an individual's ID card serves three). */
  covers: z.array(MaterialId),
  /** The slot it goes into when the portal has none of its own for it; null: it has its own. */
  uploadWith: MaterialId.nullable(),
  /** The material it is joined with into one picture (拼接); null: alone in its slot. */
  stitchWith: MaterialId.nullable(),
  /** How to photograph, sign or seal it, in plain words. */
  hints: z.array(Text),
  because: z.array(Reason).min(1),
  earlier: z.array(Reason),
  verify: z.boolean(),
})
export type ChecklistItem = z.infer<typeof ChecklistItem>

export const Ask = z.strictObject({ at: z.string(), fact: z.string(), why: z.array(Text) })
export type Ask = z.infer<typeof Ask>

/** What a province says that no program can check: one line for each subject. */
export const Advice = z.strictObject({
  topic: Slug,
  title: Text,
  zh: z.string(),
  en: z.string(),
  sources: z.array(SourceRef).min(1),
  earlier: z.array(Reason),
  verify: z.boolean(),
})
export type Advice = z.infer<typeof Advice>

export const Checklist = z.strictObject({
  format: z.literal('beiqi-checklist/1'),
  rulesVersion: z.string(),
  asOf: IsoDate,
  items: z.array(ChecklistItem),
  findings: z.array(Finding),
  asks: z.array(Ask),
  advice: z.array(Advice),
})
export type Checklist = z.infer<typeof Checklist>

/** What a slot of a portal takes. Bytes are inclusive; sides are pixels. */
export const ImageWindow = z.strictObject({
  formats: z.array(z.enum(['jpeg', 'png'])).min(1),
  minBytes: z.number().int().min(0),
  maxBytes: z.number().int().min(1),
  minShortSide: z.number().int().min(1).optional(),
  minLongSide: z.number().int().min(1).optional(),
  maxSide: z.number().int().min(1).optional(),
})
export type ImageWindow = z.infer<typeof ImageWindow>

/**
 * What `imaging/` reads off one picture's pixels (upright, adjustments applied). What an earlier program did not measure,
 * or what cannot be told from this picture, is null.
 */
export const Measurements = z.strictObject({
  /** Spread of colour after the mean cast is removed, 0 for a grey copy (CIE Lab units). */
  chroma: z.number(),
  /** Mean distance between the highest and the lowest channel of a pixel, 0 to 255: 0 where there is no colour at all. */
  colour: z.number().nullable().default(null),
  /** Mean lightness, 0 to 100. */
  lightness: z.number(),
  /** Lightness of the darkest print, and of the paper. */
  ink: z.number().nullable().default(null),
  paper: z.number().nullable().default(null),
  /** Share of pixels at full white, 0 to 1. */
  clipped: z.number(),
  /** Area of the largest patch of full white on a paper that is not, as a share of the document. */
  glare: z.number().nullable().default(null),
  /** Crispness along the direction in which it is worst, in the sharpest tiles; 0 for a blur, 1 for crisp print. */
  sharpness: z.number(),
  /** Share of the frequencies that so many pixels can show that the finest details have: an enlarged picture uses few. */
  detail: z.number().nullable().default(null),
  /** How much the grid of a screen's pixels stands out of the spectrum (natural logarithm of power). */
  grid: z.number().nullable().default(null),
  /** Size of the document in pixels of the original, straightened. */
  document: z.strictObject({ width: z.number(), height: z.number() }).nullable().default(null),
  /** How sure the best outline of a document is, 0 to 1. */
  outline: z.number().nullable().default(null),
  /** The picture ends inside the document. */
  cutOff: z.boolean().nullable().default(null),
  /** Length of an edge that something skin-coloured lies over, as a share of the document's longer side. */
  covered: z.number().nullable().default(null),
})
export type Measurements = z.infer<typeof Measurements>

/** One upload place of the portal, and the materials that go into it, in order: its own first, then what is joined. */
export const Slot = z.strictObject({
  id: z.string(),
  /** File name in the package, without ending: order and title, "01-主体负责人证件". */
  name: z.string(),
  title: Text,
  parts: z.array(z.strictObject({ material: MaterialId, for: z.string() })).min(1),
  window: ImageWindow,
  layout: Layout,
  /** White between the pictures in pixels; null: in proportion to their width. */
  gap: z.number().int().min(0).nullable(),
  captions: z.boolean(),
})
export type Slot = z.infer<typeof Slot>

/** The forms that can be filled; each is defined in `assets/forms/`, who signs it in `rules/data/forms.json`. */
export const formIds = [
  'verification-form',
  'authorization-letter-subject',
  'authorization-letter-site',
  'beijing-confirmation',
  'domain-registrant-proof',
  'guangdong-finance-commitment',
  'finance-promotion-letter',
  'site-construction-plan',
  'authenticity-commitment',
  'responsibility-notice',
  'information-service-commitment',
  'no-preapproval-commitment',
  'tutoring-commitment',
  'culture-commitment',
  'situation-statement',
  'domain-attachment',
  'residence-statement',
  'change-statement',
  'domain-authorization',
  'employment-proof',
  'guardian-consent',
] as const
export const FormId = z.enum(formIds)
export type FormId = z.infer<typeof FormId>

/** Why a place of a form stays empty: the hand, the seal or the finger has to do it. */
export const handPlaceWhys = ['signature', 'seal', 'date', 'fingerprint', 'handwritten'] as const
/** Who does it. "signer": whoever signs the paper. */
export const handPlaceHands = [
  'signer',
  'applicant',
  'legal-representative',
  'site-responsible',
  'unit',
  'registrant',
  'employer',
  'guardian',
  'provider',
] as const
export const HandPlace = z.strictObject({
  field: Slug,
  title: Text,
  why: z.enum(handPlaceWhys),
  by: z.enum(handPlaceHands),
  /** A signature stamp is refused: the pen only. */
  noStamp: z.boolean().default(false),
  hint: Text,
  sources: z.array(SourceRef).min(1),
})
export type HandPlace = z.infer<typeof HandPlace>

/** What is said of a whole form: how many copies, whose template. For how long it is good is in `papers.json`. */
export const FormNote = z.strictObject({ ...Text.shape, sources: z.array(SourceRef).min(1) })
export type FormNote = z.infer<typeof FormNote>

/** How one form is signed for one filing. */
export const Signing = z.strictObject({
  hands: z.array(HandPlace),
  /** The province has a template of its own, which has to be used: ours is then only to copy from. */
  theirs: z.array(FormNote),
  /** null: no source says. */
  copies: FormNote.extend({ count: z.number().int().min(1) }).nullable(),
})
export type Signing = z.infer<typeof Signing>
