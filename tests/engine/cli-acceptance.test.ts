/**
 * What a stranger would try first, from the command line: where sources disagree, what a number means exactly, and
 * what time, place and provider change. Each case is one line of `rules/data/` that somebody could get wrong.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Checklist } from '../../rules/answers.ts'
import { type Changes, changed, domains, employee, individual, unit } from '../rules/filings.ts'
import { beiqi, workFolder } from './cli.ts'

const folder = await workFolder('acceptance')

async function checklistOf(name: string, base: unknown, changes: Changes, on = '2026-11-24'): Promise<Checklist> {
  await writeFile(join(folder, `${name}.json`), JSON.stringify(changed(base, changes)))
  const { code, stdout, stderr } = await beiqi(['checklist', `${name}.json`, '--json', '--on', on], { cwd: folder })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout)
}

const stranger = (province: string) => ({
  province,
  paperForm: false,
  'subject.certificate.address': '浙江省示例市示例路 1 号',
  'subject.responsiblePerson.mobileProvince': province,
})
const ofUnit = (province: string, address: string) => ({ province, 'subject.certificate.address': address })
const prefixes = (count: number) => ({
  ...ofUnit('44', '广东省示例市'),
  filingType: 'new-site',
  'subject.filedDomainCount': count - 1,
  'services[0].domains': domains(1),
})

/** Severity and code of findings, need and material of items; `-` in front: it must not be there. */
const cases: [string, unknown, Changes, string, string[]][] = [
  [
    'Inner Mongolia: the newest two sources want a local ID',
    individual,
    stranger('15'),
    '2026-11-24',
    ['blocker person.not-local'],
  ],
  [
    'Jiangxi: the newest is looser than three older ones',
    individual,
    stranger('36'),
    '2026-11-24',
    ['warning person.not-local', 'required residence-permit'],
  ],
  ['Guangxi: one source only, the newest', individual, stranger('45'), '2026-11-24', ['blocker person.not-local']],
  ['Guangdong: thirty-one prefixes pass', unit, prefixes(31), '2026-11-24', ['-required site-construction-plan']],
  ['Guangdong: thirty-two prefixes want a plan', unit, prefixes(32), '2026-11-24', ['required site-construction-plan']],
  [
    'Hebei: only the legal representative, so a letter is no way out',
    unit,
    { ...ofUnit('13', '河北省示例市'), 'subject.responsiblePerson': employee },
    '2026-11-24',
    ['blocker person.not-legal-representative', 'optional authorization-letter'],
  ],
  [
    'Sichuan: a letter is taken',
    unit,
    { ...ofUnit('51', '四川省示例市'), 'subject.responsiblePerson': employee },
    '2026-11-24',
    ['-blocker person.not-legal-representative', 'required authorization-letter'],
  ],
  ['a day before every source', unit, {}, '1999-01-01', ['warning rules.before-sources']],
  ['a day of the oldest sources', unit, {}, '2010-01-01', ['-warning rules.before-sources']],
  ['Jiangsu, the day before its notice', unit, {}, '2021-05-31', ['-required responsibility-notice']],
  ['Jiangsu, the day of its notice', unit, {}, '2021-06-01', ['required responsibility-notice']],
  [
    'a domain with ninety days left',
    unit,
    { 'services[0].domains[0].expires': '2027-02-22' },
    '2026-11-24',
    ['blocker domain.expiring'],
  ],
  [
    'a domain with ninety-one days left',
    unit,
    { 'services[0].domains[0].expires': '2027-02-23' },
    '2026-11-24',
    ['-blocker domain.expiring'],
  ],
  [
    'Tencent Cloud wants a screenshot of a domain registered elsewhere',
    unit,
    { provider: 'tencent', 'services[0].server.product': 'cvm', 'services[0].server.region': 'ap-shanghai' },
    '2026-11-24',
    ['required domain-verification-screenshot'],
  ],
  [
    'an app is not passed off as a website',
    unit,
    { 'services[0].type': 'app' },
    '2026-11-24',
    ['warning service.type-not-covered'],
  ],
]

test.each(cases)('%s', async (name, base, changes, on, expected) => {
  const { items, findings } = await checklistOf(name.replace(/\W+/g, '-'), base, changes, on)
  const said = new Set([
    ...findings.map(({ severity, code }) => `${severity} ${code}`),
    ...items.map(({ need, material }) => `${need} ${material}`),
  ])
  const wrong = expected.filter((line) => (line.startsWith('-') ? said.has(line.slice(1)) : !said.has(line)))
  expect(wrong, [...said].join('\n')).toEqual([])
})
