/**
 * The shape of what one source says of one province: a fact is one record, whether the program evaluates it
 * (`checked`), only passes it on (`advice`), or cannot use it (`left-out`, with the reason).
 */
import { z } from 'zod'
import { SourceRef } from './answers.ts'
import { Condition } from './condition.ts'
import { scopes } from './facts.ts'
import { FindingAt, MaterialNeed } from './rule.ts'
import { FilingType, IsoDate, MaterialId, provinceCodes, Slug, Text } from './schema.ts'

export const factKinds = ['individual', 'unit', 'both'] as const

/** One consequence of a fact. Several, where one sentence of the source asks for several papers. */
const FactPart = z.strictObject({
  /** The question it answers, where the topic is too wide for it: only answers to one question can contradict. */
  about: Slug.optional(),
  scope: z.enum(scopes),
  when: Condition.optional(),
  need: MaterialNeed.optional(),
  finding: FindingAt.optional(),
  /** The source speaks and permits. */
  allow: z.literal(true).optional(),
  /** Papers that are not taken here: what others ask for becomes optional. */
  refuses: z.array(MaterialId).min(1).optional(),
})
export type FactPart = z.infer<typeof FactPart>

export const FactRecord = z
  .strictObject({
    /** Its id in the research: province, topic, source, number. */
    fact: z.string().regex(/^\d\d\.[a-z-]+\.[A-Z][A-Z0-9]*\.\d+$/),
    topic: Slug,
    appliesTo: z.enum(factKinds),
    filingTypes: z.array(FilingType).min(1).optional(),
    /** Said of the paper form, so only where that is asked for. */
    paperForm: z.literal(true).optional(),
    provider: Slug.optional(),
    /** Any other condition on the filing as a whole. */
    when: Condition.optional(),
    from: IsoDate.optional(),
    until: IsoDate.optional(),
    status: z.enum(['checked', 'advice', 'left-out']),
    /** Why it is left out, or can only be passed on although it reads like a condition. */
    why: Text.optional(),
    zh: z.string().min(1),
    en: z.string().min(1),
    sources: z.array(SourceRef).min(1),
    parts: z.array(FactPart).min(1).optional(),
    /** General rules, or tables under `rules/data/`, that hold it already. */
    by: z.array(z.string()).min(1).optional(),
  })
  .refine(
    ({ status, parts, by }) => (status === 'checked' ? 1 : 0) === (parts ? 1 : 0) + (by ? 1 : 0),
    'a checked fact, and no other, has `parts` or `by`',
  )
  .refine(
    ({ status, why }) => (status === 'left-out' ? why !== undefined : status === 'advice' || why === undefined),
    'a fact left out has a `why`, and one that is checked has none',
  )
export type FactRecord = z.infer<typeof FactRecord>

/** Where sources of one province disagree and the newest is not simply followed. */
export const Precedence = z.strictObject({
  about: Slug,
  appliesTo: z.enum(factKinds),
  /** newest: it decides, with the note; strictest: whatever forbids most decides; warn: what is stricter warns. */
  decides: z.enum(['newest', 'strictest', 'warn']),
  note: Text.optional(),
})
export type Precedence = z.infer<typeof Precedence>

/** "00" is what holds in every province. */
export const everywhere = '00'
export const ProvinceFile = z.strictObject({
  province: z.enum([everywhere, ...provinceCodes]),
  precedence: z.array(Precedence),
  facts: z.array(FactRecord).min(1),
})
export type ProvinceFile = z.infer<typeof ProvinceFile>

/** What a line about such a fact begins with, what to do about a finding, and what a question is for. */
export const FactTopics = z.array(
  z.strictObject({
    id: Slug,
    title: Text,
    lead: Text.optional(),
    fix: Text.optional(),
    check: Text.optional(),
  }),
)
export type FactTopic = z.infer<typeof FactTopics>[number]
