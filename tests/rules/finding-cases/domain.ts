/** Findings about domains and their holders. */
import { individual, unit } from '../filings.ts'
import { type Case, D, expires, held } from './changes.ts'

export const domain: Case[] = [
  {
    rule: 'domain.malformed',
    of: individual,
    wrong: { [`${D}.name`]: 'http://example.cn' },
    right: {},
    at: `${D}.name`,
  },
  {
    rule: 'domain.subdomain',
    of: individual,
    wrong: { [`${D}.name`]: 'www.example.com.cn' },
    right: { [`${D}.name`]: 'example.com.cn' },
    at: `${D}.name`,
  },
  {
    rule: 'domain.repeated',
    of: individual,
    wrong: { 'services[0].domains': [{ name: 'example.cn' }, { name: 'example.cn' }] },
    right: {},
    at: `${D}.name`,
  },
  {
    rule: 'domain.expired',
    of: individual,
    wrong: expires('2026-11-23'),
    right: expires('2026-11-24'),
    at: `${D}.expires`,
  },
  {
    rule: 'domain.expiring',
    of: individual,
    wrong: expires('2027-02-22'),
    right: expires('2027-02-23'),
    at: `${D}.expires`,
  },
  {
    rule: 'domain.tld-not-approved',
    of: individual,
    wrong: { [`${D}.name`]: 'example.nope' },
    right: { [`${D}.name`]: 'example.xn--fiqs8s' },
    at: `${D}.name`,
  },
  {
    rule: 'domain.registrar-international',
    of: individual,
    wrong: { [`${D}.registrar`]: 'alibabacloud.com' },
    right: { [`${D}.registrar`]: '阿里云' },
    at: `${D}.registrar`,
  },
  {
    rule: 'domain.registrar-not-approved',
    of: individual,
    wrong: { [`${D}.registrar`]: '示例注册商', [`${D}.registrarApproved`]: false },
    right: { [`${D}.registrar`]: '示例注册商', [`${D}.registrarApproved`]: true },
    at: `${D}.registrarApproved`,
  },
  {
    rule: 'domain.not-verified',
    of: individual,
    wrong: { [`${D}.realNameVerified`]: false },
    right: {},
    at: `${D}.realNameVerified`,
  },
  {
    rule: 'domain.verified-recently',
    of: individual,
    wrong: { [`${D}.realNameVerifiedOn`]: '2026-11-20' },
    right: { [`${D}.realNameVerifiedOn`]: '2026-11-19' },
    at: `${D}.realNameVerifiedOn`,
  },
]

export const holder: Case[] = [
  { rule: 'domain.holder-individual', of: individual, wrong: held('other'), right: {}, at: `${D}.registrantRelation` },
  {
    rule: 'domain.holder-unit',
    of: unit,
    wrong: held('other'),
    right: held('executive'),
    at: `${D}.registrantRelation`,
  },
  {
    rule: 'domain.holder-contradicts',
    of: individual,
    wrong: held('other', '张三'),
    right: {},
    at: `${D}.registrantRelation`,
  },
  {
    rule: 'domain.holder-name',
    of: individual,
    wrong: held('applicant', '李四'),
    right: held('applicant', '张 三'),
    at: `${D}.registrantName`,
  },
  {
    rule: 'domain.holder-certificate-type',
    of: individual,
    wrong: { [`${D}.registrantCertificate.type`]: 'passport' },
    right: {},
    at: `${D}.registrantCertificate.type`,
  },
  {
    rule: 'domain.holder-certificate-number',
    of: individual,
    wrong: { [`${D}.registrantCertificate.number`]: '360426199101010071' },
    right: { [`${D}.registrantCertificate.number`]: '11010519491231002x' },
    at: `${D}.registrantCertificate.number`,
  },
]
