import { describe, expect, test } from 'vitest'
import { shippedRules } from '../../rules/catalog.ts'
import { checked, individual, unit } from './filings.ts'
import { certificate } from './finding-cases/certificate.ts'
import { domain, holder } from './finding-cases/domain.ts'
import { filing, siteName } from './finding-cases/filing.ts'
import { paper } from './finding-cases/paper.ts'
import { person } from './finding-cases/person.ts'
import { server } from './finding-cases/server.ts'

const cases = { filing, domain, holder, server, certificate, person, paper, siteName }

test('every rule that finds something has its case', () => {
  const finding = shippedRules.rules.filter((rule) => rule.finding).map(({ id }) => id)
  const covered = Object.values(cases).flatMap((list) => list.map(({ rule }) => rule))
  expect(covered.sort()).toEqual(finding.sort())
})

describe.each(Object.entries(cases))('%s', (_, list) => {
  test.each(list)('$rule', ({ rule, of, wrong, right, at }) => {
    const { finding } = shippedRules.rules.find(({ id }) => id === rule) ?? {}
    const found = checked(of, wrong).findings.find((one) => one.rule === rule)
    expect(found).toMatchObject({ code: finding?.code, severity: finding?.severity, at })
    expect(found?.sources.length).toBeGreaterThan(0)
    expect(JSON.stringify([found?.zh, found?.en, found?.fix])).not.toMatch(/\{[a-z]+\.|undefined|未填写|not given/)
    expect(checked(of, right).findings.filter((one) => one.rule === rule)).toEqual([])
  })
})

test.each([
  ['individual', individual],
  ['unit', unit],
])('nothing is wrong with the %s, and nothing is asked', (_, of) => {
  const { findings, asks } = checked(of)
  expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([])
  expect(asks).toEqual([])
})
