/** The day before something runs out, and that day: asked of the whole checklist, so no term stands in the code. */
import { describe, expect, test } from 'vitest'
import { checklist } from '../../rules/checklist.ts'
import { addMonths, daysBetween, nextDay } from '../../rules/dates.ts'
import { latestSafeSubmit } from '../../rules/deadline.ts'
import type { Filing, IsoDate } from '../../rules/schema.ts'
import { type Changes, changed, employee, individual, services, today, unit } from './filings.ts'

const D = 'services[0].domains[0]'

interface Case {
  what: string
  base: unknown
  changes: Changes
  date: string
  first: string
}

const cases: Case[] = [
  {
    what: 'a domain ends: more than 90 days must be left',
    base: individual,
    changes: { [`${D}.expires`]: '2027-06-30' },
    date: '2027-03-31',
    first: 'domain.expiring',
  },
  {
    what: 'a certificate ends: more than three months must be left',
    base: individual,
    changes: {
      'subject.certificate.validUntil': '2027-06-30',
      'subject.responsiblePerson.certificate.validUntil': '2027-06-30',
    },
    date: '2027-03-31',
    first: 'certificate.expiring',
  },
  {
    what: 'a server is paid to a day: a month must be left at Tencent',
    base: individual,
    changes: {
      provider: 'tencent',
      'services[0].server': {
        product: 'cvm',
        publicBandwidth: true,
        billing: 'subscription',
        periodMonths: 12,
        expires: '2027-06-30',
      },
    },
    date: '2027-05-31',
    first: 'server.remaining-too-short',
  },
  {
    what: 'a residence permit ends: Shanghai wants more than a month',
    base: individual,
    changes: { province: '31', 'subject.responsiblePerson.residencePermitUntil': '2027-06-30' },
    date: '2027-05-30',
    first: 'person.permit-expiring',
  },
  {
    what: 'a letter grows old before anything ends: three months at Tencent',
    base: unit,
    changes: {
      provider: 'tencent',
      'subject.responsiblePerson': employee,
      'papers.authorization-letter': { issuedOn: '2026-11-01' },
    },
    date: '2027-02-01',
    first: 'paper.too-old',
  },
  {
    what: 'the same letter in Hebei: six months',
    base: unit,
    changes: {
      province: '13',
      provider: 'tencent',
      'subject.responsiblePerson': employee,
      'papers.authorization-letter': { issuedOn: '2026-11-01' },
    },
    date: '2027-05-01',
    first: 'paper.too-old',
  },
  {
    what: 'a lease ends',
    base: individual,
    changes: { province: '51', 'papers.residence-permit': { kind: 'lease', validUntil: '2026-12-31' } },
    date: '2026-12-31',
    first: 'paper.expired',
  },
  {
    what: 'the earliest of several comes first',
    base: individual,
    changes: {
      [`${D}.expires`]: '2027-09-01',
      'subject.certificate.validUntil': '2027-06-30',
      'subject.responsiblePerson.certificate.validUntil': '2027-06-30',
    },
    date: '2027-03-31',
    first: 'certificate.expiring',
  },
  {
    what: 'what is wrong already is no window, what grows worse is one',
    base: individual,
    changes: { [`${D}.expires`]: '2026-12-24' },
    date: '2026-12-24',
    first: 'domain.expired',
  },
]

/** Codes of what would be refused or warned of on that day and not on the day of asking. */
function further(filing: Filing, day: IsoDate): string[] {
  const pressing = (on: IsoDate) =>
    checklist(filing, on)
      .findings.filter(({ severity }) => severity !== 'note')
      .map(({ code, at }) => `${code} ${at}`)
  const now = pressing(today)
  return pressing(day).filter((key) => !now.includes(key))
}

test.each(cases)('$what', ({ base, changes, date, first }) => {
  const filing = changed(base, changes)
  const deadline = latestSafeSubmit(filing, today)
  expect({ date: deadline.date, first: deadline.first?.code }).toEqual({ date, first })
  expect(further(filing, date as IsoDate)).toEqual([])
  expect(further(filing, nextDay(date as IsoDate)).join()).toContain(first)
})

test('nothing that ends within the horizon leaves no date', () => {
  const filing = changed(unit, { [`${D}.expires`]: '2036-01-01' })
  expect(latestSafeSubmit(filing, today)).toEqual({ date: null, first: null, windows: [] })
})

test('every window is told, the earliest first, each on its last safe day', () => {
  const filing = changed(individual, { [`${D}.expires`]: '2027-03-01' })
  const { windows } = latestSafeSubmit(filing, today)
  expect(windows.map(({ date, finding }) => `${date} ${finding.code}`)).toEqual([
    '2026-11-30 domain.expiring',
    '2027-03-01 domain.expired',
  ])
})

describe('only some days are asked in full, and none is missed', () => {
  const filing = changed(individual, {
    [`${D}.expires`]: '2027-05-05',
    'subject.certificate.validUntil': '2027-07-07',
    'subject.responsiblePerson.certificate.validUntil': '2027-07-07',
  })
  test('the answer is that of asking every day', () => {
    const { windows } = latestSafeSubmit(filing, today)
    const told = new Set<string>()
    const slow: string[] = []
    const end = addMonths(today, 9)
    for (let day = today; day < end; day = nextDay(day)) {
      for (const key of further(filing, nextDay(day))) {
        if (!told.has(key)) slow.push(`${day} ${key}`)
        told.add(key)
      }
    }
    const quick = windows.map(({ date, finding }) => `${date} ${finding.code} ${finding.at}`)
    expect(quick.filter((line) => line < end)).toEqual(slow)
    expect(slow.length).toBeGreaterThan(2)
  })
})

test.each([{}, { services: services(3) }, { subject: { nature: 'individual' } }])(
  'a partial filing has an answer',
  (part) => {
    const filing = changed({ format: 'beiqi-filing/1' }, part as Changes)
    expect(latestSafeSubmit(filing, today).windows.every(({ date }) => daysBetween(today, date) >= 0)).toBe(true)
  },
)
