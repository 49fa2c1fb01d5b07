/** What a finding's case is, and the changes that many of them make. */
import { type Changes, employee } from '../filings.ts'

/** One filing that the rule finds something wrong with, and the nearest one that it does not. */
export interface Case {
  rule: string
  of: unknown
  wrong: Changes
  right: Changes
  at: string
}

export const D = 'services[0].domains[0]'
export const S = 'services[0].server'
export const N = 'services[0].name'
export const own = 'subject.certificate'
export const province = (code: string) => ({ province: code })
export const otherSite = { 'services[0].responsiblePerson': employee }
export const held = (relation: string, name = '王五') => ({
  [`${D}.registrantRelation`]: relation,
  [`${D}.registrantName`]: name,
})
/** 2026-11-24 is the day of every case. */
export const expires = (date: string) => ({ [`${D}.expires`]: date })
export const ends = (date: string) => ({
  [`${own}.validUntil`]: date,
  'subject.responsiblePerson.certificate': undefined,
})
export const born = (date: string) => ({
  [own]: { type: 'passport', number: 'E12345678', validUntil: '2035-03-01' },
  'subject.responsiblePerson': {
    region: 'foreign',
    birthDate: date,
    mobile: '13800138000',
    emergencyMobile: '13900139000',
  },
})
export const number = (type: string, value: string) => ({ [own]: { type, number: value, validUntil: 'long-term' } })
