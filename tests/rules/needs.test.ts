import { expect, test } from 'vitest'
import { shippedRules } from '../../rules/catalog.ts'
import { type Changes, checked, domains, employee, individual, services, unit } from './filings.ts'

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
const fits = { domainsFitOnForm: true }
const doesNotFit = { domainsFitOnForm: false }
const province = (code: string) => ({ province: code })
const sites = (count: number) => ({ services: services(count) })
/** Not of 广东: 张三's number begins with 11. */
const away = 'subject.certificate.address'

const cases: Case[] = [
  { rule: 'basic.subject-responsible-id', of: individual, asked: {}, notAsked: {} },
  { rule: 'basic.individual-one-document', of: individual, asked: {}, notAsked: { subject: unit.subject } },
  { rule: 'basic.organizer-certificate', of: unit, asked: {}, notAsked: { subject: individual.subject } },
  { rule: 'basic.site-responsible-id', of: unit, asked: otherSite, notAsked: {} },
  { rule: 'basic.site-responsible-same', of: unit, asked: {}, notAsked: otherSite },
  { rule: 'basic.verification-form', of: unit, asked: onPaper, notAsked: { paperForm: false } },
  { rule: 'basic.face-later', of: unit, asked: {}, notAsked: { firstReviewPassed: true } },
  { rule: 'basic.face-due', of: unit, asked: { firstReviewPassed: true }, notAsked: { firstReviewPassed: false } },

  { rule: 'auxiliary.handheld-person-beijing', of: individual, asked: {}, notAsked: province('12') },
  { rule: 'auxiliary.handheld-organizer-beijing', of: unit, asked: province('11'), notAsked: province('12') },
  {
    rule: 'auxiliary.handheld-organizer-beijing-site',
    of: unit,
    asked: { ...province('11'), ...otherSite },
    notAsked: province('11'),
  },
  {
    rule: 'auxiliary.handheld-person-inner-mongolia',
    of: unit,
    asked: province('15'),
    notAsked: { ...province('15'), 'subject.legalRepresentative.certificate.address': '内蒙古自治区示例市' },
  },
  {
    rule: 'auxiliary.handheld-organizer-inner-mongolia',
    of: unit,
    asked: { ...province('15'), ...notLegal },
    notAsked: { ...province('15'), 'subject.legalRepresentative.certificate.type': 'hk-macao-permit' },
  },
  { rule: 'auxiliary.authorization-letter-subject', of: unit, asked: notLegal, notAsked: {} },
  {
    rule: 'auxiliary.authorization-letter-refused',
    of: unit,
    asked: { ...province('65'), ...notLegal },
    notAsked: province('65'),
  },
  {
    rule: 'auxiliary.authorization-letter-site',
    of: unit,
    asked: { ...province('31'), ...otherSite },
    notAsked: { ...province('31'), 'services[0].responsiblePerson': unit.subject.legalRepresentative },
  },
  {
    rule: 'auxiliary.authorization-letter-site-elsewhere',
    of: unit,
    asked: { ...province('33'), ...otherSite },
    notAsked: { ...province('44'), ...otherSite },
  },
  {
    rule: 'auxiliary.beijing-confirmation',
    of: individual,
    asked: doesNotFit,
    notAsked: fits,
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
    of: unit,
    asked: { ...province('44'), 'services[0].topics': ['finance'] },
    notAsked: { ...province('44'), 'services[0].topics': ['personal-blog'] },
    on: '2016-06-20',
    dayBefore: '2016-06-19',
  },
  {
    rule: 'auxiliary.plan-guangdong-unit',
    of: unit,
    asked: { ...province('44'), 'services[0].domains': domains(32) },
    notAsked: { ...province('44'), 'services[0].domains': domains(31) },
  },
  {
    rule: 'auxiliary.plan-guangdong-individual',
    of: individual,
    asked: { ...province('44'), 'services[0].domains': domains(6) },
    notAsked: { ...province('44'), 'services[0].domains': domains(5) },
  },
  { rule: 'auxiliary.plan-jiangsu-unit', of: unit, asked: sites(30), notAsked: sites(29) },
  {
    rule: 'auxiliary.plan-jiangsu-individual',
    of: individual,
    asked: { ...province('32'), ...sites(10) },
    notAsked: { ...province('32'), ...sites(9) },
  },
  {
    rule: 'auxiliary.plan-shanghai-unit',
    of: unit,
    asked: { ...province('31'), 'subject.filedServiceCount': 29 },
    notAsked: { ...province('31'), 'subject.filedServiceCount': 28 },
  },
  {
    rule: 'auxiliary.plan-hunan',
    of: unit,
    asked: { ...province('43'), 'subject.filedServiceCount': 1 },
    notAsked: { ...province('43'), 'subject.filedServiceCount': 0 },
  },
  {
    rule: 'auxiliary.plan-chongqing-individual',
    of: individual,
    asked: { ...province('50'), ...sites(6) },
    notAsked: { ...province('50'), ...sites(5) },
  },
  {
    rule: 'auxiliary.plan-chongqing-unit',
    of: unit,
    asked: { ...province('50'), ...sites(35) },
    notAsked: { ...province('50'), ...sites(34) },
  },
  {
    rule: 'auxiliary.plan-guangxi-individual',
    of: individual,
    asked: { ...province('45'), ...sites(4) },
    notAsked: { ...province('45'), ...sites(3) },
  },
  { rule: 'auxiliary.domain-certificate-all', of: unit, asked: {}, notAsked: province('33') },
  {
    rule: 'auxiliary.domain-certificate-inner-mongolia',
    of: individual,
    asked: province('15'),
    notAsked: { ...province('15'), subject: unit.subject },
  },
  {
    rule: 'auxiliary.domain-certificate-shaanxi',
    of: unit,
    asked: { ...province('61'), 'subject.filedDomainCount': 4 },
    notAsked: { ...province('61'), 'subject.filedDomainCount': 3 },
  },
  {
    rule: 'auxiliary.domain-certificate-guizhou',
    of: unit,
    asked: { ...province('52'), 'services[0].domains': domains(4) },
    notAsked: { ...province('52'), 'services[0].domains': domains(3) },
  },
  { rule: 'auxiliary.domain-certificate-huawei', of: unit, asked: { provider: 'huawei' }, notAsked: {} },

  {
    rule: 'other.legal-representative-id-beijing',
    of: unit,
    asked: { ...province('11'), ...notLegal },
    notAsked: province('11'),
  },
  {
    rule: 'other.domain-attachment',
    of: unit,
    asked: { ...onPaper, ...doesNotFit },
    notAsked: { ...onPaper, ...fits },
  },
  {
    rule: 'other.residence-permit',
    of: individual,
    asked: { ...province('31'), [away]: undefined },
    notAsked: { ...province('31'), [away]: '上海市示例区' },
  },
  {
    rule: 'other.residence-permit-guangdong',
    of: individual,
    asked: province('44'),
    notAsked: { ...province('44'), filingType: 'change' },
  },
  {
    rule: 'other.residence-permit-jiangxi',
    of: individual,
    asked: province('36'),
    notAsked: { ...province('36'), [away]: '江西省示例市' },
  },
  { rule: 'other.change-proof', of: unit, asked: { filingType: 'change' }, notAsked: {} },
  {
    rule: 'other.authenticity-commitment-jiangsu',
    of: unit,
    asked: {},
    notAsked: province('33'),
    on: '2021-06-01',
    dayBefore: '2021-05-31',
  },
  {
    rule: 'other.responsibility-notice-jiangsu',
    of: unit,
    asked: {},
    notAsked: province('33'),
    on: '2021-06-01',
    dayBefore: '2021-05-31',
  },
  { rule: 'other.authenticity-commitment-huawei', of: unit, asked: { provider: 'huawei' }, notAsked: {} },
  { rule: 'other.responsibility-notice-huawei', of: unit, asked: { provider: 'huawei' }, notAsked: {} },
  {
    rule: 'other.information-service-commitment',
    of: unit,
    asked: province('44'),
    notAsked: province('45'),
    on: '2021-06-21',
    dayBefore: '2021-06-20',
  },
  {
    rule: 'other.party-confirmation-xinjiang',
    of: unit,
    asked: province('65'),
    notAsked: { ...province('65'), filingType: 'change' },
  },
  { rule: 'other.party-confirmation-tibet', of: unit, asked: province('54'), notAsked: province('53') },
  { rule: 'other.phone-bill-heilongjiang', of: unit, asked: province('23'), notAsked: province('22') },
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
