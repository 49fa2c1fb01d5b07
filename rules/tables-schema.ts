/** The shapes of the tables in `rules/data/`: strict, so that a slip of the pen is an error and not a silence. */
import { z } from 'zod'
import { ImageWindow, SourceRef } from './answers.ts'
import { CertificateType } from './certificate-types.ts'
import { FindingCode } from './overruled-schema.ts'
import { MaterialId, Nature, PaperKind, personRegions, provinceCodes, Slug, Text } from './schema.ts'

const Sources = z.array(SourceRef).min(1)
const ProvinceCode = z.enum(provinceCodes)

export const Version = z.strictObject({ version: z.string().regex(/^\d{4}\.\d{2}\.\d+$/) })

export const SourceTable = z.record(
  Slug,
  z.strictObject({
    title: Text,
    vintage: z.string().min(4),
    /** provider: its own documentation; digest: made of it by the provider; copy: a third party's copy of a notice. */
    /** Last day that its vintage reaches to: the newest speaks. */
    ends: z.iso.date().brand<'IsoDate'>(),
    /** How long it is believed without asking; null: until something newer is known (laws, standards). */
    shelfLifeMonths: z.number().int().min(1).nullable(),
    reliability: z.enum(['official', 'provider', 'digest', 'copy', 'standard', 'own']),
  }),
)

/** How old a paper may be on the day of submission. Of those that fit a filing, the first one counts. */
export const PaperWindow = z.strictObject({
  id: Slug,
  materials: z.array(MaterialId).min(1),
  /** Absent: every kind, province or provider. */
  kinds: z.array(PaperKind).min(1).optional(),
  provinces: z.array(ProvinceCode).min(1).optional(),
  providers: z.array(Slug).min(1).optional(),
  /** Counted from its date; the last day counts as within. */
  within: z.union([
    z.strictObject({ months: z.number().int().min(1) }),
    z.strictObject({ days: z.number().int().min(1) }),
  ]),
  /** It stops the filing, and the date is asked for; else it only warns, and where nothing is written it is silent. */
  strict: z.boolean(),
  zh: z.string().min(1),
  en: z.string().min(1),
  fix: Text,
  sources: Sources,
})
export type PaperWindow = z.infer<typeof PaperWindow>

/** Kinds of a paper that a province does not take in the place of another one. */
export const PaperRefusal = z.strictObject({
  id: Slug,
  materials: z.array(MaterialId).min(1),
  kinds: z.array(PaperKind).min(1),
  provinces: z.array(ProvinceCode).min(1),
  zh: z.string().min(1),
  en: z.string().min(1),
  fix: Text,
  sources: Sources,
})

export type PaperRefusal = z.infer<typeof PaperRefusal>

export const PaperTable = z.strictObject({
  kinds: z.array(z.strictObject({ id: PaperKind, title: Text, materials: z.array(MaterialId).min(1) })),
  windows: z.array(PaperWindow).min(1),
  refusals: z.array(PaperRefusal),
})

export const ProvinceTable = z.array(z.strictObject({ code: ProvinceCode, title: Text }))

/**
 * Whether an uploaded picture may carry a purpose watermark (水印). exact: `words` and nothing else; free: short words
 * of one's own that cover nothing; unknown: nobody says, which is no permission.
 */
const Watermark = z
  .strictObject({
    policy: z.enum(['forbidden', 'exact', 'free', 'unknown']),
    words: z.array(z.string().min(1)).min(1).optional(),
    note: Text,
    sources: Sources,
  })
  .refine(({ policy, words }) => (policy === 'exact') === (words !== undefined), '`exact`, and no other, has `words`')

const Sourced = { ...Text.shape, sources: Sources }

/** What a provider calls a paper on its pages; `for` and `provinces` say whose and where, absent: all. */
const PaperName = z.strictObject({
  ...Sourced,
  material: MaterialId,
  for: z.enum(['subject', 'service']).optional(),
  provinces: z.array(ProvinceCode).min(1).optional(),
})

/** Papers that its app photographs live, so that no file goes in there: what its web page takes is another matter. */
const LiveCapture = z.strictObject({
  ...Sourced,
  from: z.iso.date().brand<'IsoDate'>(),
  materials: z.array(MaterialId).min(1),
  /** Said with each of these papers. */
  hint: Text,
})

const SlotWindow = z.strictObject({ window: ImageWindow, note: Text, sources: Sources })
export const Provider = z.strictObject({
  id: Slug,
  title: Text,
  /** Printed on forms as the access provider; null: no company of that name. */
  formName: z.string().min(1).nullable(),
  /** The window of every slot, and of the materials whose slot has another one. */
  windows: z.strictObject({ default: SlotWindow, overrides: z.partialRecord(MaterialId, SlotWindow).optional() }),
  auxiliary: z.strictObject({ policy: z.enum(['stitch', 'separate']), note: Text, sources: Sources }),
  watermark: Watermark,
  /** Done in the provider's own app, so nothing is uploaded. */
  inApp: z.array(MaterialId),
  liveCapture: LiveCapture.optional(),
  /** The first that fits; a paper without one keeps its general name. */
  names: z.array(PaperName).default([]),
  /** Most pictures beside the basic papers; absent: nobody says. */
  attachments: z.strictObject({ ...Sourced, most: z.number().int().min(1) }).optional(),
  /** What it calls the code that ties a server to a filing (备案服务号). */
  filingCode: z.strictObject(Sourced).optional(),
  sources: Sources,
})
export type Provider = z.infer<typeof Provider>

const ServerProduct = z.strictObject({
  id: Slug,
  title: Text,
  /** Whether a filing can be made on it at all. */
  fileable: z.boolean(),
  billing: z.enum(['subscription', 'any']),
  minPeriodMonths: z.number().int().min(1).nullable(),
  minRemainingMonths: z.number().min(0).nullable(),
  publicBandwidth: z.boolean(),
  mainlandOnly: z.boolean(),
  minOrderCny: z.number().min(0).nullable(),
  /** Filing codes (备案服务号) that one gives; null: not published. */
  codes: z.number().int().min(0).nullable(),
  codesPer: z.enum(['instance', 'account', 'ip']).nullable(),
  note: Text.optional(),
  sources: Sources,
})
export type ServerProduct = z.infer<typeof ServerProduct>

export const ServerTable = z.strictObject({
  provider: Slug,
  vintage: z.string().min(4),
  note: Text,
  /** Region ids by their beginnings; `elsewhere` is looked at first. null: the table has none. */
  regions: z
    .strictObject({ elsewhere: z.array(z.string()), mainland: z.array(z.string()).min(1), sources: Sources })
    .nullable(),
  products: z.array(ServerProduct).min(1),
  sources: Sources,
})
export type ServerTable = z.infer<typeof ServerTable>

export const SuffixTable = z.strictObject({
  note: Text,
  /** Each edition adds to the one before. */
  editions: z
    .array(z.strictObject({ asOf: z.iso.date(), suffixes: z.array(z.string().min(1)).min(1), sources: Sources }))
    .min(1),
  /** Second levels under which names are registered ("com" under "cn"). */
  secondLevel: z.record(z.string(), z.array(z.string().min(1))),
  sources: Sources,
})

export const RegistrarTable = z.array(
  z.strictObject({
    id: Slug,
    /** The short Chinese name is the one that Beijing wants beside a domain. */
    title: Text,
    aliases: z.array(z.string()),
    standing: z.enum(['domestic', 'international']),
    sources: Sources,
  }),
)

export const TopicTable = z.array(
  z.strictObject({
    id: Slug,
    title: Text,
    preapproval: z
      .strictObject({
        status: z.enum(['in-force', 'by-keyword', 'cancelled']),
        permit: Text,
        authority: Text,
        /** Words in names and scopes that are taken for it, everywhere and in some provinces. Crude: they warn. */
        words: z.array(z.string().min(1)).optional(),
        provinceWords: z.partialRecord(ProvinceCode, z.array(z.string().min(1))).optional(),
        /** Provinces where an older source still has it. */
        keptIn: z.array(ProvinceCode).optional(),
        sources: Sources,
      })
      .optional(),
  }),
)

/** Why filings are refused, as providers publish it: the findings that warn of it, and what no program can see. */
export const RejectionTable = z.array(
  z
    .strictObject({ ...Sourced, id: Slug, checks: z.array(FindingCode), unseen: Text.optional() })
    .refine(({ checks, unseen }) => checks.length > 0 || unseen !== undefined, 'either `checks` or why it is `unseen`'),
)

const Words = z.array(z.string().min(1))
export const SiteNameTable = z.strictObject({
  statePrefixes: Words,
  sensitiveWords: Words,
  personalWords: Words,
  provinceWords: z.partialRecord(ProvinceCode, Words),
  sources: Sources,
})

export const CertificateTable = z.strictObject({
  types: z.array(
    z.strictObject({
      id: CertificateType,
      title: Text,
      kind: z.enum(['person', 'unit']),
      /** Whose residents may use it. */
      regions: z.array(z.enum(personRegions)).min(1).optional(),
    }),
  ),
  natures: z.array(z.strictObject({ id: Nature, title: Text, accepts: z.array(CertificateType).min(1) })),
  sources: Sources,
})

/** From the least to the most. */
const Range = z.tuple([z.number(), z.number()])
const ByAge = z.strictObject({ modern: z.number().positive(), legacy: z.number().positive() })

const Share = z.number().min(0).max(1)
export const KeepOut = z.strictObject({ what: Text, left: Share, top: Share, width: Share, height: Share })
export type KeepOut = z.infer<typeof KeepOut>

/** How far a tone may go and the document still be what was photographed; see `tone.ts`. */
export const ToneLimits = z.strictObject({ red: Range, blue: Range, brightness: Range, contrast: Range })
export type ToneLimits = z.infer<typeof ToneLimits>

/** What a picture may become on its way into a slot. */
export const Joining = z.strictObject({
  /** What was measured, and why these numbers. */
  note: Text,
  tone: ToneLimits,
  /** A slot that takes no more bytes than this is a legacy one: its users know that it is coarse. */
  legacyBytes: z.number().int().positive(),
  /** JPEG quality: the width gives way before it falls below `lowest`; `last` is for where the width cannot. */
  quality: z.strictObject({ lowest: z.number().int().min(1).max(100), last: ByAge }),
  print: z.strictObject({
    /** Pixels of height below which small print is lost. */
    leastPixels: ByAge,
    /** Height in millimetres of the smallest print that a reviewer reads: on a card, and on a sheet. */
    cardMm: z.number().positive(),
    sheetMm: z.number().positive(),
  }),
  /** Pixels of a part's width at which nothing is lost to the eye: bytes go to quality before they go to more pixels. */
  comfortableWidth: z.number().int().positive(),
  /** Where a watermark never lies, in shares of a card's width and height as it is held to be read; on top of these come
   * print, pictures and colour, which are measured. */
  keepOut: z.strictObject({ card: z.array(KeepOut) }),
  sources: Sources,
})
export type Joining = z.infer<typeof Joining>
