/** A rule pack (`beiqi-rulepack/1`): one edition of the data, what is new in it, and applicants it must get right. */
import { z } from 'zod'
import { Filing, IsoDate, MaterialId } from './schema.ts'

export const packFormat = 'beiqi-rulepack/1'

/** Year, month, number: "2026.11.0". */
export const RulesVersion = z.string().regex(/^\d{4}\.\d{2}\.\d{1,4}$/)

const Codes = z.array(z.string().min(1)).max(200)
const Materials = z.array(MaterialId).max(100)

/**
 * What the checklist must answer. Each list that is given is complete: another material or code, or one less, breaks
 * the case. `asks`: the places asked for.
 */
export const Expectation = z
  .strictObject({
    required: Materials.optional(),
    later: Materials.optional(),
    optional: Materials.optional(),
    unknown: Materials.optional(),
    blockers: Codes.optional(),
    warnings: Codes.optional(),
    notes: Codes.optional(),
    asks: Codes.optional(),
  })
  .refine((expect) => Object.keys(expect).length > 0, 'at least one list')
export type Expectation = z.infer<typeof Expectation>

export const GoldenCase = z.strictObject({
  name: z.string().min(1).max(200),
  filing: Filing,
  on: IsoDate,
  expect: Expectation,
})
export type GoldenCase = z.infer<typeof GoldenCase>
export const GoldenCases = z.array(GoldenCase).min(1).max(2000)

export const ChangelogEntry = z.strictObject({
  version: RulesVersion,
  date: IsoDate,
  zh: z.string().min(1).max(5000),
  en: z.string().min(1).max(5000),
})
export const Changelog = z.array(ChangelogEntry).min(1).max(500)
export type Changelog = z.infer<typeof Changelog>

/** As under `rules/data/`; the order is that in which providers are offered and rules are applied. */
const PackFile = z.strictObject({ name: z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*\.json$/), data: z.unknown() })

export const RulePack = z.strictObject({
  format: z.literal(packFormat),
  version: RulesVersion,
  changelog: Changelog,
  files: z
    .array(PackFile)
    .min(1)
    .max(500)
    .refine((files) => new Set(files.map(({ name }) => name)).size === files.length, 'each file once'),
  golden: GoldenCases,
})
export type RulePack = z.infer<typeof RulePack>

/** SHA-256 of a public key's SPKI form, in hex. */
export const KeyId = z.string().regex(/^[0-9a-f]{64}$/)
/** Ed25519 over `packText` of the pack without this. */
export const Signature = z.strictObject({ key: KeyId, value: z.base64().length(88) })
export const SignedPack = RulePack.extend({ signature: Signature })
export type SignedPack = z.infer<typeof SignedPack>

/** Who may sign: the keys that ship with the program, and those that the person added on purpose. */
export const PackKey = z.strictObject({ title: z.string().min(1).max(200), publicKey: z.string().min(1).max(2000) })
export type PackKey = z.infer<typeof PackKey>
export const PackKeys = z.array(PackKey).max(100)
