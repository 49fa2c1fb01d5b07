import { describe, expect, test } from 'vitest'
import { type Changes, checked, employee, individual, unit } from './filings.ts'

/** Cases numbered as in the list of disagreements between sources: who decides, and what stays visible. */
interface Case {
  name: string
  of: unknown
  changes: Changes
  /** Lines that must be there: material or finding code, need or severity, the fact that says it. */
  said: [what: string, how: string, fact: string][]
  /** Facts that must be visible as the earlier rule, anywhere. */
  earlier?: string[]
  unsaid?: string[]
}

const away = { 'subject.certificate.address': '北京市示例区', 'subject.responsiblePerson.mobileProvince': '31' }
const from = (code: string) => ({ province: code, paperForm: false, ...away })
const minor = (birth: string) => ({
  'subject.certificate': { type: 'passport', number: 'E12345678', validUntil: '2035-03-01' },
  'subject.responsiblePerson': { name: '张三', region: 'foreign', birthDate: birth, mobile: '13800138000' },
})
const ofUnit = (code: string) => ({
  province: code,
  'subject.addressInSameCity': true,
  'subject.contactAddress': '某地',
})
const employed = { 'subject.responsiblePerson': employee }
const legal = 'person.not-legal-representative'
const holder = (relation: string) => ({
  'services[0].domains[0].registrantName': '李四',
  'services[0].domains[0].registrantRelation': relation,
})
const notEligible = 'domain.registrant-not-eligible'

const cases: Case[] = [
  {
    name: '1 内蒙古: only local IDs, older proofs visible',
    of: individual,
    changes: from('15'),
    said: [['person.not-local', 'blocker', '15.residency.HG.1']],
    earlier: ['15.residency.A.1', '15.residency.TL.1'],
    unsaid: ['residence-permit'],
  },
  {
    name: '2 江西: the newest takes a permit, three older ones warn',
    of: individual,
    changes: from('36'),
    said: [
      ['residence-permit', 'required', '36.residency.HG.1'],
      ['person.not-local', 'warning', '36.residency.T.1'],
    ],
    earlier: ['36.residency.A.1', '36.residency.J.2', '36.residency.T.1'],
  },
  {
    name: '3 云南: a permit by the newer, two older ones warn',
    of: individual,
    changes: from('53'),
    said: [
      ['residence-permit', 'required', '53.residency.T.1'],
      ['person.not-local', 'warning', '53.residency.J.1'],
    ],
  },
  {
    name: '4 宁夏: blocked, the lease of older days visible',
    of: individual,
    changes: from('64'),
    said: [['person.not-local', 'blocker', '64.residency.HG.1']],
    earlier: ['64.residency.T.1'],
    unsaid: ['residence-permit'],
  },
  {
    name: '5 广西: only the newest says so',
    of: individual,
    changes: from('45'),
    said: [['person.not-local', 'blocker', '45.residency.HG.1']],
  },
  {
    name: '6 重庆: blocked, last seen 2021, to be verified',
    of: individual,
    changes: from('50'),
    said: [['person.not-local', 'blocker', '50.residency.J.1']],
  },
  {
    name: '7 山东: sixteen is refused, older limits visible',
    of: individual,
    changes: { province: '37', ...minor('2010-01-01') },
    said: [['subject.underage', 'blocker', '37.age.HG.1']],
    earlier: ['37.age.T.1'],
  },
  {
    name: '7 山东: seventeen passes the newest, while one asks for a guardian and one refuses',
    of: individual,
    changes: { province: '37', ...minor('2009-01-01') },
    said: [['subject.underage', 'warning', '37.age.A.2']],
    earlier: ['37.age.T.1', '37.age.A.2'],
  },
  {
    name: '8 四川: sixteen with proof, two older ones refuse',
    of: individual,
    changes: { province: '51', ...minor('2009-06-01') },
    said: [
      ['employment-or-guardian-proof', 'required', '51.age.T.2'],
      ['subject.underage', 'warning', '51.age.J.1'],
    ],
  },
  {
    name: '9 河南: a guardian’s ID by the newer, refused by one older',
    of: individual,
    changes: { province: '41', ...minor('2009-06-01') },
    said: [
      ['employment-or-guardian-proof', 'required', '41.age.T.2'],
      ['subject.underage', 'note', '41.age.J.1'],
    ],
  },
  {
    name: '10 福建: a minor answers for no unit, whatever the older said',
    of: unit,
    changes: {
      ...ofUnit('35'),
      'subject.responsiblePerson': { ...employee, certificate: undefined, birthDate: '2009-06-01' },
    },
    said: [['subject.underage', 'blocker', '35.age.HP.1']],
    earlier: ['35.age.T.1'],
  },
  {
    name: '11 安徽: a letter, and one person for both',
    of: unit,
    changes: { ...ofUnit('34'), ...employed, 'services[0].responsiblePerson': unit.subject.legalRepresentative },
    said: [
      ['authorization-letter', 'required', '34.responsible-person.HG.1'],
      ['person.must-be-same', 'blocker', '34.responsible-person.HG.1'],
      [legal, 'warning', '34.responsible-person.J.1'],
    ],
  },
  {
    name: '12 海南: delegated with a letter, older ones refuse',
    of: unit,
    changes: { ...ofUnit('46'), ...employed },
    said: [
      ['authorization-letter', 'required', '46.responsible-person.HG.1'],
      [legal, 'warning', '46.responsible-person.J.1'],
    ],
  },
  {
    name: '13 青海: legal representative only by the newest, also for a school',
    of: unit,
    changes: { ...ofUnit('63'), ...employed, 'subject.nature': 'public-institution' },
    said: [[legal, 'blocker', '63.responsible-person.HG.1']],
    earlier: ['63.responsible-person.T.1'],
  },
  {
    name: '13 吉林: letter accepted by the newer, one older refuses',
    of: unit,
    changes: { ...ofUnit('22'), ...employed },
    said: [
      ['authorization-letter', 'required', '22.authorization-letter.T.1'],
      [legal, 'note', '22.responsible-person.A.1'],
    ],
  },
  {
    name: '14 天津: one person for both only warns, for the newest are silent',
    of: unit,
    changes: ofUnit('12'),
    said: [['person.must-differ', 'warning', '12.responsible-person.J.2']],
  },
  {
    name: '15 上海: 180 days of one older page warn',
    of: unit,
    changes: { ...ofUnit('31'), 'services[0].domains[0].expires': '2027-04-24' },
    said: [['domain.expiring', 'warning', '31.domain-validity.AD.1']],
  },
  {
    name: '17 广东: the commitment by the stricter signature',
    of: unit,
    changes: ofUnit('44'),
    said: [['information-service-commitment', 'required', '44.commitment-letter.HM.1']],
    earlier: ['44.commitment-letter.T.1'],
  },
  {
    name: '18 贵州: legal representative as holder passes the newer and is noted by the older',
    of: unit,
    changes: { ...ofUnit('52'), ...holder('legal-representative') },
    said: [[notEligible, 'note', '52.domain-holder.A.2']],
  },
  {
    name: '18 新疆: only the old source speaks',
    of: unit,
    changes: { ...ofUnit('65'), ...holder('legal-representative') },
    said: [[notEligible, 'blocker', '65.domain-holder.A.2']],
  },
  {
    name: '18 重庆: legal representative with a letter of the unit',
    of: unit,
    changes: { ...ofUnit('50'), ...holder('legal-representative') },
    said: [['domain-authorization', 'required', '50.domain-holder.T.1']],
    unsaid: [notEligible],
  },
  {
    name: '19 北京: the newer takes the legal representative, the older is noted',
    of: unit,
    changes: { ...ofUnit('11'), ...holder('legal-representative') },
    said: [[notEligible, 'note', '11.domain-holder.A.2']],
  },
  {
    name: '20 海南: the newer refuses what the older allowed',
    of: individual,
    changes: { province: '46', filingType: 'change', 'change.kinds': ['individual-to-unit'], 'change.toOwnUnit': true },
    said: [['filing.change-refused', 'blocker', '46.change.T.2']],
  },
  {
    name: '20 云南: a page that contradicts itself is left out, the newer speaks',
    of: individual,
    changes: { province: '53', filingType: 'change', 'change.kinds': ['individual-to-individual'] },
    said: [['filing.change-refused', 'blocker', '53.change.T.2']],
  },
  {
    name: '21 浙江: a finance word without finance takes a commitment',
    of: unit,
    changes: { ...ofUnit('33'), 'subject.name': '示例投资管理有限公司' },
    said: [['no-preapproval-commitment', 'required', '33.finance.T.1']],
    unsaid: ['preapproval-document'],
  },
  {
    name: '21 上海: it does not',
    of: unit,
    changes: { ...ofUnit('31'), 'subject.name': '示例投资管理有限公司' },
    said: [['preapproval-document', 'required', '31.finance.T.1']],
    unsaid: ['no-preapproval-commitment'],
  },
  {
    name: '21 湖北: no statement is taken at all',
    of: unit,
    changes: { ...ofUnit('42'), 'services[0].topics': ['preapproval-keyword'] },
    said: [['preapproval.scope-refused', 'blocker', '42.preapproval.T.1']],
    unsaid: ['no-preapproval-commitment'],
  },
]

function linesOf({ items, findings }: ReturnType<typeof checked>) {
  return [
    ...items.flatMap(({ material, need, because }) => because.map(({ rule }) => [material, need, rule])),
    ...findings.map(({ code, severity, rule }) => [code, severity, rule]),
  ]
}

test.each(cases)('$name', ({ of, changes, said, earlier = [], unsaid = [] }) => {
  const list = checked(of, changes)
  const lines = linesOf(list)
  for (const line of said) expect(lines).toContainEqual(line)
  const older = [...list.items, ...list.findings].flatMap((one) => one.earlier.map(({ rule }) => rule))
  expect(older).toEqual(expect.arrayContaining(earlier))
  for (const what of unsaid) expect(lines.map(([is]) => is)).not.toContain(what)
})

describe('age of the sources', () => {
  test.each([
    ['2021: nothing newer than what is fresh', '50', '2021-06-01', false],
    ['2026: a source of 2021 is past its shelf life', '50', '2026-11-24', true],
    ['a source of 2025 is fresh', '45', '2026-11-24', false],
    ['and is not for ever', '45', '2028-01-01', true],
  ])('%s', (_, code, on, verify) => {
    const finding = checked(individual, from(code), on).findings.find((one) => one.code === 'person.not-local')
    expect(finding).toMatchObject({ severity: 'blocker', verify })
    expect(finding?.fix.zh.includes('接入商')).toBe(verify)
  })
})

test('facts of the paper form speak only where it is asked for', () => {
  const facts = (paperForm: boolean) =>
    linesOf(checked(unit, { ...ofUnit('11'), paperForm, domainsFitOnForm: false })).map(([, , rule]) => rule)
  expect(facts(true)).toEqual(expect.arrayContaining(['11.verification-form.AC.1', '11.verification-form.AF.1']))
  expect(facts(false).filter((rule) => rule?.includes('verification-form'))).toEqual([])
})
