import { describe, expect, test } from 'vitest'
import { suggestFor } from '../../main/engine/pdf/blank-pages.ts'
import { fillBlank } from '../../main/engine/pdf/fill.ts'
import { fitAnchor } from '../../main/engine/pdf/fill-anchors.ts'
import { formDefinition } from '../../main/engine/pdf/form-definition.ts'
import type { Suggestion } from '../../main/engine/pdf/suggest.ts'
import { Anchor, type WrittenAnchor } from '../../rules/anchor-map.ts'
import { shippedRules } from '../../rules/catalog.ts'
import { fieldOptions } from '../../rules/form-options.ts'
import { acroFormBlank, flatBlank } from '../fixtures/draw/blanks.ts'
import { boxedBlank, lines, natureBoxes, numberBoxes, table } from '../fixtures/draw/boxed-blank.ts'
import { formAnchors } from '../fixtures/draw/form.ts'
import { factsFor, mapOf, values } from './pdf-facts.ts'
import { changesInside, inkOf, wrongCharacters } from './pdf-ink.ts'

const a4 = 841.89
const asked = formDefinition('verification-form').fields.map(({ id, title }) => ({
  id,
  title: title.zh,
  options: fieldOptions(id, shippedRules.tables),
  rows: id === 'domains',
}))

const suggestionsOf = (pdf: Uint8Array) => suggestFor(pdf, 'blank.pdf', asked)
const anchorsOf = (found: readonly Suggestion[]) =>
  found.flatMap(({ anchor }) => (anchor ? [Anchor.parse(anchor)] : []))

interface Box {
  x: number
  y: number
  width: number
  height: number
}
const inside = (inner: Box, outer: Box, slack = 1.5) =>
  inner.x >= outer.x - slack &&
  inner.y >= outer.y - slack &&
  inner.x + inner.width <= outer.x + outer.width + slack &&
  inner.y + inner.height <= outer.y + outer.height + slack

describe('places that a blank offers', () => {
  test('every field of the drawn form is found in its own cell by its label, also where two labels are the same', async () => {
    const found = anchorsOf(await suggestionsOf(await flatBlank()))
    const places = formAnchors()
    expect(found.map(({ field }) => field).toSorted()).toEqual(places.map(({ field }) => field).toSorted())
    for (const anchor of found) {
      const cell = places.find(({ field }) => field === anchor.field)
      expect([anchor.field, cell && inside(anchor, cell, 4)]).toEqual([anchor.field, true])
    }
  })

  test('the fields of a PDF form are matched by their names', async () => {
    const found = await suggestionsOf(await acroFormBlank())
    expect(Object.fromEntries(found.map(({ field, formField }) => [field, formField]))).toEqual(
      Object.fromEntries(Object.keys(values).map((field) => [field, field])),
    )
  })

  test('boxes are counted, ticks belong to their words, lines and the rows of a table are seen', async () => {
    const found = anchorsOf(await suggestionsOf(await boxedBlank()))
    const of = (id: string) => found.filter(({ field }) => field === id)
    expect(of('certificate-number')).toMatchObject([{ boxes: 18 }])
    expect(of('certificate-number').every((anchor) => inside(anchor, numberBoxes))).toBe(true)
    expect(of('organizer-nature').map(({ ticks }) => ticks?.[0])).toEqual(natureBoxes.map(({ text }) => text))
    for (const [index, anchor] of of('organizer-nature').entries()) {
      const { x = 0, y = 0, side = 0 } = natureBoxes[index] ?? {}
      expect(inside(anchor, { x, y, width: side, height: side })).toBe(true)
    }
    for (const [field, { x, y, width }] of Object.entries(lines)) {
      expect(of(field).map((anchor) => inside(anchor, { x, y, width, height: 20 }, 3))).toEqual([true])
    }
    expect(of('domains').map(({ row, column }) => `${row} ${column}`)).toEqual(
      ['name', 'registrar'].flatMap((column) => [0, 1, 2].map((row) => `${row} ${column}`)),
    )
  })
})

describe('a blank with boxes, ticks and rows', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ name: `example-${at + 1}.cn`, registrar: '阿里云' }))
  const attachment = { zh: '核验单域名附件', en: 'List of domains' }

  /** Each as it should stand by the layout that is tested on its own. */
  const linesOf = (anchors: readonly Anchor[], textOf: (anchor: Anchor) => string) =>
    anchors.flatMap((anchor) => {
      const fit = fitAnchor(textOf(anchor), anchor)
      return (fit?.lines ?? []).map(({ text, x, y }) => ({
        text,
        x: anchor.x + x,
        y: anchor.y + y,
        size: fit?.size ?? 0,
        weight: 'regular' as const,
      }))
    })

  test('is filled in ink: one character a box, one tick, a domain a row', async () => {
    const blank = await boxedBlank()
    const anchors = anchorsOf(await suggestionsOf(blank))
    const map = mapOf(blank, anchors)
    const facts = { values: { ...values, 'organizer-nature': '个人' }, rows: rows(2), handPlaces: [] }
    const { pdf, filled, left, overflow } = await fillBlank(factsFor(blank, map, facts))
    expect(overflow).toBe(false)
    expect(filled.find(({ field }) => field === 'domains')?.text).toBe('example-1.cn；example-2.cn')
    expect(left.filter(({ why }) => why !== 'not-on-blank')).toEqual([])

    const [before, after] = [await inkOf(blank, 0, a4), await inkOf(pdf, 0, a4)]
    const texts = anchors.filter(({ ticks, row = 0 }) => ticks === undefined && row < 2)
    const textOf = ({ field, row, column = '' }: Anchor) =>
      row === undefined
        ? (values[field as keyof typeof values] ?? '')
        : ((rows(2)[row] as Record<string, string>)[column] ?? '')
    expect(await wrongCharacters(after, linesOf(texts, textOf))).toEqual([])
    const ticked = anchors.filter(({ ticks }) => ticks).map((box) => changesInside(before, after, box) > 20)
    expect(ticked).toEqual([false, true, false])
    const third = { x: table.x, y: table.top - 4 * table.row, width: 475, height: table.row }
    expect(changesInside(before, after, third)).toBe(0)
  })

  test('domains that do not fit go to the attachment, or on further copies of the page', async () => {
    const blank = await boxedBlank()
    const anchors = anchorsOf(await suggestionsOf(blank))
    const map = mapOf(blank, anchors)
    const withSheet = await fillBlank(factsFor(blank, map, { rows: rows(5), attachment, handPlaces: [] }))
    expect(withSheet.overflow).toBe(true)
    expect(withSheet.filled.find(({ field }) => field === 'domains')?.text).toBe(
      'example-1.cn；example-2.cn；共5个，全部见《核验单域名附件》',
    )
    const last = anchors.filter(({ row, column }) => row === 2 && column === 'name')
    const ink = await inkOf(withSheet.pdf, 0, a4)
    expect(
      await wrongCharacters(
        ink,
        linesOf(last, () => '共5个，全部见《核验单域名附件》'),
      ),
    ).toEqual([])

    const without = await fillBlank(factsFor(blank, map, { rows: rows(5), handPlaces: [] }))
    expect(without.overflow).toBe(false)
    expect(without.pages).toBe(withSheet.pages + 1)
    const all = Array.from({ length: 5 }, (_, at) => `example-${at + 1}.cn`).join('；')
    expect(without.filled.find(({ field }) => field === 'domains')?.text).toBe(all)
    expect(without.left.filter(({ field }) => field === 'domains')).toEqual([])
  })

  test('a list that is too long for its line names as many as fit, and a text without a box is left', async () => {
    const blank = await boxedBlank()
    const narrow: WrittenAnchor = { field: 'domains', page: 0, x: 60, y: 300, width: 260, height: 16 }
    const tick: WrittenAnchor = {
      field: 'organizer-nature',
      page: 0,
      x: 60,
      y: 340,
      width: 11,
      height: 11,
      ticks: ['企业'],
    }
    const many = Array.from({ length: 30 }, (_, at) => `example-${at + 1}.cn`).join('；')
    const facts = { values: { domains: many, 'organizer-nature': '个人' }, attachment, handPlaces: [] }
    const { filled, left, overflow } = await fillBlank(factsFor(blank, mapOf(blank, [narrow, tick]), facts))
    expect(overflow).toBe(true)
    expect(filled).toMatchObject([
      { text: expect.stringMatching(/^example-1\.cn；.*；共30个，全部见《核验单域名附件》$/) },
    ])
    expect(left.find(({ field }) => field === 'organizer-nature')?.hint.zh).toContain('“个人”没有对应的勾选框')
  })
})
