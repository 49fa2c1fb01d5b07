import { expect, test } from 'vitest'
import { shippedRules, windowFor } from '../../rules/catalog.ts'
import { checklist } from '../../rules/checklist.ts'
import { attachmentFindings, unknownSlotFindings } from '../../rules/package.ts'
import type { MaterialId } from '../../rules/schema.ts'
import { slots } from '../../rules/slots.ts'
import { type Changes, changed, checked, employee, individual, services, today, unit } from './filings.ts'

const notLegal = { 'subject.responsiblePerson': employee }
const otherSite = { 'services[0].responsiblePerson': employee }
const onPaper = { paperForm: true }
const doesNotFit = { domainsFitOnForm: false }
const province = (code: string) => ({ province: code })

function slotsOf(base: unknown, changes: Changes = {}) {
  const filing = changed(base, changes)
  return slots(checklist(filing, today), filing)
}

test.each([
  ['aliyun', 'handheld-person', individual, {}, 'subject-responsible-id'],
  ['aliyun', 'authorization-letter', unit, notLegal, 'subject-responsible-id'],
  ['aliyun', 'authorization-letter', unit, { ...province('31'), ...otherSite }, 'site-responsible-id'],
  ['aliyun', 'domain-certificate', unit, {}, 'organizer-certificate'],
  ['aliyun', 'beijing-confirmation', individual, doesNotFit, 'verification-form'],
  ['aliyun', 'domain-attachment', unit, { ...onPaper, ...doesNotFit }, 'verification-form'],
  [
    'aliyun',
    'guangdong-finance-commitment',
    unit,
    { ...province('44'), 'services[0].topics': ['finance'] },
    'organizer-certificate',
  ],
  [
    'aliyun',
    'guangdong-finance-commitment',
    individual,
    { ...province('44'), 'services[0].topics': ['finance'] },
    'subject-responsible-id',
  ],
  ['huawei', 'authorization-letter', unit, notLegal, null],
  ['wechat', 'domain-certificate', unit, {}, null],
  ['legacy', 'domain-certificate', unit, {}, 'organizer-certificate'],
] as const)('at %s the %s is joined as the source says', (provider, material, of, changes, target) => {
  const item = checked(of, { provider, ...changes }).items.find((one) => one.material === material)
  expect(item).toMatchObject({ stitchWith: target, uploadWith: target })
})

test('an individual in Beijing uploads one picture of the ID with the photo holding it, and the form', () => {
  expect(
    slotsOf(individual, doesNotFit).map(({ name, parts }) => [name, parts.map(({ material }) => material)]),
  ).toEqual([
    ['01-主体负责人证件', ['subject-responsible-id', 'handheld-person']],
    ['02-真实性核验单', ['verification-form', 'beijing-confirmation']],
    ['03-人脸核验或幕布拍照', ['face-verification']],
  ])
})

test('where there are other attachments each paper has its own slot, and nothing is uploaded for the app', () => {
  const names = slotsOf(unit, { provider: 'huawei', ...notLegal }).map(({ name }) => name)
  expect(names).toEqual([
    '01-主体负责人证件',
    '02-主办单位证件',
    '03-授权书',
    '04-域名证书',
    '05-域名实名认证截图',
    '06-ICP备案信息真实性承诺书',
    '07-ICP备案信息真实性责任告知书',
  ])
})

/** One filing in Jiangsu, its person an employee and its domain registered with 阿里云, at each provider. */
test.each<[string, string[]]>([
  [
    'aliyun',
    [
      '01-主体负责人证件 = subject-responsible-id authorization-letter 0-3999999',
      '02-主办单位证件 = organizer-certificate domain-certificate authenticity-commitment responsibility-notice 204800-3999999',
    ],
  ],
  [
    'tencent',
    [
      '01-主体负责人证件 = subject-responsible-id authorization-letter 204800-8000000',
      '02-主办单位证件 = organizer-certificate domain-certificate domain-verification-screenshot authenticity-commitment responsibility-notice 204800-8000000',
    ],
  ],
  [
    'wechat',
    [
      '01-主体负责人证件 = subject-responsible-id 204800-3999999',
      '02-主办单位证件 = organizer-certificate 204800-3999999',
      '03-主体负责人授权书 = authorization-letter 204800-3999999',
      '04-域名证书 = domain-certificate 204800-3999999',
      '05-真实性承诺书 = authenticity-commitment 204800-3999999',
      '06-真实性责任告知书 = responsibility-notice 204800-3999999',
    ],
  ],
])('the same filing at %s makes the package of its portal', (provider, expected) => {
  const found = slotsOf(unit, { provider, ...notLegal })
    .filter(({ id }) => !id.startsWith('face'))
    .map(
      ({ name, parts, window }) =>
        `${name} = ${parts.map(({ material }) => material).join(' ')} ${window.minBytes}-${window.maxBytes}`,
    )
  expect(found).toEqual(expected)
})

test('a paper is called what the portal calls it, by whose it is and where', () => {
  const called = (changes: Record<string, unknown>, material: string) =>
    checked(unit, changes)
      .items.filter((item) => item.material === material)
      .map(({ title }) => title.zh)
  expect(called(notLegal, 'authorization-letter')).toEqual(['主体负责人授权书'])
  expect(called({ provider: 'tencent' }, 'responsibility-notice')).toEqual(['江苏省网站备案信息真实性责任告知书'])
  expect(called({ provider: 'tencent', province: '31', ...otherSite }, 'authorization-letter')).toEqual([
    '上海网站负责人授权书',
  ])
  expect(called({ provider: 'huawei', ...otherSite }, 'site-responsible-id')).toEqual(['互联网信息服务负责人证件'])
  expect(called({ provider: 'generic', ...notLegal }, 'authorization-letter')).toEqual(['授权书'])
})

test('what an app photographs live is said from its day on', () => {
  const hints = (on: string) =>
    checked(unit, {}, on)
      .items.find(({ material }) => material === 'organizer-certificate')
      ?.hints.map(({ zh }) => zh)
  expect(hints('2019-07-29')?.join()).toMatch(/当面拍原件/)
  expect(hints('2019-07-28')?.join()).not.toMatch(/当面拍原件/)
})

test('more attachments than the provider takes block the package', () => {
  const many = (count: number) =>
    slotsOf(unit, { provider: 'wechat', services: Array.from({ length: count }, () => unit.services[0]) }).filter(
      ({ id }) => !id.startsWith('face'),
    )
  const codes = (count: number, provider: string) =>
    attachmentFindings(many(count), changed(unit, { provider }), shippedRules).map(({ code }) => code)
  expect(codes(3, 'wechat')).toEqual([])
  expect(codes(4, 'wechat')).toEqual(['package.too-many-attachments'])
  expect(codes(4, 'huawei')).toEqual([])
})

test('a way of joining for a slot that is not there is said, with the slots that are', () => {
  const filing = changed(unit, { ...onPaper, joining: { 'verification-form': {}, 'verification-form-1': {} } })
  const found = unknownSlotFindings(filing, slots(checklist(filing, today), filing))
  expect(found.map(({ code, at }) => [code, at])).toEqual([['package.slot-unknown', 'joining.verification-form']])
  expect(found[0]?.fix.zh).toContain('verification-form-1')
})

test('slots of several services are told apart, by id and by name', () => {
  const found = slotsOf(unit, { provider: 'huawei', paperForm: true, services: services(3) })
  expect(
    found.filter(({ id }) => id.startsWith('verification-form')).map(({ id, name, title }) => [id, name, title.zh]),
  ).toEqual([
    ['verification-form-1', '03-真实性核验单-网站1', '真实性核验单-网站1'],
    ['verification-form-2', '04-真实性核验单-网站2', '真实性核验单-网站2'],
    ['verification-form-3', '05-真实性核验单-网站3', '真实性核验单-网站3'],
  ])
  for (const key of ['id', 'name'] as const) expect(new Set(found.map((slot) => slot[key])).size).toBe(found.length)
  for (const { name } of found) expect(name).toMatch(/^\d\d-[\p{L}\p{N}（）-]+$/u)
})

test('every item has a place in exactly one slot', () => {
  for (const changes of [{}, notLegal, otherSite, { subject: undefined }, { services: undefined }]) {
    const { items } = checked(unit, changes)
    const places = slotsOf(unit, changes).flatMap(({ parts }) => parts.map((part) => `${part.material}@${part.for}`))
    expect(places.sort()).toEqual(items.map((item) => `${item.material}@${item.for}`).sort())
  }
})

/** Byte limits in their stricter reading: ceilings decimal, floors binary. Sources stand in rules/data/providers/. */
test.each<[string, MaterialId | null, number, number, string]>([
  ['aliyun', null, 0, 3_999_999, '“小于 4 MB”, 2019-09-11'],
  ['aliyun', 'domain-certificate', 204_800, 3_999_999, '200 KB 至 4 MB, 2019-09-19'],
  ['tencent', 'organizer-certificate', 204_800, 8_000_000, '200 KB 至 8 MB, 2021-08..2023-08'],
  ['huawei', null, 0, 4_000_000, '4 MB, 2025-12-31'],
  ['volcengine', null, 0, 5_000_000, '5 MB, 2024-01-23'],
  ['jd', null, 204_800, 3_999_999, 'modern_safe'],
  ['wechat', null, 204_800, 3_999_999, 'modern_safe'],
  ['baidu', null, 204_800, 3_999_999, 'modern_safe'],
  ['douyin', null, 204_800, 3_999_999, 'modern_safe, 2023-12'],
  ['small-portal', null, 204_800, 1_999_999, '小于 2 MB, 2016..2019'],
  ['generic', null, 204_800, 3_999_999, 'modern_safe'],
  ['legacy', null, 0, 100_000, '100 KB, 2010s'],
  ['legacy', 'verification-form', 0, 150_000, '150 KB, 2010s'],
  ['nobody', null, 204_800, 3_999_999, 'an unknown provider is treated as generic'],
])('%s %s takes %i to %i bytes (%s)', (provider, material, minBytes, maxBytes) => {
  expect(windowFor(provider, material)).toMatchObject({ minBytes, maxBytes })
})

test('a joined domain certificate brings its floor into the slot', () => {
  const slot = slotsOf(unit).find(({ id }) => id === 'organizer-certificate')
  expect(slot).toMatchObject({ window: { minBytes: 204_800, maxBytes: 3_999_999 }, layout: 'column' })
})
