/** Findings about the dates and kinds of letters and proofs, on both sides of each window. */
import { employee, individual, unit } from '../filings.ts'
import type { Case } from './changes.ts'

const letter = 'papers.authorization-letter'
const permit = 'papers.residence-permit'
/** Today is 2026-11-24. */
const delegated = (province: string, provider: string, issuedOn: string) => ({
  province,
  provider,
  'subject.responsiblePerson': employee,
  [letter]: { issuedOn },
})
const away = (province: string, paper: object, provider = 'aliyun') => ({
  province,
  provider,
  paperForm: false,
  'subject.certificate.address': '北京市示例区',
  [permit]: paper,
})
const ofService = (province: string, provider: string, material: string, paper: object) => ({
  province,
  provider,
  [`services[0].papers.${material}`]: paper,
})
/** Whom Hebei does not want as the responsible person, so that a letter is of use there. */
const foreignBoss = { 'subject.legalRepresentative.region': 'foreign' }
const held = (paper: object) => ({
  ...ofService('51', 'aliyun', 'domain-registrant-proof', paper),
  'services[0].domains[0].registrantName': '李四',
  'services[0].domains[0].registrantRelation': 'shareholder',
})

export const paper: Case[] = [
  {
    rule: 'paper.letter-hebei',
    of: unit,
    wrong: { ...delegated('13', 'aliyun', '2026-05-23'), ...foreignBoss },
    right: { ...delegated('13', 'tencent', '2026-05-24'), ...foreignBoss },
    at: `${letter}.issuedOn`,
  },
  {
    rule: 'paper.letter-hebei-unasked',
    of: unit,
    wrong: { province: '13', [letter]: { issuedOn: '2026-05-23' } },
    right: { province: '13', [letter]: { issuedOn: '2026-05-24' } },
    at: `${letter}.issuedOn`,
  },
  {
    rule: 'paper.letter-provider',
    of: unit,
    wrong: delegated('32', 'tencent', '2026-08-23'),
    right: delegated('32', 'volcengine', '2026-08-24'),
    at: `${letter}.issuedOn`,
  },
  {
    rule: 'paper.letter-provider-unasked',
    of: unit,
    wrong: { provider: 'volcengine', [letter]: { issuedOn: '2026-08-23' } },
    right: { provider: 'volcengine', [letter]: { issuedOn: '2026-08-24' } },
    at: `${letter}.issuedOn`,
  },
  {
    rule: 'paper.letter-elsewhere',
    of: unit,
    wrong: delegated('32', 'huawei', '2026-08-23'),
    right: delegated('32', 'tencent', '2026-08-23'),
    at: `${letter}.issuedOn`,
  },
  {
    rule: 'paper.domain-certificate-hunan',
    of: unit,
    wrong: ofService('43', 'aliyun', 'domain-certificate', { issuedOn: '2026-10-09' }),
    right: ofService('43', 'aliyun', 'domain-certificate', { issuedOn: '2026-10-10' }),
    at: 'services[0].papers.domain-certificate.issuedOn',
  },
  {
    rule: 'paper.domain-certificate-hunan-unasked',
    of: unit,
    wrong: { province: '43', 'papers.domain-certificate': { issuedOn: '2026-10-09' } },
    right: { province: '43', 'papers.domain-certificate': { issuedOn: '2026-10-10' } },
    at: 'papers.domain-certificate.issuedOn',
  },
  {
    rule: 'paper.work-proof-sichuan',
    of: individual,
    wrong: away('51', { kind: 'work-proof', issuedOn: '2026-10-09' }),
    right: away('51', { kind: 'work-proof', issuedOn: '2026-10-10' }),
    at: `${permit}.issuedOn`,
  },
  {
    rule: 'paper.work-proof-sichuan-unasked',
    of: unit,
    wrong: { province: '51', [permit]: { kind: 'work-proof', issuedOn: '2026-10-09' } },
    right: { province: '51', [permit]: { kind: 'student-card', issuedOn: '2026-10-09' } },
    at: `${permit}.issuedOn`,
  },
  {
    rule: 'paper.holder-papers-sichuan',
    of: unit,
    wrong: held({ kind: 'articles', issuedOn: '2025-11-23' }),
    right: held({ kind: 'social-insurance', issuedOn: '2025-11-24' }),
    at: 'services[0].papers.domain-registrant-proof.issuedOn',
  },
  {
    rule: 'paper.holder-papers-sichuan-unasked',
    of: unit,
    wrong: ofService('51', 'aliyun', 'domain-registrant-proof', { kind: 'articles', issuedOn: '2025-11-23' }),
    right: ofService('51', 'aliyun', 'domain-registrant-proof', { kind: 'articles', issuedOn: '2025-11-24' }),
    at: 'services[0].papers.domain-registrant-proof.issuedOn',
  },
  {
    rule: 'paper.statement-hubei',
    of: unit,
    wrong: { province: '42', 'papers.situation-statement': { issuedOn: '2026-05-23' } },
    right: { province: '42', 'papers.situation-statement': { issuedOn: '2026-05-24' } },
    at: 'papers.situation-statement.issuedOn',
  },
  {
    rule: 'paper.phone-bill-heilongjiang',
    of: individual,
    wrong: { province: '23', 'papers.phone-bill': { issuedOn: '2026-08-23' } },
    right: { province: '23', 'papers.phone-bill': { issuedOn: '2026-08-24' } },
    at: 'papers.phone-bill.issuedOn',
  },
  {
    rule: 'paper.student-card-shanghai',
    of: individual,
    wrong: away('31', { kind: 'student-card' }),
    right: away('31', { kind: 'permit' }),
    at: `${permit}.kind`,
  },
  {
    rule: 'paper.student-card-guangdong',
    of: individual,
    wrong: away('44', { kind: 'student-card' }),
    right: away('44', { kind: 'social-insurance' }),
    at: `${permit}.kind`,
  },
  {
    rule: 'paper.dated-later',
    of: unit,
    wrong: delegated('32', 'aliyun', '2026-11-25'),
    right: delegated('32', 'aliyun', '2026-11-24'),
    at: `${letter}.issuedOn`,
  },
  {
    rule: 'paper.expired',
    of: individual,
    wrong: away('51', { kind: 'lease', validUntil: '2026-11-23' }),
    right: away('51', { kind: 'lease', validUntil: '2026-11-24' }),
    at: `${permit}.validUntil`,
  },
  {
    rule: 'paper.ends-before-issue',
    of: individual,
    wrong: away('51', { kind: 'lease', issuedOn: '2026-11-02', validUntil: '2026-11-01' }),
    right: away('51', { kind: 'lease', issuedOn: '2026-11-02', validUntil: '2027-11-01' }),
    at: `${permit}.validUntil`,
  },
  {
    rule: 'paper.lease-ningxia',
    of: individual,
    wrong: away('64', { kind: 'lease', issuedOn: '2026-01-01', validUntil: '2026-12-30' }),
    right: away('64', { kind: 'lease', issuedOn: '2026-01-01', validUntil: '2026-12-31' }),
    at: `${permit}.validUntil`,
  },
]
