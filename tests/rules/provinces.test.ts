import { expect, test } from 'vitest'
import { shippedRules } from '../../rules/catalog.ts'
import { checked, employee, individual, unit } from './filings.ts'
import golden from './golden-provinces.json' with { type: 'json' }

const { provinces } = shippedRules.tables

/** 张三, whose ID and phone are of another province, files a site of his own there. */
function stranger(code: string) {
  return checked(individual, {
    province: code,
    paperForm: false,
    'subject.certificate.address': code === '11' ? '上海市示例区' : '北京市示例区',
    'subject.responsiblePerson.mobileProvince': '31',
  })
}

/** A unit of the province whose employee answers for it and holds the domain, while the boss looks after the site. */
function delegated(code: string, name: string) {
  return checked(unit, {
    province: code,
    'subject.certificate.address': `${name}示例市`,
    'subject.contactAddress': `${name}示例市`,
    'subject.addressInSameCity': true,
    'subject.businessScope': '软件开发',
    'subject.responsiblePerson': employee,
    'services[0].responsiblePerson': unit.subject.legalRepresentative,
    'services[0].domains[0].registrantName': '王五',
    'services[0].domains[0].registrantRelation': 'responsible-person',
  })
}

const basics = ['subject-responsible-id', 'site-responsible-id', 'organizer-certificate', 'face-verification']

/** What the province makes of it: each line with the fact that says it (its source is in its id), and the earlier ones. */
function said({ items, findings, asks }: ReturnType<typeof checked>): string[] {
  const older = (earlier: { rule: string }[]) =>
    earlier.length > 0 ? ` < ${earlier.map(({ rule }) => rule).join(' ')}` : ''
  return [
    ...items
      .filter(({ material }) => !basics.includes(material))
      .map((item) => {
        const rules = item.because.map(({ rule }) => rule).join(' ')
        return `${item.need} ${item.material}@${item.for}: ${rules}${older(item.earlier)}`
      }),
    ...findings
      .filter(({ rule }) => /^\d/.test(rule))
      .map(({ severity, code, at, rule, earlier }) => `${severity} ${code} ${at}: ${rule}${older(earlier)}`),
    ...asks.map(({ at }) => `asks ${at}`),
  ]
}

test.each(provinces.map(({ code, title }) => [title.zh, code]))(
  '%s: a stranger and a delegating unit',
  (name, code) => {
    const found = { individual: said(stranger(code)), unit: said(delegated(code, name)) }
    expect(found).toEqual((golden as Record<string, unknown>)[code])
  },
)

test.each(provinces.map(({ code, title }) => [title.zh, code]))(
  '%s: no line is doubled, empty or half filled',
  (name, code) => {
    for (const { items, findings, asks, advice } of [stranger(code), delegated(code, name)]) {
      const lines = findings.map(({ code: what, at }) => `${what} ${at}`)
      expect(new Set(lines).size, lines.join()).toBe(lines.length)
      expect(new Set(advice.map(({ topic }) => topic)).size).toBe(advice.length)
      expect(asks.length).toBeLessThanOrEqual(4)
      const texts = [
        ...items.flatMap(({ because, earlier }) => [...because, ...earlier]),
        ...findings.flatMap((finding) => [finding, finding.fix, ...finding.earlier]),
        ...advice,
      ]
      for (const { zh, en } of texts) expect(`${zh} ${en}`).not.toMatch(/[{}]|undefined|未填写|not given|。。/)
    }
  },
)
