import { PDFDocument } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import type { AnchorMap } from '../../main/engine/pdf/anchor-map.ts'
import { fillBlank } from '../../main/engine/pdf/fill.ts'
import { fitAnchor } from '../../main/engine/pdf/fill-anchors.ts'
import { measureOf } from '../../main/engine/pdf/fonts.ts'
import { fitCells, fitText } from '../../main/engine/pdf/text.ts'
import { acroFormBlank, flatBlank } from '../fixtures/draw/blanks.ts'
import { formAnchors, handFields } from '../fixtures/draw/form.ts'
import { awkwardBlank, blankOf, definition, factsFor, fieldBlank, mapOf, unbalancedBlank, values } from './pdf-facts.ts'
import { changesInside, changesOutside, inkOf, type TextLine, wrongCharacters } from './pdf-ink.ts'

const a4 = 841.89
const boxed = ['certificate-number', 'site-responsible-certificate-number']
const anchors = () => formAnchors().map((anchor) => (boxed.includes(anchor.field) ? { ...anchor, boxes: 18 } : anchor))

/** Where each text shall stand, by the same layout that is tested on its own in pdf-text.test.ts. */
function expectedLines(map: AnchorMap, texts: Readonly<Record<string, string>>): TextLine[] {
  return map.anchors.flatMap((anchor) => {
    const text = texts[anchor.field]
    const fit = text === undefined ? null : fitAnchor(text, anchor)
    if (!fit) return []
    return fit.lines.map(({ text: line, x, y }) => ({
      text: line,
      x: anchor.x + x,
      y: anchor.y + y,
      size: fit.size,
      weight: 'regular' as const,
    }))
  })
}

describe('a flat blank', () => {
  test('every character of every text leaves its own ink inside its place, and nothing else changes', async () => {
    const blank = await flatBlank()
    const map = mapOf(blank, anchors())
    const report = await fillBlank(factsFor(blank, map))
    expect(report).toMatchObject({ pages: 1, edition: '测试用空白表' })
    expect(Object.fromEntries(report.filled.map(({ field, text }) => [field, text]))).toEqual(values)
    expect(report.left.map(({ field, why }) => `${field}: ${why}`)).toEqual([
      'signature: signature',
      'seal: seal',
      'fingerprint: fingerprint',
      'date: date',
      'hand-copied-paragraph: handwritten',
    ])

    const [before, after] = [await inkOf(blank, 0, a4), await inkOf(report.pdf, 0, a4)]
    expect(await wrongCharacters(after, expectedLines(map, values))).toEqual([])
    const written = map.anchors.filter(({ field }) => !handFields.includes(field))
    expect(changesOutside(before, after, written)).toBe(0)
    for (const place of map.anchors.filter(({ field }) => handFields.includes(field))) {
      expect(changesInside(before, after, place)).toBe(0)
    }
  })

  test('the measure tells a right character from a wrong one and from none', async () => {
    const blank = await blankOf((document) => document.addPage([200, 60]))
    const map = mapOf(blank, [{ field: 'organizer-name', page: 0, x: 10, y: 10, width: 100, height: 30 }])
    const { pdf } = await fillBlank(factsFor(blank, map, { values: { 'organizer-name': '龘' } }))
    const page = await inkOf(pdf, 0, 200)
    const [line] = expectedLines(map, { 'organizer-name': '龘' })
    if (!line) throw new Error('the character has no place')
    expect(await wrongCharacters(page, [line])).toEqual([])
    expect(await wrongCharacters(page, [{ ...line, text: '龖' }])).toHaveLength(1)
    expect(await wrongCharacters(page, [{ ...line, x: line.x + 100 }])).toHaveLength(1)
  })

  test.each([0, 90, 180, 270])(
    'a page turned by %d, cropped, with a scale left behind, is written where it is seen',
    async (turn) => {
      const blank = await awkwardBlank(turn)
      const map = mapOf(blank, [
        { field: 'organizer-name', page: 0, x: 30, y: 200, width: 200, height: 40 },
        { field: 'mobile', page: 0, x: 30, y: 100, width: 200, height: 20 },
      ])
      const { pdf } = await fillBlank(factsFor(blank, map))
      const page = await inkOf(pdf, 0, 560)
      const high = turn % 180 === 0 ? 560 : 420
      expect(page.height / page.scale).toBeCloseTo(high, 0)
      expect(await wrongCharacters(page, expectedLines(map, values))).toEqual([])
    },
  )

  test('a page that leaves its graphics state open does not bend the text', async () => {
    const blank = await unbalancedBlank()
    const map = mapOf(blank, [{ field: 'mobile', page: 0, x: 30, y: 100, width: 200, height: 20 }])
    const { pdf } = await fillBlank(factsFor(blank, map))
    expect(await wrongCharacters(await inkOf(pdf, 0, 400), expectedLines(map, values))).toEqual([])
  })

  test('what cannot be drawn, does not fit or has no place is left, said and not printed', async () => {
    const blank = await flatBlank()
    const places = anchors().filter(({ field }) => field !== 'email')
    const map = mapOf(
      blank,
      places.map((place) => (place.field === 'contact-address' ? { ...place, width: 40, height: 14 } : place)),
    )
    const { 'provider-name': _, ...known } = values
    const hard = {
      ...known,
      'organizer-name': '𡋾野家示例店',
      'certificate-number': '1234567890123456789',
      domains: '😀.example',
    }
    const { pdf, filled, left } = await fillBlank(factsFor(blank, map, { values: hard, handPlaces: [] }))
    expect(left.map(({ field, why }) => [field, why])).toEqual([
      ['organizer-name', 'character-missing'],
      ['certificate-number', 'too-long'],
      ['email', 'not-on-blank'],
      ['contact-address', 'too-long'],
      ['domains', 'character-missing'],
      ['provider-name', 'unknown'],
    ])
    expect(left[0]?.hint.zh).toContain('𡋾 (U+212FE)')
    expect(left[1]?.hint.en).toContain('1234567890123456789')
    expect(filled.length + left.length).toBe(definition.fields.filter(({ kind }) => kind === 'text').length)
    const [before, after] = [await inkOf(blank, 0, a4), await inkOf(pdf, 0, a4)]
    const leftPlaces = map.anchors.filter(({ field }) => left.some((each) => each.field === field))
    for (const place of leftPlaces) expect([place.field, changesInside(before, after, place)]).toEqual([place.field, 0])
  })

  test('the same facts give the same bytes, and the font stays small', async () => {
    const blank = await flatBlank()
    const facts = factsFor(blank, mapOf(blank, anchors()))
    const [first, second] = [await fillBlank(facts), await fillBlank(facts)]
    expect(Buffer.compare(first.pdf, second.pdf)).toBe(0)
    expect(first.pdf.length - blank.length).toBeLessThan(100 * 1024)
  })
})

describe('a PDF form', () => {
  const measure = measureOf('regular')
  const box = { size: 10.5, minSize: 6, align: 'left', valign: 'middle', single: true } as const
  const placed = (fit: ReturnType<typeof fitText>, x: number, y: number): TextLine[] =>
    (fit?.lines ?? []).map((line) => ({
      text: line.text,
      x: x + line.x,
      y: y + line.y,
      size: fit?.size ?? 0,
      weight: 'regular',
    }))
  const lines = () => [
    ...placed(fitCells(values['certificate-number'], 18, { ...box, width: 360, height: 24 }, measure), 20, 240),
    ...placed(
      fitText(values['contact-address'], { ...box, width: 116, height: 60, valign: 'top', single: false }, measure),
      22,
      160,
    ),
    ...placed(fitText(values['organizer-name'], { ...box, width: 356, height: 20 }, measure), 22, 120),
  ]

  test.each([false, true])(
    'is filled by the names of its fields, each character in ink; flattened: %s',
    async (flatten) => {
      const blank = await fieldBlank()
      const { pdf, filled, left } = await fillBlank(factsFor(blank, null, { flatten, handPlaces: [] }))
      expect(filled.map(({ field }) => field)).toEqual(['organizer-name', 'certificate-number', 'contact-address'])
      expect(left.filter(({ why }) => why !== 'not-on-blank').map(({ field, why }) => [field, why])).toEqual([
        ['mobile', 'too-long'],
      ])
      const page = await inkOf(pdf, 0, 400)
      expect(await wrongCharacters(page, lines())).toEqual([])
      expect(changesInside(await inkOf(blank, 0, 400), page, { x: 20, y: 30, width: 150, height: 40 })).toBe(0)

      const form = (await PDFDocument.load(pdf)).getForm()
      if (flatten) expect(form.getFields()).toEqual([])
      else expect(form.getTextField('contact-address').getText()).toBe(values['contact-address'])
    },
  )

  test('the form that the example blank has is filled whole', async () => {
    const blank = await acroFormBlank()
    const { filled, left } = await fillBlank(factsFor(blank, null, { handPlaces: [] }))
    expect(Object.fromEntries(filled.map(({ field, text }) => [field, text]))).toEqual(values)
    expect(left).toEqual([])
  })

  test('a map names fields that are called otherwise', async () => {
    const blank = await fieldBlank()
    const map = { ...mapOf(blank, []), formFields: { email: 'organizer-name' } }
    const { pdf } = await fillBlank(factsFor(blank, map, { values: { email: values.email } }))
    expect((await PDFDocument.load(pdf)).getForm().getTextField('organizer-name').getText()).toBe(values.email)
  })
})
