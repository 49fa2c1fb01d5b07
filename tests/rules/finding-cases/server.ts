/** Findings about servers, against the provider's table. */
import { unit } from '../filings.ts'
import { type Case, S } from './changes.ts'

const market = { [`${S}.product`]: 'site-market', [`${S}.periodMonths`]: 12, [`${S}.remainingMonths`]: 12 }
export const server: Case[] = [
  { rule: 'server.no-table', of: unit, wrong: { provider: 'jd' }, right: {}, at: 'provider' },
  { rule: 'server.not-listed', of: unit, wrong: { [`${S}.product`]: 'oss' }, right: {}, at: `${S}.product` },
  {
    rule: 'server.not-fileable',
    of: unit,
    wrong: { provider: 'huawei', [`${S}.product`]: 'eip' },
    right: { provider: 'huawei' },
    at: `${S}.product`,
  },
  {
    rule: 'server.pay-as-you-go',
    of: unit,
    wrong: { [`${S}.billing`]: 'pay-as-you-go' },
    right: {},
    at: `${S}.billing`,
  },
  {
    rule: 'server.period-too-short',
    of: unit,
    wrong: { [`${S}.periodMonths`]: 2, [`${S}.remainingMonths`]: 2 },
    right: { [`${S}.periodMonths`]: 3, [`${S}.remainingMonths`]: 3 },
    at: `${S}.periodMonths`,
  },
  {
    rule: 'server.remaining-too-short',
    of: unit,
    wrong: { [`${S}.remainingMonths`]: 2.9 },
    right: { [`${S}.remainingMonths`]: 3 },
    at: `${S}.remainingMonths`,
  },
  {
    rule: 'server.expired',
    of: unit,
    wrong: { [`${S}.remainingMonths`]: 0 },
    right: { [`${S}.remainingMonths`]: 0.1 },
    at: `${S}.remainingMonths`,
  },
  {
    rule: 'server.no-bandwidth',
    of: unit,
    wrong: { [`${S}.publicBandwidth`]: false },
    right: { [`${S}.product`]: 'virtual-host', [`${S}.publicBandwidth`]: false },
    at: `${S}.publicBandwidth`,
  },
  {
    rule: 'server.order-too-small',
    of: unit,
    wrong: { ...market, [`${S}.orderAmountCny`]: 98.99 },
    right: { ...market, [`${S}.orderAmountCny`]: 99 },
    at: `${S}.orderAmountCny`,
  },
  {
    rule: 'server.not-mainland',
    of: unit,
    wrong: { [`${S}.region`]: 'cn-hongkong' },
    right: { [`${S}.region`]: 'cn-shenzhen' },
    at: `${S}.region`,
  },
  { rule: 'server.region-unplaced', of: unit, wrong: { [`${S}.region`]: 'somewhere' }, right: {}, at: `${S}.region` },
  {
    rule: 'server.codes-exhausted',
    of: unit,
    wrong: { [`${S}.filingCodesUsed`]: 5 },
    right: { [`${S}.filingCodesUsed`]: 4 },
    at: `${S}.filingCodesUsed`,
  },
  {
    rule: 'server.term-contradicts',
    of: unit,
    wrong: { [`${S}.remainingMonths`]: 13 },
    right: { [`${S}.remainingMonths`]: 13, [`${S}.renewed`]: true },
    at: `${S}.remainingMonths`,
  },
]
