import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formSigning, formValues } from '../../rules/forms.ts'
import { type Changes, changed, employee, individual, services, unit } from './filings.ts'

const form = 'verification-form'

/** Field ids as the form's own definition has them. */
const definition = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../assets/forms/verification-form.json'), 'utf8'),
) as {
  fields: { id: string; kind: 'text' | 'hand'; why?: string }[]
}
const idsOf = (kind: 'text' | 'hand') => definition.fields.filter((field) => field.kind === kind).map(({ id }) => id)

/** Of all values, those that this form prints. */
function values(base: unknown, changes: Changes = {}, service = 0): Record<string, string> {
  const all = Object.entries(formValues(form, changed(base, changes), service))
  return Object.fromEntries(all.filter(([id]) => idsOf('text').includes(id)))
}
const places = (base: unknown, changes: Changes = {}) => formSigning(form, changed(base, changes)).hands

test('an individual’s form in Beijing, with each domain’s registrar', () => {
  const domain = individual.services[0].domains[0]
  const domains = [
    domain,
    { ...domain, name: 'www.example.com', registrar: 'wanwang' },
    { ...domain, name: 'example.net', registrar: 'somebody-unknown' },
  ]
  expect(values(individual, { 'services[0].domains': domains })).toEqual({
    'organizer-name': '张三',
    'organizer-nature': '个人',
    'certificate-type': '居民身份证',
    'certificate-number': '11010519491231002X',
    'certificate-address': '北京市朝阳区示例路 1 号',
    'subject-responsible-name': '张三',
    'subject-responsible-certificate': '居民身份证 11010519491231002X',
    'site-name': '张三的摄影笔记',
    domains: 'example.cn 阿里云；example.com 万网；example.net',
    'site-responsible-name': '张三',
    'site-responsible-certificate-type': '居民身份证',
    'site-responsible-certificate-number': '11010519491231002X',
    mobile: '13800138000',
    'emergency-mobile': '13900139000',
    email: 'zhangsan@example.cn',
    'contact-address': '北京市朝阳区示例路 1 号',
    'provider-name': '阿里云',
    'service-content': '个人博客',
  })
})

test('a unit’s form names both persons, elsewhere without registrars, and each service has its own', () => {
  const two = { services: [...services(1), { ...unit.services[0], responsiblePerson: employee }] }
  expect(values(unit, two, 1)).toMatchObject({
    domains: 'example.cn',
    'subject-responsible-name': '李四',
    'site-responsible-name': '王五',
    'site-responsible-certificate-number': '360426199101010071',
    mobile: '13500135000',
  })
  expect(values(unit, two, 0)).toMatchObject({ 'site-name': '示例网站0', domains: 'example0.cn' })
})

test('what is not known is absent', () => {
  expect(values({ format: 'beiqi-filing/1' })).toEqual({})
  expect(values(unit, { 'services[0].responsiblePerson': undefined })).not.toHaveProperty('site-responsible-name')
  expect(values(unit, { provider: 'generic' })).not.toHaveProperty('provider-name')
  expect(values(unit, {}, 7)).not.toHaveProperty('site-name')
})

test('fields and hand places are those of the form’s definition', () => {
  const printed = Object.keys({ ...values(individual, { 'subject.contactAddress': '示例' }) })
  expect(printed.sort()).toEqual(idsOf('text').sort())
  const all = places({ format: 'beiqi-filing/1' })
  expect(all.map(({ field }) => field).sort()).toEqual(idsOf('hand').sort())
  for (const { field, why } of all) expect(definition.fields.find(({ id }) => id === field)?.why).toBe(why)
})

const always = ['signature', 'date', 'checker-signature']
/** 阿里云《核验单》, 2019-05-28. */
test.each<[string, unknown, Changes, string[]]>([
  ['an individual in Beijing', individual, {}, always],
  ['an individual in Jiangxi', individual, { province: '36' }, [...always, 'fingerprint']],
  ['an individual in Xinjiang', individual, { province: '65' }, [...always, 'fingerprint']],
  ['an individual in Guangdong', individual, { province: '44' }, [...always, 'hand-copied-paragraph']],
  ['a unit anywhere', unit, {}, [...always, 'seal']],
  ['a unit in Jiangxi', unit, { province: '36' }, [...always, 'seal']],
  ['a unit in Guangdong', unit, { province: '44' }, [...always, 'seal']],
  [
    'an individual of an unknown province',
    individual,
    { province: undefined },
    [...always, 'fingerprint', 'hand-copied-paragraph'],
  ],
])('what the hand does for %s', (_, base, changes, expected) => {
  const found = places(base, changes)
  expect(found.map(({ field }) => field).sort()).toEqual([...expected].sort())
  for (const { sources, hint } of found) expect(sources.length > 0 && hint.zh && hint.en).toBeTruthy()
})
