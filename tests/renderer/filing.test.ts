// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { merged } from '../../renderer/filing/merge.ts'
import { fieldId, pruned, readAt, withAt } from '../../renderer/filing/paths.ts'
import {
  findingsOf,
  firstTask,
  imageOf,
  imagesAt,
  openCounts,
  type SlotState,
  tasksOf,
} from '../../renderer/filing/tasks-view.ts'
import { openPlaces, specAt } from '../../renderer/profile/fields.ts'
import { readValues, savable } from '../../renderer/profile/form-values.ts'
import * as sample from './sample-filing.ts'
import { filing } from './sample-filing.ts'

describe('places in a filing', () => {
  test('are read and written in both spellings', () => {
    expect(readAt(filing, 'services[0].domains[0].name')).toBe('example.cn')
    expect(readAt(filing, 'services.0.domains.3.name')).toBeUndefined()
    const changed = withAt(filing, 'services[0].domains[0].name', 'example.com')
    expect(readAt(changed, 'services.0.domains.0.name')).toBe('example.com')
    expect(readAt(filing, 'services.0.domains.0.name')).toBe('example.cn')
    expect(withAt({ format: 'x' }, 'services[0].name', '甲')).toEqual({ format: 'x', services: [{ name: '甲' }] })
    expect(withAt({ a: [1, 2, 3] }, 'a.1', undefined)).toEqual({ a: [1, 3] })
    expect(fieldId('services[0].domains[0].name')).toBe('field-services-0-domains-0-name')
  })

  test('what is empty is absent, but an empty service is a service', () => {
    expect(pruned({ a: '', b: { c: null }, d: [{ e: '' }, { e: 1 }], f: false })).toEqual({
      d: [{}, { e: 1 }],
      f: false,
    })
  })
})

describe('two changes of one filing', () => {
  const base = { a: 1, list: [{ x: 1 }, { x: 2 }], deep: { p: 'p', q: 'q' } }
  test.each([
    [
      'different places: both stay',
      { ...base, a: 2 },
      { ...base, deep: { p: 'P', q: 'q' } },
      { ...base, a: 2, deep: { p: 'P', q: 'q' } },
      0,
    ],
    ['the same place: mine stays and is counted', { ...base, a: 2 }, { ...base, a: 3 }, { ...base, a: 2 }, 1],
    [
      'elements of a list of the same length',
      { ...base, list: [{ x: 1 }, { x: 20 }] },
      { ...base, list: [{ x: 10 }, { x: 2 }] },
      { ...base, list: [{ x: 10 }, { x: 20 }] },
      0,
    ],
    ['a list that grew on both sides', { ...base, list: [] }, { ...base, list: [{ x: 9 }] }, { ...base, list: [] }, 1],
    ['taken away here', { ...base, deep: { p: 'p' } }, { ...base, a: 5 }, { ...base, a: 5, deep: { p: 'p' } }, 0],
  ])('%s', (_, mine, theirs, whole, conflicts) => {
    expect(merged<unknown>(base, mine, theirs)).toEqual({ whole, conflicts })
  })
})

describe('what stands in the form', () => {
  test('is a filing when all of it can be read', () => {
    const values = { ...filing, subject: { ...filing.subject, contactAddress: '' } }
    expect(readValues(values)).toEqual({ ok: true, filing })
  })

  test.each([
    ['subject.certificate.validUntil', '2035.13.40'],
    ['subject.responsiblePerson.birthDate', '昨天'],
    ['services.0.domains.0.expires', '2026-02-30'],
    ['services.0.server.periodMonths', '十二'],
  ])('names %s when it is %j, through unions too', (place, value) => {
    const reading = readValues(withAt(filing, place, value))
    expect(reading).toEqual({ ok: false, places: [place] })
  })

  test('the readable part is saved, with the saved value where something cannot be read', () => {
    const values = withAt(
      withAt(filing, 'subject.certificate.validUntil', 'nonsense'),
      'subject.contactAddress',
      '示例路 2 号',
    )
    const read = savable(values, filing)
    expect(read?.leftOut).toEqual(['subject.certificate.validUntil'])
    expect(readAt(read?.filing, 'subject.certificate.validUntil')).toBe('2035-03-01')
    expect(readAt(read?.filing, 'subject.contactAddress')).toBe('示例路 2 号')
  })

  test('a domain without a name waits in the form and holds nothing back', () => {
    const domains = [...(filing.services?.[0]?.domains ?? []), { name: '', registrantName: '张三' }]
    const read = savable(withAt(filing, 'services.0.domains', domains), filing)
    expect(read?.leftOut).toEqual(['services.0.domains.1.name'])
    expect(read?.filing.services?.[0]?.domains).toHaveLength(1)
  })
})

describe('fields', () => {
  test.each([
    ['subject.name', 'personName'],
    ['subject.nature', 'nature'],
    ['province', 'province'],
    ['subject.responsiblePerson.mobile', 'mobile'],
    ['services[0].domains[2].expires', 'expires'],
    ['services[0].server.billing', 'billing'],
    ['services[1].responsiblePerson.certificate.number', 'certificateNumber'],
    ['domainsFitOnForm', 'domainsFitOnForm'],
    ['services', undefined],
  ])('%s is the field %s', (at, label) => {
    expect(specAt(filing, at)?.label).toBe(label)
  })

  test('open places follow the nature of the subject', () => {
    expect(openPlaces(filing)).toEqual(['services[0].server.product', 'services[0].server.billing'])
    const unit = openPlaces({ format: 'beiqi-filing/1', subject: { nature: 'enterprise' } })
    expect(unit).toContain('subject.legalRepresentative.name')
    const same = openPlaces({
      format: 'beiqi-filing/1',
      subject: { nature: 'enterprise', responsiblePerson: 'legal-representative' },
    })
    expect(same.some((place) => place.startsWith('subject.responsiblePerson'))).toBe(false)
  })
})

describe('the task list', () => {
  const checks = sample.slots.map((slot) => ({ slot, finding: null, waiting: false }))
  const tasks = tasksOf(sample.checklist, checks, sample.images)

  test('has one line a paper, required ones first, with the state of its pictures', () => {
    expect(tasks.map(({ item, state }) => [item.material, state])).toEqual([
      ['subject-responsible-id', 'check'],
      ['verification-form', 'done'],
      ['beijing-confirmation', 'missing'],
      ['handheld-person', 'missing'],
      ['face-verification', 'none'],
      ['domain-certificate', 'none'],
    ])
    expect(firstTask(tasks)?.item.material).toBe('beijing-confirmation')
  })

  test('knows the slot of each paper and what it is joined with', () => {
    const confirmation = tasks[2]
    expect(confirmation?.slot?.id).toBe('verification-form')
    expect(confirmation?.joined).toEqual([{ material: 'verification-form', for: 'services[0]' }])
    const unsure = {
      ...sample.checklist,
      items: sample.checklist.items.map((item) => ({ ...item, need: 'unknown' as const })),
    }
    expect(tasksOf(unsure, checks, [])[2]?.joined).toEqual([])
  })

  test('calls ready only what is known to fit its upload place', () => {
    const stateWith = (more: Partial<SlotState>) => {
      const now = checks.map((check) => (check.slot.id === 'verification-form' ? { ...check, ...more } : check))
      return { now, task: tasksOf(sample.checklist, now, sample.images)[1] }
    }
    expect(stateWith({ waiting: true }).task?.state).toBe('checking')
    const unfit = { ...sample.expiring, code: 'stitch.too-small' }
    const { now, task } = stateWith({ finding: unfit })
    expect(task).toMatchObject({ state: 'problem', unfit })
    expect(findingsOf(sample.checklist, sample.images, now)).toContain(unfit)
  })

  test('counts what is open, blockers first, each finding once', () => {
    const findings = findingsOf(sample.checklist, [...sample.images, ...sample.images], checks)
    expect(findings.map(({ code }) => code)).toEqual(['domain.expiring', 'site-name.personal-word', 'image.blurred'])
    expect(openCounts(tasks, findings)).toEqual({ missing: 2, blockers: 1 })
    expect(imageOf(sample.blurred, sample.images)?.name).toBe('id-back.jpg')
  })

  test('pictures keep their order; those without a place are in the tray', () => {
    const place = { material: 'subject-responsible-id', for: 'subject' } as const
    expect(imagesAt(sample.images.toReversed(), place).map(({ name }) => name)).toEqual(['id-front.jpg', 'id-back.jpg'])
    expect(imagesAt(sample.images, null).map(({ name }) => name)).toEqual(['微信图片_20261123.jpg'])
  })
})
