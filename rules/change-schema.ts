/** What a change filing is about. */
import { z } from 'zod'

export const changeKinds = [
  'unit-rename',
  'unit-to-unit',
  'unit-to-individual',
  'individual-to-individual',
  'individual-to-unit',
  'credit-code-changed',
  'other',
] as const
/** What a change filing changes of the subject. */
export const Change = z.strictObject({
  kinds: z.array(z.enum(changeKinds)).max(changeKinds.length).optional(),
  /** From an individual to a unit whose legal representative that individual is. */
  toOwnUnit: z.boolean().optional(),
  /** From a unit to another one with the same legal representative. */
  sameLegalRepresentative: z.boolean().optional(),
})
