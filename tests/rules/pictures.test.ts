import { expect, test } from 'vitest'
import { shippedRules, windowFor } from '../../rules/catalog.ts'
import { judgePicture, type MeasuredPicture } from '../../rules/pictures.ts'

const { grayscale, dark, overexposed, blurred } = shippedRules.tables.pictureLimits
const good: MeasuredPicture = {
  bytes: 900_000,
  width: 1284,
  height: 810,
  format: 'jpeg',
  chroma: 9.5,
  lightness: 70,
  clipped: 0.03,
  sharpness: blurred.sharpnessBelow * 4,
}
const volcengine = windowFor('volcengine', null)

test.each<[string, Partial<MeasuredPicture>, string[]]>([
  ['a good photo', {}, []],
  ['a grey copy', { chroma: 0 }, ['image.grayscale']],
  ['just below the limit of colour', { chroma: grayscale.chromaBelow - 0.01 }, ['image.grayscale']],
  ['at the limit of colour', { chroma: grayscale.chromaBelow }, []],
  ['a dark photo is not called blurred as well', { lightness: dark.lightnessBelow - 1, sharpness: 0 }, ['image.dark']],
  ['at the limit of light', { lightness: dark.lightnessBelow }, []],
  ['burnt out', { clipped: overexposed.clippedFrom }, ['image.overexposed']],
  ['a white sheet with some glare', { clipped: overexposed.clippedFrom - 0.01 }, []],
  ['out of focus', { sharpness: blurred.sharpnessBelow / 2 }, ['image.blurred']],
  ['at the limit of sharpness', { sharpness: blurred.sharpnessBelow }, []],
  ['too small', { width: 499, height: 400 }, ['image.too-small']],
  ['too narrow', { width: 299, height: 800 }, ['image.too-small']],
  ['just large enough, upright', { width: 300, height: 500 }, []],
  [
    'everything at once',
    { chroma: 0, clipped: 1, sharpness: 0, width: 10, height: 10 },
    ['image.grayscale', 'image.overexposed', 'image.blurred', 'image.too-small'],
  ],
])('%s', (_, measured, codes) => {
  const findings = judgePicture({ ...good, ...measured }, volcengine, '身份证.jpg')
  expect(findings.map(({ code }) => code)).toEqual(codes)
  for (const { at, sources, fix, zh, en } of findings) {
    expect({ at, source: sources[0]?.id }).toEqual({ at: '身份证.jpg', source: 'own-measurement' })
    expect(fix.zh && fix.en && zh && en).toBeTruthy()
  }
})

test('without a slot, and in a slot without a smallest size, no picture is too small', () => {
  const tiny = { ...good, width: 10, height: 10 }
  expect(judgePicture(tiny, null, 'x')).toEqual([])
  expect(judgePicture(tiny, windowFor('aliyun', null), 'x')).toEqual([])
})
