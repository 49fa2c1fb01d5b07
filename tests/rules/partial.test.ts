import { describe, expect, test } from 'vitest'
import { checklist } from '../../rules/checklist.ts'
import { formSigning, formValues } from '../../rules/forms.ts'
import { type Filing, provinceCodes } from '../../rules/schema.ts'
import { slots } from '../../rules/slots.ts'
import { changed, checked, employee, individual, today, unit } from './filings.ts'

/** As many rules as possible at work, so that much can be lost. */
const full = {
  'individual in Beijing': changed(individual, { domainsFitOnForm: false, 'services[0].topics': ['finance', 'news'] }),
  'unit with two persons': changed(unit, {
    province: '44',
    filingType: 'new-site',
    paperForm: true,
    domainsFitOnForm: false,
    'subject.responsiblePerson': employee,
    'services[0].responsiblePerson': {
      ...employee,
      name: '赵六',
      certificate: unit.subject.legalRepresentative.certificate,
    },
    'services[0].domains[0].registrantName': '王五',
    'services[0].domains[0].registrantRelation': 'responsible-person',
    'services[0].topics': ['finance'],
    'subject.filedDomainCount': 40,
    'subject.filedServiceCount': 3,
    'subject.contactAddress': '江苏省示例市示例路 2 号',
  }),
}

/** Every path of a value, ancestors first. */
function pathsOf(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return at === '' ? [] : [at]
  const children = Object.entries(value).flatMap(([key, inner]) =>
    pathsOf(inner, Array.isArray(value) ? `${at}[${key}]` : at === '' ? key : `${at}.${key}`),
  )
  return at === '' ? children : [at, ...children]
}

/** A topic less is a statement, not a gap. */
const isGap = (path: string) => !/topics\[\d+\]$/.test(path)
const required = ['format', 'services[0].domains[0].name', 'services[0].responsiblePerson.name']
const deletable = (filing: Filing) => pathsOf(filing).filter((path) => isGap(path) && !required.includes(path))

/** What a checklist says: its reasons and its findings, by rule and owner. */
function said(list: ReturnType<typeof checklist>) {
  const reasons = list.items.flatMap((item) =>
    item.because.map(({ rule }) => ({ key: `${rule} ${item.material}@${item.for}`, known: item.need !== 'unknown' })),
  )
  return { reasons, findings: list.findings.map(({ rule }) => rule) }
}

/** The question is about the place that was taken away, something in it, or what it stands in. */
function isAbout(ask: string, deleted: string): boolean {
  const within = (inner: string, outer: string) =>
    inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`)
  return within(ask, deleted) || within(deleted, ask)
}

describe.each(Object.entries(full))('%s', (_, filing) => {
  const before = said(checklist(filing, today))

  test.each(deletable(filing))('without %s nothing throws, and what is no longer said is asked', (path) => {
    const partial = changed(filing, { [path]: undefined })
    const list = checklist(partial, today)
    const after = said(list)
    const pending = list.items
      .filter(({ need }) => need === 'unknown')
      .flatMap(({ because }) => because.map(({ rule }) => rule))
    const lost = [
      ...before.reasons.filter(({ key }) => !after.reasons.some((one) => one.key === key)).map(({ key }) => key),
      ...before.findings.filter((rule) => !after.findings.includes(rule)),
    ]
    const asked = list.asks.some(({ at }) => isAbout(at, path))
    if (lost.length > 0 || pending.length > 0) expect({ path, lost, asked }).toMatchObject({ asked: true })
    for (const ask of list.asks) expect(ask.why.length).toBeGreaterThan(0)
    expect(slots(list, partial).length).toBeGreaterThan(0)
    formValues('verification-form', partial)
    formSigning('verification-form', partial)
  })

  test('no question is asked twice', () => {
    for (const path of deletable(filing)) {
      const { asks } = checklist(changed(filing, { [path]: undefined }), today)
      expect(new Set(asks.map(({ at }) => at)).size).toBe(asks.length)
    }
  })
})

test.each(provinceCodes)('in %s no gap throws, and whatever is not certain is asked', (province) => {
  for (const base of Object.values(full)) {
    for (const path of deletable(base)) {
      const { items, asks } = checklist(changed(base, { province, [path]: undefined }), today)
      const open = items.filter(({ need }) => need === 'unknown')
      if (open.length > 0) expect(asks.length, path).toBeGreaterThan(0)
      const asked = asks.map(({ at }) => at)
      for (const { because } of open) {
        expect(because[0]?.zh).toContain('还不能确定')
        expect(asked, path).toContain(because[0]?.missing)
      }
    }
  }
})

test('an empty filing has one sure item, and asks for little at a time', () => {
  const { items, findings, asks } = checked({ format: 'beiqi-filing/1' })
  expect(items.filter(({ need }) => need === 'required').map(({ material }) => material)).toEqual([
    'subject-responsible-id',
  ])
  expect(items.filter(({ need }) => need === 'later').map(({ material }) => material)).toEqual(['face-verification'])
  expect(findings).toEqual([])
  expect(asks.map(({ at }) => at).sort()).toEqual([
    'filingType',
    'paperForm',
    'provider',
    'province',
    'services',
    'subject.name',
    'subject.nature',
  ])
})

test('what is not certain says so', () => {
  const { items } = checked(individual, { paperForm: undefined })
  const form = items.find(({ material }) => material === 'verification-form')
  expect(form).toMatchObject({ need: 'unknown', because: [{ facts: [] }] })
  expect(form?.because[0]).toMatchObject({ zh: expect.stringContaining('还不能确定'), missing: 'paperForm' })
})

describe('contradictions give no confident line', () => {
  test('a nature that its certificate excludes: neither kind of applicant is assumed', () => {
    const { items, asks } = checked(individual, { 'subject.certificate.type': 'business-licence' })
    expect(items.find(({ material }) => material === 'subject-responsible-id')?.covers).toEqual([])
    expect(items.find(({ material }) => material === 'organizer-certificate')?.need).toBe('unknown')
    expect(asks.map(({ at }) => at)).toContain('subject.nature')
  })

  test.each([
    [
      'a namesake without a number',
      { 'subject.responsiblePerson': { name: '李四' } },
      'subject.responsiblePerson.certificate.number',
    ],
    [
      'one number under two names',
      { 'subject.responsiblePerson': { name: '王五', certificate: unit.subject.legalRepresentative.certificate } },
      'subject.responsiblePerson.name',
    ],
    [
      'a person without a name',
      { 'subject.responsiblePerson': { mobile: '13500135000' } },
      'subject.responsiblePerson.name',
    ],
    [
      'no legal representative to compare',
      { 'subject.responsiblePerson': employee, 'subject.legalRepresentative': undefined },
      'subject.legalRepresentative',
    ],
  ])('%s: whether he is the legal representative is asked', (_, changes, at) => {
    const { items, findings, asks } = checked(unit, changes)
    expect(items.find(({ material }) => material === 'authorization-letter')?.need).toBe('unknown')
    expect(findings.map(({ code }) => code)).not.toContain('person.not-legal-representative')
    expect(asks.map((ask) => ask.at)).toContain(at)
  })

  test('two birthdays: the age is asked, not taken from one of them', () => {
    const { findings, asks } = checked(individual, { 'subject.responsiblePerson.birthDate': '2015-01-01' })
    expect(findings.map(({ code }) => code)).toContain('person.birth-date-mismatch')
    expect(findings.map(({ code }) => code)).not.toContain('subject.underage')
    expect(asks.map(({ at }) => at)).toContain('subject.responsiblePerson.birthDate')
  })

  test('a listed registrar that the filing calls something else is asked about', () => {
    const at = 'services[0].domains[0].registrarInternational'
    const { findings, asks } = checked(individual, { [at]: true })
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([])
    expect(asks.map((ask) => ask.at)).toEqual([at])
  })
})

test.each([
  ['registrar', 'somebody-new', 'services[0].domains[0].registrarApproved'],
  ['registrar', undefined, 'services[0].domains[0].registrar'],
])('an unknown registrar is asked about once', (field, value, at) => {
  const { asks } = checked(unit, { [`services[0].domains[0].${field}`]: value })
  expect(asks.map((ask) => ask.at)).toEqual([at])
})
