// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { fileName, leftByWhy } from '../../renderer/forms/form-view.ts'
import { clientHue, clientSign, filingLines, linesInSight, shownTime } from '../../renderer/home/client-view.ts'
import { previewUrl } from '../../renderer/images/preview-url.ts'
import { sortFiles } from '../../renderer/images/take-in.ts'
import { asZip, folderIn, keptBeside } from '../../renderer/package/package-view.ts'
import { withJoining } from '../../renderer/slots/joining.ts'
import { shownWindow } from '../../renderer/slots/slot-view.ts'
import { isoDay } from '../../renderer/today.ts'
import { nextLine } from '../../renderer/ui/roving.ts'
import * as sample from './sample-filing.ts'
import { report } from './sample-output.ts'

test('a slot without a lower limit says only the upper one', () => {
  const window = { formats: ['jpeg' as const], minBytes: 0, maxBytes: 4_000_000 }
  expect(shownWindow(window)).toEqual({ min: null, max: '4 MB' })
})

describe('where a package goes', () => {
  test.each([
    ['/home/a', '/home/a/包'],
    ['/', '/包'],
    ['C:\\Users\\a', 'C:\\Users\\a\\包'],
    ['D:\\', 'D:\\包'],
  ])('a folder of its own in %s', (chosen, out) => expect(folderIn(chosen, '包')).toBe(out))

  test('a ZIP ends in .zip', () => {
    expect([asZip('a'), asZip('a.ZIP')]).toEqual(['a.zip', 'a.ZIP'])
  })

  test('names keep only what every file system takes', () => {
    expect(fileName('备齐-甲/乙:丙*?-20261124')).toBe('备齐-甲-乙-丙---20261124')
  })
})

describe('clients', () => {
  test('have one colour each and the first sign of their name', () => {
    expect(clientHue(sample.ids.client)).toBe(clientHue(sample.ids.client))
    expect(clientHue(sample.ids.client)).not.toBe(clientHue(sample.ids.other))
    expect([clientSign('𠮷田'), clientSign(' acme'), clientSign('')]).toEqual(['𠮷', 'A', '·'])
  })

  test('the sample comes last, the newest first', () => {
    expect(filingLines(sample.clients).map(({ id }) => id)).toEqual([sample.ids.otherFiling, sample.ids.filing])
  })

  test('only lines in sight are drawn', () => {
    expect(linesInSight(100_000, 60, 6000, 600)).toEqual({ first: 94, last: 116 })
    expect(linesInSight(3, 60, 0, 600)).toEqual({ first: 0, last: 3 })
  })

  test('a time of today is a clock time', () => {
    const now = new Date(2026, 10, 24, 9, 5)
    expect(shownTime(now.toISOString(), isoDay(now))).toEqual({ day: '2026.11.24', time: '09:05', isToday: true })
  })
})

test('what the form leaves is grouped: first what the facts can supply, then what the hand does', () => {
  expect(leftByWhy(report.left).map(({ why, fields }) => [why, fields.length])).toEqual([
    ['unknown', 1],
    ['signature', 1],
    ['date', 1],
  ])
})

test('the address of a preview changes with what is done to the picture', () => {
  const image = sample.images[0] ?? { id: '', adjustments: [] }
  const turned = { ...image, adjustments: [{ kind: 'rotate' as const, degrees: 90 }] }
  expect(previewUrl(image, 320)).toMatch(/^app:\/\/preview\/image\/[\w-]+\?adjusted=1&side=320&v=\w+$/)
  expect(previewUrl(image, 320)).not.toBe(previewUrl(turned, 320))
  expect(previewUrl(image, 1600, false)).toBe(previewUrl(turned, 1600, false))
})

test('files without a path hand over their bytes', () => {
  const files = [new File([], 'a.jpg'), new File([], 'b.png')]
  expect(sortFiles(files, ['/a.jpg', ''])).toEqual({ paths: ['/a.jpg'], loose: [files[1]] })
})

test.each([
  ['ArrowDown', 0, 3, 'up', 1],
  ['ArrowDown', 2, 3, 'up', 2],
  ['End', 0, 3, 'up', 2],
  ['Home', 2, 3, 'grid', 0],
  ['ArrowLeft', 1, 3, 'grid', 0],
  ['ArrowLeft', 1, 3, 'up', null],
  ['Enter', 1, 3, 'up', null],
] as const)('%s on line %i of %i leads to %s', (key, at, count, way, to) => {
  expect(nextLine(key, at, count, way)).toBe(to)
})

test('copies to keep go beside the package, as a folder or a ZIP', () => {
  const keep = (name: string) => `${name}-留存`
  expect(keptBeside('/a/客户.x/备齐', keep)).toBe('/a/客户.x/备齐-留存')
  expect(keptBeside('C:\\a\\备齐.ZIP', keep)).toBe('C:\\a\\备齐-留存.ZIP')
})

test('a filing says of joining only what is not as usual', () => {
  const filing = { format: 'beiqi-filing/1' } as const
  const a4 = withJoining(filing, 'verification-form', { layout: 'a4' })
  expect(a4).toEqual({ ...filing, joining: { 'verification-form': { layout: 'a4' } } })
  const both = withJoining(a4, 'verification-form', { gap: 0, captions: true })
  expect(both.joining?.['verification-form']).toEqual({ layout: 'a4', gap: 0, captions: true })
  const usual = { layout: 'column', gap: null, captions: false } as const
  expect(withJoining(both, 'verification-form', usual)).toEqual(filing)
})
