/** Findings about certificates. */
import { individual, unit } from '../filings.ts'
import { type Case, ends, number, own } from './changes.ts'

export const certificate: Case[] = [
  {
    rule: 'certificate.checksum',
    of: individual,
    wrong: number('resident-id', '110105194912310021'),
    right: number('resident-id', '11010519491231002X'),
    at: `${own}.number`,
  },
  {
    rule: 'certificate.checksum-unit',
    of: unit,
    wrong: number('business-licence', '911100006000373410'),
    right: number('business-licence', '110108000000016'),
    at: `${own}.number`,
  },
  {
    rule: 'certificate.checksum-older',
    of: unit,
    wrong: number('organization-code', '60003734-2'),
    right: number('organization-code', '60003734-1'),
    at: `${own}.number`,
  },
  {
    rule: 'certificate.format',
    of: individual,
    wrong: number('resident-id', '110105491231002'),
    right: {},
    at: `${own}.number`,
  },
  {
    rule: 'certificate.format-permit',
    of: individual,
    wrong: number('hk-macao-permit', 'A01234567'),
    right: number('hk-macao-permit', 'H01234567'),
    at: `${own}.number`,
  },
  {
    rule: 'certificate.birthday',
    of: individual,
    wrong: number('resident-id', '110105199002300025'),
    right: {},
    at: `${own}.number`,
  },
  {
    rule: 'certificate.region',
    of: individual,
    wrong: number('taiwan-residence', '11010519491231002X'),
    right: {},
    at: `${own}.number`,
  },
  {
    rule: 'certificate.expired',
    of: individual,
    wrong: ends('2026-11-23'),
    right: ends('2026-11-24'),
    at: `${own}.validUntil`,
  },
  {
    rule: 'certificate.expiring',
    of: individual,
    wrong: ends('2027-02-22'),
    right: ends('2027-02-23'),
    at: `${own}.validUntil`,
  },
  {
    rule: 'certificate.expiring-wechat',
    of: individual,
    wrong: { provider: 'wechat', ...ends('2026-12-25') },
    right: { provider: 'wechat', ...ends('2026-12-24') },
    at: `${own}.validUntil`,
  },
  {
    rule: 'certificate.not-yet-valid',
    of: individual,
    wrong: { [`${own}.validFrom`]: '2026-11-25' },
    right: { [`${own}.validFrom`]: '2026-11-24' },
    at: `${own}.validFrom`,
  },
  {
    rule: 'certificate.ends-before-start',
    of: individual,
    wrong: { [`${own}.validFrom`]: '2035-03-02' },
    right: { [`${own}.validFrom`]: '2035-03-01' },
    at: `${own}.validUntil`,
  },
  {
    rule: 'certificate.not-of-nature',
    of: unit,
    wrong: { 'subject.nature': 'social-group' },
    right: { 'subject.nature': 'sole-trader' },
    at: `${own}.type`,
  },
]
