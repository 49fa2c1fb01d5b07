/** What-if: what comes, goes and changes between two provinces, providers, days and editions. */
import { expect, test } from 'vitest'
import { ChecklistDiff, checklistDiff, isUnchanged } from '../../rules/diff.ts'
import { type Changes, checked, individual, unit } from './filings.ts'

function lines({ items, findings, asks }: ChecklistDiff): string[] {
  return [
    ...items.map(({ change, before, after }) => `${change} ${(after ?? before)?.material}`),
    ...findings.map(({ change, before, after }) => `${change} ${(after ?? before)?.code}`),
    ...asks.map(({ change, before, after }) => `${change} ? ${(after ?? before)?.at}`),
  ]
}

interface Case {
  what: string
  base: unknown
  from?: Changes
  to: Changes
  on?: [string, string]
  changes: string[]
  why: RegExp
}

const D = 'services[0].domains[0]'
const cases: Case[] = [
  {
    what: 'a paper of the old province goes',
    base: individual,
    to: { province: '33' },
    changes: ['removed handheld-person'],
    why: /不再适用.*北京/,
  },
  {
    what: 'another provider has a slot for it',
    base: individual,
    to: { provider: 'huawei' },
    changes: ['changed handheld-person'],
    why: /单独的上传位/,
  },
  {
    what: 'another day, another problem',
    base: individual,
    from: { [`${D}.expires`]: '2027-03-01' },
    to: { [`${D}.expires`]: '2027-03-01' },
    on: ['2026-11-24', '2026-12-01'],
    changes: ['added domain.expiring'],
    why: /90|三个月|3 个月/,
  },
  {
    what: 'what becomes unknown is asked for',
    base: unit,
    to: { [`${D}.expires`]: undefined },
    changes: [`added ? ${D}.expires`],
    why: /./,
  },
]

test.each(cases)('$what', ({ base, from = {}, to, on = ['2026-11-24', '2026-11-24'], changes, why }) => {
  const [before, after] = [checked(base, from, on[0]), checked(base, to, on[1])]
  const diff = checklistDiff(before, after)
  expect(ChecklistDiff.parse(diff)).toEqual(diff)
  expect(lines(diff)).toEqual(expect.arrayContaining(changes))
  const [first] = changes
  const told = [...diff.items, ...diff.findings, ...diff.asks].find((_, index) => lines(diff)[index] === first)
  expect(told?.why.map(({ zh }) => zh).join()).toMatch(why)
  expect(told?.why.every(({ en }) => !/[\u4e00-\u9fff]/.test(en.replaceAll('张三', '')))).toBe(true)
})

test('there and back again is the mirror image, and the same list has no changes', () => {
  const [here, there] = [checked(individual), checked(individual, { province: '44', provider: 'tencent' })]
  const mirror = (line: string) => line.replace(/^added|^removed/, (word) => (word === 'added' ? 'removed' : 'added'))
  expect(lines(checklistDiff(there, here)).toSorted()).toEqual(lines(checklistDiff(here, there)).map(mirror).toSorted())
  expect(isUnchanged(checklistDiff(here, here))).toBe(true)
  expect(isUnchanged(checklistDiff(here, there))).toBe(false)
})
