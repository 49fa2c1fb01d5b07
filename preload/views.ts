/** What the window is shown of filings, pictures, slots, forms and rules. */
import { z } from 'zod'
import { Finding, ImageWindow, Measurements } from '../rules/answers.ts'
import { Layout } from '../rules/joining.ts'
import { Changelog } from '../rules/pack-schema.ts'
import { DocumentReading, Offer } from '../rules/reading/schema.ts'
import { Adjustment, Corners, Filing, IsoDate, MaterialId, PageNumber, Text } from '../rules/schema.ts'
import type { FailureData } from './failures.ts'

const Id = z.uuid()
const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes')

/** `revision` grows with each save; saving over a newer one fails with `filing.stale`. */
export const FilingView = z.strictObject({
  id: Id,
  client: Id,
  clientName: z.string(),
  revision: z.number().int(),
  updatedAt: z.string(),
  filing: Filing,
})
export type FilingView = z.infer<typeof FilingView>

/** Where a picture belongs: a material of the subject, or of one service ("services[0]"). */
export const Place = z.strictObject({ material: MaterialId, for: z.string() })
export type Place = z.infer<typeof Place>

export const ImageView = z.strictObject({
  id: Id,
  filing: Id,
  /** Of the original's file. */
  name: z.string(),
  format: z.string(),
  /** Which page of the original, counted from 1; null: the original is one picture. */
  page: PageNumber.nullable(),
  /** Which of the filing's pictures with this name and page, counted from 1. */
  nth: z.number().int(),
  bytes: z.number().int(),
  /** Upright size of the original, in pixels. */
  width: z.number().int(),
  height: z.number().int(),
  adjustments: z.array(Adjustment),
  /** null: in the tray, not yet given a place. */
  place: Place.nullable(),
  position: z.number().int(),
  findings: z.array(Finding),
  /** null: not read. */
  reading: DocumentReading.nullable(),
  /** It is not read with these adjustments yet, and can be. */
  toRead: z.boolean(),
  /** What it can tell the filing. */
  offers: z.array(Offer),
})
export type ImageView = z.infer<typeof ImageView>

/** One upload place of the portal, and the materials that go into it, in order. */
export const SlotView = z.strictObject({
  id: z.string(),
  /** File name in the package, without ending: order and title, "01-主体负责人证件". */
  name: z.string(),
  title: Text,
  parts: z.array(Place),
  window: ImageWindow,
  layout: Layout,
  gap: z.number().int().nullable(),
  captions: z.boolean(),
})
export type SlotView = z.infer<typeof SlotView>

export const WatermarkView = z.strictObject({
  policy: z.enum(['forbidden', 'exact', 'free', 'unknown']),
  words: z.array(z.string()),
  note: Text,
})

export const Picture = z.strictObject({ bytes: Bytes, width: z.number().int(), height: z.number().int() })

export const StitchResult = z.strictObject({
  width: z.number().int(),
  height: z.number().int(),
  bytes: z.number().int(),
  quality: z.number().int(),
  /** Pixels of height of the smallest print, told by the size of the papers. */
  print: z.number().int(),
  window: ImageWindow,
  fits: z.literal(true),
})
export type StitchResult = z.infer<typeof StitchResult>

export const PackageFile = z.strictObject({
  slot: z.string(),
  name: z.string(),
  bytes: z.number().int(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** What the pictures in it are called (`pictureName`), in order. */
  from: z.array(z.string()),
})
export const PackageResult = z.strictObject({
  format: z.literal('beiqi-package/1'),
  out: z.string(),
  rulesVersion: z.string(),
  asOf: IsoDate,
  files: z.array(PackageFile),
  missing: z.array(z.strictObject({ material: MaterialId, for: z.string(), title: Text, need: z.string() })),
  findings: z.array(Finding),
})
export type PackageResult = z.infer<typeof PackageResult>

/** Packages of several filings: each was made, or says why not. */
export const BatchResult = z.strictObject({
  out: z.string(),
  packages: z.array(
    z.strictObject({
      /** Its id, or the file it was read from. */
      filing: z.string(),
      /** Of its folder inside `out`. */
      name: z.string(),
      result: PackageResult.nullable(),
      failure: z.custom<FailureData>().nullable(),
    }),
  ),
})
export type BatchResult = z.infer<typeof BatchResult>

export const Inspection = z.strictObject({
  file: z.string(),
  page: PageNumber.nullable(),
  format: z.string(),
  bytes: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  corners: Corners.nullable(),
  /** How sure the corners are, 0 to 1. */
  confidence: z.number(),
  measurements: Measurements,
  findings: z.array(Finding),
  /** What stands on it; null: it was not read. */
  reading: DocumentReading.nullable(),
})
export type Inspection = z.infer<typeof Inspection>

export const TrustedKey = z.strictObject({ id: z.string(), title: z.string(), origin: z.enum(['shipped', 'added']) })
export const RulesState = z.strictObject({
  version: z.string(),
  shippedVersion: z.string(),
  origin: z.enum(['shipped', 'pack']),
  importedAt: z.string().nullable(),
  /** Fingerprint of the key that signed the pack in use. */
  key: z.string().nullable(),
  changelog: Changelog,
  /** Why an imported pack is not in use; the shipped rules speak then. */
  damaged: z.custom<FailureData>().nullable(),
  keys: z.array(TrustedKey),
})
/** Every fact that was taken in, counted once: evaluated, passed on as advice, or left out and why. */
const Counts = { total: z.int(), checked: z.int(), advice: z.int() }
export const FactReport = z.strictObject({
  ...Counts,
  leftOut: z.array(z.strictObject({ fact: z.string(), why: Text })),
  onlyPassedOn: z.array(z.strictObject({ fact: z.string(), why: Text })),
  rejections: z.strictObject({
    total: z.int(),
    checked: z.int(),
    unseen: z.array(Text.extend({ why: Text })),
  }),
  byProvince: z.array(z.strictObject({ code: z.string(), title: Text, ...Counts, leftOut: z.int() })),
})
