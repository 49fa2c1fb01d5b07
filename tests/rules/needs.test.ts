import { expect, test } from 'vitest'
import { shippedRules } from '../../rules/catalog.ts'
import { type Changes, checked, employee, individual, unit } from './filings.ts'

/** One filing that needs the material by this rule and the nearest one that does not. The rule names its source. */
interface Case {
  rule: string
  of: unknown
  asked: Changes
  notAsked: Changes
  on?: string
  dayBefore?: string
}

const notLegal = { 'subject.responsiblePerson': employee }
const otherSite = { 'services[0].responsiblePerson': employee }
const onPaper = { paperForm: true }
const province = (code: string) => ({ province: code })
/** Not of 广东: 张三's number begins with 11. */

const cases: Case[] = [
  { rule: 'basic.subject-responsible-id', of: individual, asked: {}, notAsked: {} },
  { rule: 'basic.individual-one-document', of: individual, asked: {}, notAsked: { subject: unit.subject } },
  { rule: 'basic.organizer-certificate', of: unit, asked: {}, notAsked: { subject: individual.subject } },
  { rule: 'basic.site-responsible-id', of: unit, asked: otherSite, notAsked: {} },
  { rule: 'basic.site-responsible-same', of: unit, asked: {}, notAsked: otherSite },
  { rule: 'basic.verification-form', of: unit, asked: onPaper, notAsked: { paperForm: false } },
  {
    rule: 'other.domain-verification-screenshot',
    of: unit,
    asked: { provider: 'tencent' },
    notAsked: { provider: 'tencent', 'services[0].domains[0].registrar': '腾讯云' },
  },
  { rule: 'basic.face-later', of: unit, asked: {}, notAsked: { firstReviewPassed: true } },
  { rule: 'basic.face-due', of: unit, asked: { firstReviewPassed: true }, notAsked: { firstReviewPassed: false } },

  { rule: 'auxiliary.authorization-letter-subject', of: unit, asked: notLegal, notAsked: {} },
  {
    rule: 'auxiliary.authorization-letter-site',
    of: unit,
    asked: { ...province('33'), ...otherSite },
    notAsked: { ...province('44'), ...otherSite },
  },
  {
    rule: 'auxiliary.domain-registrant-proof',
    of: unit,
    asked: {
      'services[0].domains[0].registrantName': '王五',
      'services[0].domains[0].registrantRelation': 'shareholder',
    },
    notAsked: {},
  },
  {
    rule: 'auxiliary.guangdong-finance-commitment',
    of: individual,
    asked: { ...province('44'), 'services[0].topics': ['finance'] },
    notAsked: { ...province('44'), 'services[0].topics': ['personal-blog'] },
    on: '2016-06-20',
    dayBefore: '2016-06-19',
  },
  { rule: 'auxiliary.domain-certificate-huawei', of: unit, asked: { provider: 'huawei' }, notAsked: {} },

  { rule: 'other.change-proof', of: unit, asked: { filingType: 'change' }, notAsked: {} },
  { rule: 'other.authenticity-commitment-huawei', of: unit, asked: { provider: 'huawei' }, notAsked: {} },
  { rule: 'other.responsibility-notice-huawei', of: unit, asked: { provider: 'huawei' }, notAsked: {} },
  {
    rule: 'other.preapproval-document',
    of: unit,
    asked: { 'services[0].topics': ['news'] },
    notAsked: { 'services[0].topics': ['education'] },
  },
]

const always = ['basic.subject-responsible-id']

/** The item that this rule speaks for, or undefined. */
function itemBy(rule: string, base: unknown, changes: Changes, on?: string) {
  return checked(base, changes, on).items.find(({ because }) => because.some((reason) => reason.rule === rule))
}

test('every rule that asks for a material has its case', () => {
  const asking = shippedRules.rules.filter(({ need }) => need).map(({ id }) => id)
  expect(cases.map(({ rule }) => rule).sort()).toEqual(asking.sort())
})

test.each(cases)('$rule asks on one side and not on the other', ({ rule, of, asked, notAsked, on, dayBefore }) => {
  const { need } = shippedRules.rules.find(({ id }) => id === rule) ?? {}
  const item = itemBy(rule, of, asked, on)
  expect(item).toMatchObject({ material: need?.material, need: need?.need })
  const reason = item?.because.find((one) => one.rule === rule)
  expect(reason?.sources.length).toBeGreaterThan(0)
  expect(`${reason?.zh} ${reason?.en}`).not.toMatch(/[{}]|undefined|未填写|not given/)
  if (!always.includes(rule)) expect(itemBy(rule, of, notAsked, on)).toBeUndefined()
  if (dayBefore) expect(itemBy(rule, of, asked, dayBefore)).toBeUndefined()
})

test('an individual’s ID is one item that covers all three', () => {
  const { items } = checked(individual)
  expect(items.find(({ material }) => material === 'subject-responsible-id')).toMatchObject({
    for: 'subject',
    need: 'required',
    covers: ['site-responsible-id', 'organizer-certificate'],
  })
  expect(items.filter(({ material }) => /site-responsible-id|organizer-certificate/.test(material))).toEqual([])
})

test('a unit with another site person has two IDs and one certificate', () => {
  const { items } = checked(unit, otherSite)
  expect(items.filter(({ need }) => need === 'required').map((item) => `${item.material}@${item.for}`)).toEqual(
    expect.arrayContaining([
      'subject-responsible-id@subject',
      'site-responsible-id@services[0]',
      'organizer-certificate@subject',
    ]),
  )
})
