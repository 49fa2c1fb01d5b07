/**
 * Conditions over named facts, in three values: true with the facts that made it so, false, or unknown with what
 * is missing. Exact: 31 passes `gt 31` by failing it, 30 triggers `gte 30`.
 */
import { z } from 'zod'

export type FactValue = boolean | number | string | readonly string[]

/** A fact as it was read: its value and where it stands in the filing, or where it would have to be filled in. */
export type Reading =
  | { value: FactValue; at: string }
  /** `atLeast`: the number is not known, but it is no smaller. */
  | { missing: string; atLeast?: number }

const Scalar = z.union([z.string(), z.number(), z.boolean()])
const Scalars = z.array(Scalar).min(1)
const operators = ['is', 'in', 'not-in', 'contains', 'gt', 'gte', 'lt', 'lte'] as const
export type Operator = (typeof operators)[number]

const Test = z
  .strictObject({
    fact: z.string(),
    is: Scalar.optional(),
    in: Scalars.optional(),
    'not-in': Scalars.optional(),
    /** Of a text: any of these stands in it. */
    contains: z.array(z.string().min(1)).min(1).optional(),
    gt: z.number().optional(),
    gte: z.number().optional(),
    lt: z.number().optional(),
    lte: z.number().optional(),
  })
  .refine((test) => operators.filter((operator) => test[operator] !== undefined).length === 1, {
    message: `exactly one of ${operators.join(', ')}`,
  })
export type Test = z.infer<typeof Test>

export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | Test

/** `{ "all": [] }` is always true. An operator on a list of words asks whether the list has (one of) them. */
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
    Test,
  ]),
)

export interface UsedFact {
  name: string
  at: string
  value: FactValue
}
export interface MissingFact {
  name: string
  at: string
}
export type Outcome =
  | { truth: true; facts: UsedFact[] }
  | { truth: false; facts: UsedFact[] }
  | { truth: 'unknown'; missing: MissingFact }

export function operatorOf(test: Test): Operator {
  const found = operators.find((operator) => test[operator] !== undefined)
  if (found === undefined) throw new Error(`a test of ${test.fact} has no operator`)
  return found
}

/** Every test in a condition, wherever it is nested. */
export function testsIn(condition: Condition): Test[] {
  if ('all' in condition) return condition.all.flatMap(testsIn)
  if ('any' in condition) return condition.any.flatMap(testsIn)
  if ('not' in condition) return testsIn(condition.not)
  return [condition]
}

/**
 * Reads facts only as far as needed. An unknown condition names one missing fact, the first that blocks it: its
 * answer may settle the condition, so that nothing more need be asked. Data puts the most general test first.
 */
export function evaluate(condition: Condition, read: (fact: string) => Reading): Outcome {
  if ('all' in condition) return combine(condition.all, true, read)
  if ('any' in condition) return combine(condition.any, false, read)
  if ('not' in condition) {
    const inner = evaluate(condition.not, read)
    return inner.truth === 'unknown' ? inner : { truth: !inner.truth, facts: inner.facts }
  }
  return evaluateTest(condition, read(condition.fact))
}

/** `all` (neutral true) ends at the first false, `any` (neutral false) at the first true. */
function combine(parts: readonly Condition[], neutral: boolean, read: (fact: string) => Reading): Outcome {
  const facts: UsedFact[] = []
  let unknown: Outcome | null = null
  for (const part of parts) {
    const outcome = evaluate(part, read)
    if (outcome.truth === 'unknown') {
      unknown ??= outcome
    } else if (outcome.truth !== neutral) {
      return outcome
    } else {
      facts.push(...outcome.facts)
    }
  }
  return unknown ?? { truth: neutral, facts }
}

function evaluateTest(test: Test, reading: Reading): Outcome {
  if ('value' in reading) {
    const facts = [{ name: test.fact, at: reading.at, value: reading.value }]
    return { truth: holds(test, reading.value), facts }
  }
  const settled = reading.atLeast === undefined ? null : settledByFloor(test, reading.atLeast)
  if (settled === null) return { truth: 'unknown', missing: { name: test.fact, at: reading.missing } }
  return { truth: settled, facts: [{ name: test.fact, at: reading.missing, value: reading.atLeast ?? 0 }] }
}

function holds(test: Test, value: FactValue): boolean {
  if (test.is !== undefined) return has(value, test.is)
  if (test.in !== undefined) return test.in.some((wanted) => has(value, wanted))
  if (test['not-in'] !== undefined) return !test['not-in'].some((wanted) => has(value, wanted))
  if (test.contains !== undefined) return test.contains.some((words) => String(value).includes(words))
  return compares(test, Number(value))
}

function has(value: FactValue, wanted: FactValue): boolean {
  return Array.isArray(value) ? value.includes(wanted) : value === wanted
}

function compares(test: Test, value: number): boolean {
  if (test.gt !== undefined) return value > test.gt
  if (test.gte !== undefined) return value >= test.gte
  if (test.lt !== undefined) return value < test.lt
  return test.lte !== undefined && value <= test.lte
}

/** A number that is at least `floor` already passes a lower limit, or already breaks an upper one. */
function settledByFloor(test: Test, floor: number): boolean | null {
  if (test.gt !== undefined && floor > test.gt) return true
  if (test.gte !== undefined && floor >= test.gte) return true
  if (test.lt !== undefined && floor >= test.lt) return false
  if (test.lte !== undefined && floor > test.lte) return false
  return null
}
