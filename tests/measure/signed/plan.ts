/** What a seed means: which paper was printed for whom, what the hand did and forgot, and how it came back. */
import type { FormId } from '../../../rules/answers.ts'
import { type Chance, chanceOf } from '../scenes/chance.ts'

export type Fault = 'left-empty' | 'seal-misplaced' | 'altered' | 'other-edition' | 'other-paper' | 'cut-off'
export type Alteration = 'fluid' | 'written-over' | 'reprinted'

export interface SignedPlan {
  seed: number
  example: string
  form: FormId
  /** null: all is as it should be. */
  fault: Fault | null
  alteration: Alteration
  capture: 'scan' | 'photo'
  /** Quarter turns of the picture as it comes. */
  turns: 0 | 1 | 2 | 3
}

const papers: readonly { example: string; form: FormId }[] = [
  { example: 'enterprise-jiangsu', form: 'authorization-letter-subject' },
  { example: 'enterprise-jiangsu', form: 'authorization-letter-site' },
  { example: 'enterprise-jiangsu', form: 'no-preapproval-commitment' },
  { example: 'enterprise-jiangsu', form: 'change-statement' },
  { example: 'enterprise-jiangsu', form: 'employment-proof' },
  { example: 'enterprise-jiangsu', form: 'information-service-commitment' },
  { example: 'individual-guangdong-finance', form: 'guangdong-finance-commitment' },
  { example: 'individual-guangdong-finance', form: 'residence-statement' },
  { example: 'individual-guangdong-finance', form: 'situation-statement' },
  { example: 'individual-guangdong-finance', form: 'information-service-commitment' },
  { example: 'individual-beijing', form: 'residence-statement' },
  { example: 'individual-beijing', form: 'domain-authorization' },
  { example: 'individual-beijing', form: 'situation-statement' },
  { example: 'hong-kong-resident', form: 'guardian-consent' },
  { example: 'hong-kong-resident', form: 'situation-statement' },
]

/** Of 20 pictures in a row, 7 are in order, 5 lack something, and each other fault stands in one or two. */
function faultOf(seed: number): Fault | null {
  const order: readonly (Fault | null)[] = [
    ...[null, 'left-empty', 'altered', null, 'left-empty', 'other-edition', null, 'seal-misplaced', 'left-empty'],
    ...[null, 'cut-off', 'altered', null, 'left-empty', 'other-edition', null, 'seal-misplaced', 'left-empty'],
    ...['cut-off', null, 'altered', 'other-paper'],
  ] as (Fault | null)[]
  return order[seed % order.length] ?? null
}

export function signedPlan(seed: number): SignedPlan {
  const chance: Chance = chanceOf(seed, 'signed')
  const fault = faultOf(seed)
  const fitting = papers.filter(({ example }) => fault !== 'seal-misplaced' || example === 'enterprise-jiangsu')
  return {
    seed,
    ...chance.pick(fitting),
    fault,
    alteration: chance.pick(['fluid', 'written-over', 'reprinted'] as const),
    capture: chance.is(0.5) ? 'scan' : 'photo',
    turns: chance.pick([0, 0, 0, 0, 1, 2, 2, 3] as const),
  }
}
