/** Findings about responsible persons. */
import { individual, unit } from '../filings.ts'
import { born, type Case, otherSite, own, province } from './changes.ts'

const R = 'subject.responsiblePerson'
const age = 'subject.responsiblePerson.birthDate'
export const person: Case[] = [
  {
    rule: 'person.underage',
    of: individual,
    wrong: { ...province('54'), ...born('2008-11-25') },
    right: { ...province('54'), ...born('2008-11-24') },
    at: age,
  },
  { rule: 'person.not-self', of: individual, wrong: { [`${R}.name`]: '李四' }, right: {}, at: R },
  {
    rule: 'person.self-differs',
    of: individual,
    wrong: { [`${R}.certificate.validUntil`]: '2036-03-01' },
    right: {},
    at: R,
  },
  { rule: 'person.site-not-self', of: individual, wrong: otherSite, right: {}, at: 'services[0].responsiblePerson' },
  {
    rule: 'person.region-refuses-type',
    of: individual,
    wrong: { ...born('1990-01-01'), [`${R}.region`]: 'hong-kong-macao' },
    right: born('1990-01-01'),
    at: `${own}.type`,
  },
  {
    rule: 'person.birth-date',
    of: individual,
    wrong: { [`${R}.birthDate`]: '1949-12-30' },
    right: { [`${R}.birthDate`]: '1949-12-31' },
    at: `${R}.birthDate`,
  },
  {
    rule: 'person.mobile',
    of: individual,
    wrong: { [`${R}.mobile`]: '1380013800' },
    right: { [`${R}.mobile`]: '13800138 001' },
    at: `${R}.mobile`,
  },
  {
    rule: 'person.emergency-mobile',
    of: individual,
    wrong: { [`${R}.emergencyMobile`]: '12000138000' },
    right: {},
    at: `${R}.emergencyMobile`,
  },
  { rule: 'person.email', of: individual, wrong: { [`${R}.email`]: 'zhangsan@example' }, right: {}, at: `${R}.email` },
  {
    rule: 'person.phones-same',
    of: individual,
    wrong: { ...province('54'), [`${R}.emergencyMobile`]: '13800138000' },
    right: { [`${R}.emergencyMobile`]: '13800138000' },
    at: `${R}.emergencyMobile`,
  },
  {
    rule: 'person.phones-shared',
    of: unit,
    wrong: { ...otherSite, 'services[0].responsiblePerson.mobile': '13700137000' },
    right: otherSite,
    at: 'services[0].responsiblePerson.mobile',
  },
]
