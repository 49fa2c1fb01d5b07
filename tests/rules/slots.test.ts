import { expect, test } from 'vitest'
import { windowFor } from '../../rules/catalog.ts'
import { checklist } from '../../rules/checklist.ts'
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
    '05-备案信息真实性承诺书',
    '06-备案信息真实性责任告知书',
  ])
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
