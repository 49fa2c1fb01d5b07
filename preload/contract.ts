/**
 * Every call from the window (or a terminal) to the engine, declared once: name, input, output.
 * The engine checks the input at its door; the shell and the window use only the types.
 * A long call carries a `task`, under which progress is told and with which it can be cancelled.
 */
import { z } from 'zod'
import { Checklist, Finding } from '../rules/answers.ts'
import { Deadline } from '../rules/deadline-schema.ts'
import { ChecklistDiff } from '../rules/diff.ts'
import { Layout } from '../rules/joining.ts'
import { FindingCode } from '../rules/overruled-schema.ts'
import { Adjustment, Corners, Filing, IsoDate, MaterialId, Slug, Text, Tone } from '../rules/schema.ts'
import { ToneLimits } from '../rules/tables-schema.ts'
import { blankCalls } from './blank-calls.ts'
import { Id, mostFilings, Nothing, Path, Task } from './call-parts.ts'
import { clientCalls } from './client-calls.ts'
import { Language } from './client-views.ts'
import type { FailureData } from './failures.ts'
import { FilingFiles, Library } from './filing-files.ts'
import { formCalls } from './form-calls.ts'
import { ImageSource, pictureCalls } from './picture-calls.ts'
import { printCalls } from './print-calls.ts'
import { readingCalls } from './reading-calls.ts'
import { signedCalls } from './signed-calls.ts'
import {
  BatchResult,
  FactReport,
  FilingView,
  ImageView,
  PackageResult,
  Picture,
  Place,
  RulesState,
  SlotView,
  StitchResult,
  TrustedKey,
  WatermarkView,
} from './views.ts'

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes')

const FitInput = {
  layout: Layout,
  provider: Slug.nullable(),
  material: MaterialId.nullable(),
  width: z.number().int().min(1).max(20_000).nullable(),
  minBytes: z.number().int().min(0).nullable(),
  maxBytes: z.number().int().min(1).nullable(),
  gap: z.number().int().min(0).max(500).nullable().default(null),
  /** Written above the pictures, in their order. */
  captions: z.array(z.string().max(100).nullable()).max(100).default([]),
  watermark: z.string().trim().min(1).max(60).nullable().default(null),
}
/** `language`: of the printable summary. `keepCopies`: where copies marked with whose they are and what for go. */
const PackageInput = {
  out: Path,
  on: IsoDate,
  language: Language.default('zh'),
  keepCopies: Path.nullable().default(null),
  /** Also reads pictures that are not yet read, so that their text is judged too. */
  read: z.boolean().default(true),
}
/** Each package is whole or not there; copies to keep are made one filing at a time. */
const { keepCopies: _one, ...BatchInput } = PackageInput
/** What a filing could be changed to, to see what that would change. */
const WhatIf = Filing.pick({ provider: true, province: true, filingType: true, paperForm: true }).extend({
  on: IsoDate.optional(),
})
/** `changed`: the stored filings whose checklist is another one than under the previous edition. */
const RulesChange = RulesState.extend({
  previous: z.string(),
  changed: z.array(z.strictObject({ client: Id, clientName: z.string(), filing: Id, diff: ChecklistDiff })),
})
const TakenIn = z.array(
  z.union([z.strictObject({ image: ImageView }), z.strictObject({ failure: z.custom<FailureData>() })]),
)

export const calls = {
  'engine/state': {
    input: Nothing,
    output: z.strictObject({
      version: z.string(),
      rulesVersion: z.string(),
      dataFolder: z.string(),
    }),
  },
  'catalog/get': {
    input: Nothing,
    output: z.strictObject({
      provinces: z.array(z.strictObject({ code: z.string(), title: Text })),
      /** `watermark`: what may be written on uploads; `words`: nothing but these. */
      providers: z.array(z.strictObject({ id: Slug, title: Text, watermark: WatermarkView })),
      products: z.array(z.strictObject({ id: Slug, title: Text })),
      registrars: z.array(z.strictObject({ id: Slug, title: Text })),
      topics: z.array(z.strictObject({ id: Slug, title: Text })),
      materials: z.array(z.strictObject({ id: MaterialId, title: Text })),
      sources: z.record(z.string(), z.strictObject({ title: Text, vintage: z.string() })),
      /** How far a tone may be changed. */
      tone: ToneLimits,
    }),
  },

  ...clientCalls,

  'sample/add': { input: z.strictObject({ task: Task }), output: FilingView },

  'filing/create': { input: z.strictObject({ client: Id, filing: Filing }), output: FilingView },
  'filing/get': { input: z.strictObject({ filing: Id }), output: FilingView },
  'filing/save': {
    input: z.strictObject({ filing: Id, revision: z.number().int(), data: Filing }),
    output: FilingView,
  },
  'filing/remove': { input: z.strictObject({ filing: Id }), output: Nothing },
  /** Reads a filing file with its pictures into the store; a null client makes one named after the subject. */
  'filing/import': { input: z.strictObject({ task: Task, client: Id.nullable(), path: Path }), output: FilingView },
  /** Writes `filing.json` and the untouched originals into a folder. */
  'filing/export': {
    input: z.strictObject({ task: Task, filing: Id, out: Path }),
    output: z.strictObject({ out: z.string(), files: z.array(z.string()) }),
  },
  'filing/checklist': {
    input: z.strictObject({ filing: Id, on: IsoDate }),
    output: z.strictObject({ checklist: Checklist, slots: z.array(SlotView), deadline: Deadline }),
  },
  /** What would change in the checklist if some of the facts, or the day, were other ones. Nothing is saved. */
  'filing/checklist-diff': {
    input: z.strictObject({ filing: Id, on: IsoDate, change: WhatIf }),
    output: ChecklistDiff,
  },

  'image/take-in': {
    input: z.strictObject({ task: Task, filing: Id, paths: z.array(Path).min(1).max(500), place: Place.nullable() }),
    output: TakenIn,
  },
  'image/paste': {
    input: z.strictObject({ filing: Id, name: z.string().min(1).max(255), bytes: Bytes, place: Place.nullable() }),
    output: TakenIn,
  },
  'image/list': { input: z.strictObject({ filing: Id }), output: z.array(ImageView) },
  'image/move': {
    input: z.strictObject({ image: Id, place: Place.nullable(), position: z.number().int().min(0) }),
    output: z.array(ImageView),
  },
  'image/adjust': {
    input: z.strictObject({ image: Id, adjustments: z.array(Adjustment).max(100) }),
    output: ImageView,
  },
  'image/suggest-corners': {
    input: z.strictObject({ image: Id }),
    output: z.strictObject({ corners: Corners.nullable(), offered: Corners.nullable(), confidence: z.number() }),
  },
  /** Uses the picture in spite of a finding, for a reason; null takes that back. */
  'image/overrule': {
    input: z.strictObject({ image: Id, code: FindingCode, reason: z.string().trim().min(1).max(300).nullable() }),
    output: ImageView,
  },
  /** The tone that makes the paper of a picture neutral and light, within what is allowed; null: no paper was found. */
  'image/suggest-tone': {
    input: z.strictObject({ image: Id, adjustments: z.array(Adjustment).max(100) }),
    output: Tone.nullable(),
  },
  'image/remove': { input: z.strictObject({ image: Id }), output: z.array(ImageView) },
  /** Takes a removal back, until the program is next opened. */
  'image/restore': { input: z.strictObject({ image: Id }), output: z.array(ImageView) },
  /** A JPEG for the screen, no side longer than `side`. */
  'image/preview': {
    input: z.strictObject({ image: Id, adjusted: z.boolean(), side: z.number().int().min(16).max(4096) }),
    output: Picture,
  },
  /** The slot as it will be uploaded, at its real bytes and pixels. */
  'slot/preview': {
    input: z.strictObject({ filing: Id, slot: z.string(), on: IsoDate }),
    /** `unmarked`: why it does not carry the filing's watermark; null: it does, or has none. */
    output: z.strictObject({ picture: Bytes, result: StitchResult, unmarked: Finding.nullable() }),
  },

  ...formCalls,
  ...pictureCalls,
  ...printCalls,
  ...readingCalls,
  ...blankCalls,
  ...signedCalls,

  'package/write': {
    input: z.strictObject({ task: Task, filing: Id, ...PackageInput }),
    output: PackageResult,
  },
  /** The packages of several filings, each in a folder of its own inside `out`. */
  'package/write-all': {
    input: z.strictObject({ task: Task, filings: z.array(Id).min(1).max(mostFilings), ...BatchInput }),
    output: BatchResult,
  },
  'rules/state': { input: Nothing, output: RulesState },
  'rules/report': { input: Nothing, output: FactReport.extend({ version: z.string() }) },
  /** Takes a signed rule pack into use, whole or not at all. `older`: also one that is not newer than what is in use. */
  'rules/import': {
    input: z.strictObject({ path: Path, older: z.boolean().default(false), on: IsoDate }),
    output: RulesChange,
  },
  /** Back to the rules that came with the program. */
  'rules/revert': { input: z.strictObject({ on: IsoDate }), output: RulesChange },
  /** A public key before it is trusted: its fingerprint, the name of its file, and as whose it is trusted already. */
  'rules/key': {
    input: z.strictObject({ path: Path }),
    output: z.strictObject({ id: z.string(), file: z.string(), knownAs: z.string().nullable() }),
  },
  /** Adds a public key whose packs may be imported. */
  'rules/trust': {
    input: z.strictObject({ path: Path, title: z.string().trim().min(1).max(200).nullable() }),
    output: TrustedKey,
  },
  /**
   * Takes a key that was added out of the trusted ones, by the beginning of its fingerprint. `change`: a pack in use was
   * signed by it, so the shipped rules speak again.
   */
  'rules/distrust': {
    input: z.strictObject({ key: z.string().trim().min(1).max(100), on: IsoDate }),
    output: z.strictObject({ id: z.string(), title: z.string(), change: RulesChange.nullable() }),
  },
  /** Makes a signed pack of a folder laid out like `rules/data/`. */
  'rules/pack': {
    input: z.strictObject({ folder: Path, key: Path, out: Path }),
    output: z.strictObject({
      out: z.string(),
      version: z.string(),
      key: z.string(),
      bytes: z.number().int(),
      files: z.number().int(),
      golden: z.number().int(),
    }),
  },
  'task/cancel': { input: z.strictObject({ task: Task }), output: Nothing },

  // The same work on files, for a terminal: nothing is stored.
  'file/checklist': {
    input: z.strictObject({ filing: Filing, on: IsoDate }),
    output: Checklist.extend({ deadline: Deadline }),
  },
  'file/checklist-diff': {
    input: z.strictObject({ filing: Filing, on: IsoDate, change: WhatIf }),
    output: ChecklistDiff,
  },
  'file/stitch': {
    input: z.strictObject({ images: z.array(ImageSource).min(1).max(100), out: Path, ...FitInput }),
    output: StitchResult.extend({ out: z.string() }),
  },
  /** `base`: the folder that the filing's file names are relative to. */
  'file/package': {
    input: z.strictObject({
      task: Task,
      filing: Filing,
      base: Path,
      ...Library,
      ...PackageInput,
    }),
    output: PackageResult,
  },
  /** The same of several filings, named by `file`, each in a folder of its own inside `out`. */
  'file/package-all': {
    input: z.strictObject({
      task: Task,
      filings: FilingFiles,
      ...Library,
      ...BatchInput,
    }),
    output: BatchResult,
  },
} as const

export type CallName = keyof typeof calls
export type Input<Name extends CallName> = z.input<(typeof calls)[Name]['input']>
export type Checked<Name extends CallName> = z.output<(typeof calls)[Name]['input']>
export type Output<Name extends CallName> = z.output<(typeof calls)[Name]['output']>

export type Reply<Name extends CallName = CallName> =
  | { ok: true; value: Output<Name> }
  | { ok: false; failure: FailureData }
