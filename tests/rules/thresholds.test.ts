import { expect, test } from 'vitest'
import { type Changes, checked, domains, individual, services, unit } from './filings.ts'

const filed = (count: number): Changes => ({ filingType: 'new-site', 'subject.filedServiceCount': count })
const sites = (count: number): Changes => ({ services: services(count) })
const names = (count: number): Changes => ({ 'services[0].domains': domains(count) })
/** Of whom no number tells another birthday. */
const born = (birthDate: string): Changes => ({
  'subject.certificate': { type: 'passport', number: 'E12345678', validUntil: '2035-03-01' },
  'subject.responsiblePerson': { name: '张三', region: 'foreign', birthDate },
})
const plan = 'site-construction-plan'

/** Exact: "more than 31" begins with 32, "reaching 30" with 30. The fact is there with `over` and not with `under`. */
test.each<[fact: string, what: string, of: unknown, over: Changes, under: Changes]>([
  ['44.site-plan.T.1', plan, unit, names(32), names(31)],
  ['44.site-plan.T.2', plan, individual, names(6), names(5)],
  ['44.site-plan.AP.2', 'filing.assurance-letter', individual, names(10), names(9)],
  ['32.site-plan.T.1', plan, unit, filed(29), filed(28)],
  ['32.site-plan.T.2', plan, individual, filed(9), filed(8)],
  ['31.site-plan.HG.1', plan, unit, filed(29), filed(28)],
  ['43.site-plan.HG.1', plan, unit, filed(1), filed(0)],
  ['45.site-plan.T.2', plan, individual, filed(3), filed(2)],
  ['45.site-plan.T.1', 'situation-statement', unit, names(6), names(5)],
  ['50.site-plan.T.2', plan, individual, filed(5), filed(4)],
  ['50.site-plan.T.1', plan, unit, filed(34), filed(33)],
  ['64.site-plan.T.1', 'situation-statement', individual, filed(2), filed(1)],
  ['61.domain-certificate.J.1', 'domain-certificate', unit, names(5), names(4)],
  ['52.domain-certificate.A.1', 'domain-certificate', unit, names(4), names(3)],
  ['51.domain-count.T.1', 'situation-statement', unit, names(6), names(5)],
  ['14.domain-count.HG.1', 'filing.too-many-services', unit, names(4), names(3)],
  ['23.site-count.T.2', 'filing.too-many-services', individual, sites(3), sites(2)],
  ['23.site-count.T.1', 'filing.too-many-services', unit, sites(5), sites(4)],
  ['41.site-count.HG.1', 'filing.too-many-services', unit, names(6), names(5)],
  ['42.site-count.HP.1', 'filing.too-many-services', unit, sites(2), sites(1)],
  ['52.site-count.T.1', 'filing.too-many-services', unit, sites(6), sites(5)],
  ['61.site-count.HP.1', 'filing.too-many-filed', unit, filed(30), filed(29)],
  ['61.site-count.T.2', 'filing.too-many-filed', individual, filed(5), filed(4)],
  [
    '36.site-count.HG.1',
    'filing.too-many-services',
    individual,
    { ...filed(8), ...names(2) },
    { ...filed(7), ...names(2) },
  ],
  [
    '36.site-count.HG.1',
    'filing.too-many-services',
    unit,
    { ...filed(16), ...names(2) },
    { ...filed(15), ...names(2) },
  ],
  ['13.age.HG.1', 'subject.underage', individual, born('2008-11-25'), born('2008-11-24')],
  ['36.age.T.1', 'subject.underage', individual, born('2010-11-25'), born('2010-11-24')],
  ['37.age.HG.1', 'subject.underage', individual, born('2009-11-25'), born('2009-11-24')],
  ['63.age.T.2', 'employment-or-guardian-proof', individual, born('2004-11-25'), born('2004-11-24')],
  ['63.age.T.2', 'subject.underage', individual, born('2008-11-25'), born('2008-11-24')],
  [
    '31.subject-document.T.1',
    'certificate.expiring',
    unit,
    { 'subject.certificate.validUntil': '2027-11-24' },
    { 'subject.certificate.validUntil': '2027-11-25' },
  ],
  [
    '31.residency.T.1',
    'person.permit-expiring',
    individual,
    { 'subject.certificate.address': '北京市', 'subject.responsiblePerson.residencePermitUntil': '2026-12-24' },
    { 'subject.certificate.address': '北京市', 'subject.responsiblePerson.residencePermitUntil': '2026-12-25' },
  ],
  [
    '15.site-remark.T.1',
    'site-remark.too-short',
    individual,
    { 'services[0].remark': '字'.repeat(29) },
    { 'services[0].remark': '字'.repeat(30) },
  ],
])('%s: %s on both sides', (fact, what, of, over, under) => {
  const says = (changes: Changes) => {
    const { items, findings } = checked(of, { province: fact.slice(0, 2), ...changes })
    const item = items.find(({ material }) => material === what)
    const finding = findings.find(({ code }) => code === what)
    const reasons = item ? item.because.map(({ rule }) => rule) : finding ? [finding.rule] : []
    return reasons.includes(fact)
  }
  expect([says(over), says(under)]).toEqual([true, false])
})

/** The answer of a day is the law of that day. */
test.each<[what: string, province: string, of: unknown, changes: Changes, last: string, first: string]>([
  ['44.commitment-letter.HM.1', '44', unit, {}, '2021-06-20', '2021-06-21'],
  ['32.commitment-letter.HP.1', '32', unit, {}, '2021-05-31', '2021-06-01'],
  ['32.verification-method.TU.1', '32', unit, {}, '2021-05-31', '2021-06-01'],
  ['44.finance.TQ.1', '44', unit, { 'services[0].topics': ['finance'] }, '2016-06-19', '2016-06-20'],
  ['00.site-count.N633.1', '13', unit, names(2), '2019-04-21', '2019-04-22'],
])('%s speaks from its first day on', (fact, province, of, changes, last, first) => {
  const says = (on: string) => JSON.stringify(checked(of, { province, ...changes }, on)).includes(`"rule":"${fact}"`)
  expect([says(last), says(first)]).toEqual([false, true])
})

test.each([
  [
    'the provinces’ own SMS rules end where the country’s begins',
    'sms',
    '2020-08-16',
    '短信核验负责人手机号',
    '全国短信核验',
  ],
  ['Aliyun asks for no paper form any more', 'verification-form', '2019-07-29', '', '不再要求'],
])('%s', (_, topic, last, before, after) => {
  const says = (on: string) =>
    checked(individual, { province: '14' }, on).advice.find((one) => one.topic === topic)?.zh ?? ''
  const next = last === '2020-08-16' ? '2020-08-17' : '2019-07-30'
  expect(says(last)).toContain(before)
  expect(says(last)).not.toContain(after)
  expect(says(next)).toContain(after)
})

test('the curtain photo ends with July 2019', () => {
  const asks = (on: string) =>
    JSON.stringify(checked(unit, { province: '13' }, on).items).includes('13.verification-method.AV.1')
  expect([asks('2019-07-31'), asks('2019-08-01')]).toEqual([true, false])
})
