// @vitest-environment node
import { expect, test } from 'vitest'
import { asideOf, saidVintage } from '../../renderer/filing/vintage.ts'
import { knowledge } from '../../renderer/text/knowledge.ts'
import type { Reason } from '../../rules/answers.ts'

test.each([
  ['2019-09-12', '2019年9月的资料'],
  ['2021-08..2023-08', '2021–2023年的资料'],
  ['2020-01..2020-07', '2020年1–7月的资料'],
  ['2025-12-31 (digest 2026-07-02)', '2025年12月的资料'],
  ['2023-09 or later (mini-program filing)', '2023年9月或以后的资料'],
  ['2009', '2009年的资料'],
  ['2010s, undated', '2010年代的资料，没有具体日期'],
  ['undated, still online', '没有标明日期，网页仍可查看'],
  ['undated', '没有标明日期的资料'],
  ['sometime', 'sometime'],
])('a vintage of %s is said as %s', (vintage, said) => {
  const { key, params } = saidVintage(vintage)
  expect(knowledge.zh[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name]))).toBe(said)
})

test('a newer source that is not followed is not called an earlier rule', () => {
  const of = (rule: string, vintage: string): Reason => ({
    rule,
    zh: rule,
    en: rule,
    facts: [],
    sources: [{ id: 'aliyun-docs', vintage }],
  })
  const [old, newer] = [of('old', '2019-09-12'), of('newer', '2025-12-31 (digest 2026-07)')]
  const deciding = [{ id: 'tencent-docs', vintage: '2021-08..2023-08' }]
  expect(asideOf([old, newer], deciding)).toEqual({ older: [old], newer: [newer] })
})
