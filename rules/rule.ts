/** The shape of a rule: when it holds, what follows, in both languages, and who said so when. */
import { z } from 'zod'
import { FormId, FormNote, HandPlace, Severity, SourceRef } from './answers.ts'
import { Condition } from './condition.ts'
import { scopes } from './facts.ts'
import { FindingCode } from './overruled-schema.ts'
import { IsoDate, MaterialId, Slug, Text } from './schema.ts'

export const MaterialNeed = z.strictObject({
  material: MaterialId,
  need: z.enum(['required', 'later', 'optional']),
  /** Whose paper it is: the subject's, or the service's that the rule is applied to. */
  for: z.enum(['subject', 'service']),
  /** Other materials that the same paper serves. */
  covers: z.array(MaterialId).optional(),
})

export const FindingAt = z.strictObject({
  code: FindingCode,
  severity: Severity,
  /** The fact whose place in the filing is to be corrected. */
  at: z.string(),
})

export const Rule = z
  .strictObject({
    /** Words joined by hyphens, in groups joined by a dot: "domain.expired". */
    id: z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/),
    scope: z.enum(scopes),
    when: Condition,
    /** What follows: a material is needed, or something is found. */
    need: MaterialNeed.optional(),
    finding: FindingAt.optional(),
    /** First and last day on which the rule holds; absent: as far as the sources reach. */
    from: IsoDate.optional(),
    until: IsoDate.optional(),
    /** Why the material is needed, or what is wrong. `{fact.name}` and `{fact.name|words}` are filled. */
    zh: z.string().min(1),
    en: z.string().min(1),
    /** What to do about a finding. */
    fix: Text.optional(),
    /** What a question is for that this rule has to ask, as a short phrase ("whether the domain has expired"). */
    check: Text.optional(),
    /** Silent where the facts of the filing's province answer this question (`about`) themselves. */
    yieldsTo: Slug.optional(),
    sources: z.array(SourceRef).min(1),
  })
  .refine(({ need, finding }) => (need === undefined) !== (finding === undefined), 'either `need` or `finding`')
export type Rule = z.infer<typeof Rule>
export const RuleFile = z.array(Rule).min(1)

const HandPlaceRule = HandPlace.extend({ when: Condition })
const Note = { ...FormNote.shape, when: Condition }

/** Of one form. A condition is asked of the service that the form is for; unknown counts as true. */
const FormRule = z.strictObject({
  /** Only for papers of the subject, or only for those of a service. */
  for: z.enum(['subject', 'service']).optional(),
  /** Which of several forms for one material it is. */
  when: Condition.optional(),
  hands: z.array(HandPlaceRule).min(1),
  theirs: z.array(z.strictObject(Note)),
  /** The first whose condition holds. */
  copies: z.array(z.strictObject({ ...Note, count: z.number().int().min(1) })),
})
export type FormRule = z.infer<typeof FormRule>
export const FormsFile = z.record(FormId, FormRule)
