import { expect, test } from 'vitest'
import { shippedRules } from '../../rules/catalog.ts'
import { IsoDate } from '../../rules/schema.ts'
import { judgeSignedPage, judgeSignedPaper, type SignedPage } from '../../rules/signed.ts'
import type { PlaceMeasures, SignedMeasures } from '../../rules/signed-measures.ts'

const limits = shippedRules.tables.signedLimits
const title = { zh: '签名', en: 'Signature' }
const none = { area: 0, width: 0, height: 0 }
const written = { area: 40, width: 22, height: 8 }
const place = (change: Partial<PlaceMeasures>): PlaceMeasures => ({
  pen: none,
  red: none,
  gaps: [],
  lost: 0,
  ...change,
})
const sealed = { x: 132, y: 172, width: 40, height: 40, area: 330 }

/** A letter with a signature, a seal and a date, all in order. */
const measures: SignedMeasures = {
  likeness: 0.95,
  compared: 800,
  changed: 3,
  changes: [],
  additions: [],
  resolution: 6,
  outside: 0,
  lostPrint: 0,
  hiddenCorners: 0,
  places: {
    signature: place({ pen: written }),
    seal: place({ red: { area: 330, width: 40, height: 40 } }),
    date: place({ pen: written, gaps: [9, 4, 4] }),
  },
  redMarks: [sealed],
}
const hands: SignedPage['hands'] = [
  {
    hand: { field: 'signature', title, why: 'signature', by: 'applicant', noStamp: false },
    at: { x: 130, y: 205, width: 52, height: 9 },
  },
  {
    hand: { field: 'seal', title, why: 'seal', by: 'unit', noStamp: false },
    at: { x: 140, y: 176, width: 41, height: 41 },
  },
  {
    hand: { field: 'date', title, why: 'date', by: 'signer', noStamp: false },
    at: { x: 80, y: 220, width: 64, height: 8 },
  },
]
const page: SignedPage = { file: 'a.jpg', hands, measures, open: false, isPreparation: false, otherPaper: null }
const withPlace = (field: string, change: Partial<PlaceMeasures>): Partial<SignedMeasures> => ({
  places: { ...measures.places, [field]: place(change) },
})
const stamp = { x: 140, y: 203, width: 12, height: 12, area: 40 }

test.each<[string, Partial<SignedMeasures>, Partial<SignedPage>, string[]]>([
  ['all in order', {}, {}, []],
  ['no signature', withPlace('signature', {}), {}, ['signed.signature-missing']],
  ['a trace of a signature', withPlace('signature', { pen: { ...none, area: 2 } }), {}, ['signed.place-unclear']],
  [
    'a stamp for a signature',
    { ...withPlace('signature', {}), redMarks: [sealed, stamp] },
    {},
    ['signed.signature-stamped'],
  ],
  [
    'a stamp where only the pen is taken',
    { ...withPlace('signature', {}), redMarks: [sealed, stamp] },
    { hands: hands.map((one) => ({ ...one, hand: { ...one.hand, noStamp: true } })) },
    ['signed.stamp-refused'],
  ],
  ['no seal', { ...withPlace('seal', {}), redMarks: [] }, {}, ['signed.seal-missing']],
  [
    'the seal elsewhere',
    { ...withPlace('seal', {}), redMarks: [{ ...sealed, x: 20, y: 240 }] },
    {},
    ['signed.seal-misplaced'],
  ],
  [
    'a seal nobody asked for',
    {},
    { hands: hands.filter(({ hand }) => hand.why !== 'seal') },
    ['signed.seal-unexpected'],
  ],
  ['no date', withPlace('date', { gaps: [0, 0, 0] }), {}, ['signed.date-missing']],
  ['a date without its day', withPlace('date', { pen: written, gaps: [9, 4, 0] }), {}, ['signed.place-unclear']],
  ['a word under fluid', { changes: [sealed] }, {}, ['signed.text-altered']],
  ['too blurred to tell', { likeness: limits.print.readableFrom - 0.01, changes: [sealed] }, {}, ['signed.unreadable']],
  ['half of it is another text', { changed: 400 }, {}, ['signed.other-edition']],
  ['writing beside the text', { additions: [sealed] }, {}, ['signed.writing-added']],
  ['writing where lines are left for it', { additions: [sealed] }, { open: true }, []],
  ['print cut off', { lostPrint: 0.2, outside: 60 }, {}, ['signed.cut-off']],
  ['the margin cut off', { outside: limits.page.outsideFrom }, {}, ['signed.margin-cut']],
  ['a dog-ear', { hiddenCorners: 1 }, {}, ['signed.corner-hidden']],
  ['a sheet that only says what to write', {}, { isPreparation: true }, ['signed.preparation-sheet']],
  ['another paper', {}, { otherPaper: title }, ['signed.other-paper']],
])('%s', (_, change, others, codes) => {
  const { findings } = judgeSignedPage({ ...page, ...others, measures: { ...measures, ...change } })
  expect(findings.map(({ code }) => code)).toEqual(codes)
})

const on = IsoDate.parse('2026-11-28')
const window = shippedRules.tables.papers.windows.find(({ id }) => id === 'letter-provider') ?? null
const paper = { at: 'authorization-letter-subject', pages: 2, hasDate: true, window, on }
const both = [
  { page: 0, file: 'a.jpg' },
  { page: 1, file: 'b.jpg' },
]

test.each([
  ['in its window', '2026-09-01', both, []],
  ['on the last day', '2026-08-28', both, []],
  ['a day too old', '2026-08-27', both, ['signed.too-old']],
  ['dated tomorrow', '2026-11-29', both, ['signed.date-ahead']],
  ['no date told', null, both, ['signed.date-untyped']],
  ['a page is missing', '2026-11-01', both.slice(0, 1), ['signed.page-missing']],
  ['a page twice', '2026-11-01', [...both, { page: 1, file: 'c.jpg' }], ['signed.page-twice']],
])('%s', (_, dated, came, codes) => {
  const found = judgeSignedPaper({ ...paper, came, dated: dated === null ? null : IsoDate.parse(dated) })
  expect(found.map(({ code }) => code)).toEqual(codes)
})
