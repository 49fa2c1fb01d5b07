import { expect, test } from 'vitest'
import { shippedRules, windowFor } from '../../rules/catalog.ts'
import { isOpen, stillOverruled, withOverruled } from '../../rules/overrule.ts'
import { judgePicture, type MeasuredPicture, type PictureUse } from '../../rules/pictures.ts'

const limits = shippedRules.tables.pictureLimits
const good = {
  bytes: 900_000,
  width: 4000,
  height: 3000,
  format: 'jpeg',
  chroma: 9.5,
  colour: 30,
  lightness: 70,
  ink: 12,
  paper: 90,
  clipped: 0.03,
  glare: 0,
  sharpness: 2,
  detail: 0.5,
  grid: 0.5,
  outline: 0.95,
  document: { width: 1284, height: 810 },
  cutOff: false,
  covered: 0,
} as const satisfies MeasuredPicture
const use: PictureUse = {
  window: windowFor('volcengine', null),
  material: 'subject-responsible-id',
  file: '身份证.jpg',
}
const codesOf = (measured: Partial<MeasuredPicture>, other: Partial<PictureUse> = {}): string[] =>
  judgePicture({ ...good, ...measured }, { ...use, ...other }).map(({ code }) => code)

const sheet = { width: 2480, height: 3508 }
const { overexposed, blurred } = limits
/** The smallest print of a card is 2.1 of its 85.6 mm. */
const enlargedCard = blurred.enlarged.pixelsBelow / (good.document.width * (2.1 / 85.6))

const smallCard = blurred.sharpness.card.below * 0.6 ** blurred.sharpness.card.power
const smallSheet = {
  size: { width: 530, height: 750 },
  least: blurred.sharpness.sheet.below * 0.75 ** blurred.sharpness.sheet.power,
}

test.each<[string, Partial<MeasuredPicture>, string[]]>([
  ['a good photo', {}, []],
  ['without any colour', { colour: 0, chroma: 0 }, ['image.grayscale']],
  ['at the limit of colour', { colour: limits.grayscale.colourBelow }, []],
  ['a tinted copy', { chroma: limits.copied.chromaBelow - 0.01 }, ['image.copied']],
  ['at the limit of colours of its own', { chroma: limits.copied.chromaBelow }, []],
  ['a copy of a document that was not found', { chroma: 0, document: null }, []],
  [
    'a dark photo is called neither blurred nor a copy',
    { paper: limits.dark.paperBelow - 1, sharpness: 0, chroma: 0 },
    ['image.dark'],
  ],
  ['at the limit of light', { paper: limits.dark.paperBelow }, []],
  ['a card burnt out', { clipped: overexposed.clippedFrom }, ['image.overexposed']],
  ['a card just not', { clipped: overexposed.clippedFrom - 0.01 }, []],
  ['a sheet with faded print', { document: sheet, clipped: 0.9, ink: overexposed.inkFrom }, ['image.overexposed']],
  ['a bright scan with black print', { document: sheet, clipped: 0.9, ink: overexposed.inkFrom - 1 }, []],
  ['nothing but white', { document: sheet, clipped: overexposed.wholeFrom }, ['image.overexposed']],
  ['glare', { glare: limits.glare.shareFrom }, ['image.glare']],
  ['a glint', { glare: limits.glare.shareFrom - 0.001 }, []],
  ['out of focus', { sharpness: blurred.sharpness.card.below - 0.01 }, ['image.blurred']],
  ['at the limit of sharpness', { sharpness: blurred.sharpness.card.below }, []],
  ['a sheet at its own limit', { document: sheet, sharpness: blurred.sharpness.sheet.below }, []],
  ['a small card has less to show', { document: { width: 600, height: 378 }, sharpness: smallCard }, []],
  [
    'and is blurred below that',
    { document: { width: 600, height: 378 }, sharpness: smallCard - 0.01 },
    ['image.blurred'],
  ],
  ['a small sheet has even less', { document: smallSheet.size, sharpness: smallSheet.least }, []],
  ['a card enlarged from a small picture', { detail: enlargedCard - 0.01 }, ['image.blurred']],
  ['with as much detail as small print needs', { detail: enlargedCard }, []],
  ['of few pixels, and no finer ones possible', { document: { width: 449, height: 283 }, detail: 0.6 }, []],
  ['no outline at all', { document: null, outline: 0 }, ['image.no-document']],
  ['an outline that is likely', { document: null, outline: limits.noDocument.outlineBelow }, []],
  ['no whole outline, since it is cut off', { document: null, outline: 0, cutOff: true }, ['image.cut-off']],
  ['the grid of a screen', { grid: limits.screenPhoto.gridFrom }, ['image.screen-photo']],
  ['nearly a grid', { grid: limits.screenPhoto.gridFrom - 0.01 }, []],
  ['a weave, perhaps, where no document is seen', { document: null, grid: limits.screenPhoto.unseenFrom - 0.01 }, []],
  ['a screen all the same', { document: null, grid: limits.screenPhoto.unseenFrom }, ['image.screen-photo']],
  ['cut off', { cutOff: true }, ['image.cut-off']],
  ['beyond the picture, by an outline that is not whole', { document: null, cutOff: true }, ['image.cut-off']],
  ['a finger over an edge', { covered: limits.covered.shareFrom }, ['image.covered']],
  ['nearly nothing over an edge', { covered: limits.covered.shareFrom - 0.001 }, []],
  // The smallest print of a card is 2.1 of its 85.6 mm, that of a sheet 4.2 of its 210 mm.
  ['a card that is too small', { document: { width: 426, height: 269 } }, ['image.small-print']],
  ['a card just large enough', { document: { width: 449, height: 283 } }, []],
  ['a sheet that is too small', { document: { width: 520, height: 735 } }, ['image.small-print']],
  ['a sheet just large enough', { document: { width: 560, height: 792 } }, []],
  ['a paper of unknown size', { document: { width: 100, height: 100 }, sharpness: 1 }, []],
  ['too few pixels for the slot', { width: 499, height: 400 }, ['image.too-small']],
  ['too narrow', { width: 299, height: 800 }, ['image.too-small']],
  ['just enough, upright', { width: 300, height: 500 }, []],
  [
    'measured by an earlier program',
    {
      colour: null,
      ink: null,
      paper: null,
      glare: null,
      detail: null,
      grid: null,
      outline: null,
      document: null,
      cutOff: null,
      covered: null,
    },
    [],
  ],
])('%s', (_, measured, codes) => {
  expect(codesOf(measured)).toEqual(codes)
  for (const { at, sources, fix, zh, en } of judgePicture({ ...good, ...measured }, use)) {
    expect({ at, source: sources[0]?.id }).toEqual({ at: '身份证.jpg', source: 'own-measurement' })
    expect(fix.zh && fix.en && zh && en).toBeTruthy()
  }
})

test('a letter in black print is no copy: only papers whose originals are coloured are judged', () => {
  expect(codesOf({ chroma: 0.2 }, { material: 'authorization-letter' })).toEqual([])
  expect(codesOf({ chroma: 0.2 }, { material: null })).toEqual([])
})

test('a screenshot has no outline of a paper', () => {
  expect(codesOf({ document: null, outline: 0 }, { material: 'domain-verification-screenshot' })).toEqual([])
  expect(codesOf({ document: null, outline: 0 }, { material: null })).toEqual([])
})

test('a thumb on a card that is held up is no fault, nor is a body that goes beyond the picture', () => {
  const use = { material: 'handheld-person' as const }
  expect(codesOf({ covered: 1 }, use)).toEqual([])
  expect(codesOf({ document: null, cutOff: true }, use)).toEqual([])
  expect(codesOf({ cutOff: true }, use)).toEqual(['image.cut-off'])
})

test('without a slot, and in a slot without a smallest size, no picture has too few pixels', () => {
  const tiny = { width: 10, height: 10 }
  expect(codesOf(tiny, { window: null })).toEqual([])
  expect(codesOf(tiny, { window: windowFor('aliyun', null) })).toEqual([])
})

test('a finding that may be wrong can be overruled; one that would surely be refused cannot', () => {
  const findings = judgePicture({ ...good, colour: 0, glare: 0.1, cutOff: true }, use)
  const reasons = [
    { code: 'image.grayscale', reason: '原件就是黑白的' },
    { code: 'image.glare', reason: '反光处没有内容' },
    { code: 'image.dark', reason: '以前太暗' },
  ]
  const decided = withOverruled(findings, reasons)
  expect(decided.filter(isOpen).map(({ code }) => code)).toEqual(['image.grayscale', 'image.cut-off'])
  expect(decided.find(({ code }) => code === 'image.glare')?.overruled).toEqual(reasons[1])
  expect(stillOverruled(findings, reasons)).toEqual([reasons[1]])
})
