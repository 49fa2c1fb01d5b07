/** The shape of the table of materials: what a portal may ask for. */
import { z } from 'zod'
import { SourceRef } from './answers.ts'
import { FindingCode } from './overruled-schema.ts'
import { MaterialId, Text } from './schema.ts'

export const MaterialTable = z.array(
  z.strictObject({
    id: MaterialId,
    title: Text,
    group: z.enum(['basic', 'auxiliary', 'other']),
    /** What it is joined with at a provider that has no place for it, by what it belongs to. */
    joinWith: z.strictObject({ subject: MaterialId.nullable(), service: MaterialId.nullable() }),
    hints: z.array(Text).min(1),
    /** Its pictures show a person or a place with a document in it: they are never cut to the document unasked. */
    scene: z.literal(true).optional(),
    /** A blocker that leaves the subject's paper without use: what it asks for makes the paper needless. */
    moot: z.strictObject({ by: FindingCode, ...Text.shape }).optional(),
    sources: z.array(SourceRef).min(1),
  }),
)
