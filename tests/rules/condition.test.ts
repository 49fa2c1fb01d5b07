import { expect, test } from 'vitest'
import { Condition, evaluate, type Reading } from '../../rules/condition.ts'

const facts: Record<string, Reading> = {
  count: { value: 31, at: 'n' },
  thirty: { value: 30, at: 'm' },
  yes: { value: true, at: 'y' },
  province: { value: '44', at: 'p' },
  topics: { value: ['finance', 'news'], at: 't' },
  none: { value: [], at: 't' },
  open: { missing: 'o' },
  other: { missing: 'q' },
  atLeast40: { missing: 'c', atLeast: 40 },
}
const read = (name: string) => facts[name] ?? { missing: name }
const unknown = (name: string) => ({
  truth: 'unknown',
  missing: { name, at: (facts[name] as { missing: string }).missing },
})

test.each<[Condition, unknown]>([
  [{ fact: 'count', gt: 31 }, false],
  [{ fact: 'count', gte: 31 }, true],
  [{ fact: 'thirty', gte: 30 }, true],
  [{ fact: 'thirty', gt: 30 }, false],
  [{ fact: 'count', lt: 31 }, false],
  [{ fact: 'count', lte: 31 }, true],
  [{ fact: 'province', is: '44' }, true],
  [{ fact: 'province', in: ['11', '44'] }, true],
  [{ fact: 'province', 'not-in': ['11'] }, true],
  [{ fact: 'province', 'not-in': ['44'] }, false],
  [{ fact: 'topics', is: 'finance' }, true],
  [{ fact: 'topics', in: ['game', 'news'] }, true],
  [{ fact: 'topics', 'not-in': ['news'] }, false],
  [{ fact: 'none', is: 'finance' }, false],
  [{ all: [] }, true],
  [{ not: { fact: 'yes', is: true } }, false],
])('%j is %s', (condition, truth) => {
  expect(evaluate(condition, read).truth).toBe(truth)
})

test.each<[string, Condition, unknown]>([
  [
    'asks only for the first that blocks',
    {
      all: [
        { fact: 'open', is: 1 },
        { fact: 'other', is: 1 },
      ],
    },
    unknown('open'),
  ],
  [
    'a false part settles it, wherever it stands',
    {
      all: [
        { fact: 'open', is: 1 },
        { fact: 'yes', is: false },
      ],
    },
    false,
  ],
  [
    'a true part settles it',
    {
      any: [
        { fact: 'open', is: 1 },
        { fact: 'yes', is: true },
      ],
    },
    true,
  ],
  [
    'no true part, one unknown',
    {
      any: [
        { fact: 'yes', is: false },
        { fact: 'other', is: 1 },
      ],
    },
    unknown('other'),
  ],
  ['not knowing is not the opposite', { not: { fact: 'open', is: 1 } }, unknown('open')],
  ['a floor is enough above', { fact: 'atLeast40', gt: 31 }, true],
  ['a floor is not enough below', { fact: 'atLeast40', gt: 40 }, unknown('atLeast40')],
  ['a floor breaks an upper limit', { fact: 'atLeast40', lt: 40 }, false],
])('%s', (_, condition, expected) => {
  const outcome = evaluate(condition, read)
  expect(typeof expected === 'boolean' ? outcome.truth : outcome).toEqual(expected)
})

test('a true condition carries the facts that made it so, a negated one those that made it false', () => {
  const condition: Condition = {
    all: [
      { fact: 'province', is: '44' },
      {
        any: [
          { fact: 'yes', is: false },
          { fact: 'count', gt: 30 },
        ],
      },
      { not: { fact: 'yes', is: false } },
    ],
  }
  expect(evaluate(condition, read)).toEqual({
    truth: true,
    facts: [
      { name: 'province', at: 'p', value: '44' },
      { name: 'count', at: 'n', value: 31 },
      { name: 'yes', at: 'y', value: true },
    ],
  })
})

test.each([
  { fact: 'a' },
  { fact: 'a', is: 1, gt: 2 },
  { fact: 'a', gt: '31' },
  { all: {} },
  { any: [] },
  { fact: 'a', above: 3 },
])('%j is no condition', (broken) => {
  expect(Condition.safeParse(broken).success).toBe(false)
})
