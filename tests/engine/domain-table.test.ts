/** A table of domains that is longer than its page: on somebody else's blank, and on our own sheet. */
import { afterEach, expect, test, vi } from 'vitest'
import { fillForm } from '../../main/engine/papers/forms.ts'
import { fitAnchor } from '../../main/engine/pdf/fill-anchors.ts'
import { type Anchor, AnchorMap } from '../../rules/anchor-map.ts'
import { shippedRules } from '../../rules/catalog.ts'
import { type Domain, Filing } from '../../rules/schema.ts'
import { boxedBlank, boxedPage, table } from '../fixtures/draw/boxed-blank.ts'
import { exampleFiling } from '../fixtures/draw/papers-filed.ts'
import { on, sha256 } from './pdf-facts.ts'
import { changesInside, inkOf, type TextLine, wrongCharacters } from './pdf-ink.ts'
import { expectInk, watchPen } from './pdf-watch.ts'

afterEach(() => vi.restoreAllMocks())

const form = 'beijing-confirmation'

function filingWith(count: number): Filing {
  const filing = exampleFiling('individual-beijing')
  const [service] = filing.services ?? []
  const domain = service?.domains?.[0] as Domain
  const domains = Array.from({ length: count }, (_, at) => ({ ...domain, name: `example-${at + 1}.cn` }))
  return Filing.parse({ ...filing, services: [{ ...service, domains }] })
}

const seal = { field: 'signature', page: 0, x: 300, y: 100, width: 150, height: 50 }

/** A blank whose table has three rows. */
async function threeRows() {
  const bytes = await boxedBlank()
  const cells = Array.from({ length: table.rows }, (_, row) => {
    const place = { page: 0, y: table.top - (row + 2) * table.row + 1, height: table.row - 2, row }
    const [name, registrar] = table.widths
    return [
      { ...place, field: 'domain-list', column: 'name', x: table.x + 4, width: name - 8 },
      { ...place, field: 'domain-list', column: 'registrar', x: table.x + name + 4, width: registrar - 8 },
    ]
  })
  const about = { format: 'beiqi-anchors/1', form, edition: '测试用空白表', blank: sha256(bytes) }
  const map = AnchorMap.parse({ ...about, anchors: [...cells.flat(), seal] })
  return { bytes, name: 'blank.pdf', map }
}

test('domains that a blank has no rows for go on further copies of its page, each to be signed', async () => {
  const blank = await threeRows()
  const made = await fillForm({ form, filing: filingWith(7), service: 0, on, blank, partial: true }, shippedRules)
  const names = Array.from({ length: 7 }, (_, at) => `example-${at + 1}.cn`)
  expect(made.report.pages).toBe(3)
  expect(made.report.filled.find(({ field }) => field === 'domain-list')?.text).toBe(names.join('；'))
  expect(made.report.left.filter(({ why }) => why === 'too-long')).toEqual([])
  expect(made.places).toEqual([0, 1, 2].map((page) => ({ ...seal, page })))

  const empty = await inkOf(blank.bytes, 0, boxedPage.height)
  const columns = blank.map.anchors.filter(({ column }) => column === 'name')
  for (const page of [0, 1, 2]) {
    const ink = await inkOf(made.pdf, page, boxedPage.height)
    const rows = columns.map((anchor, row) => ({ anchor, name: names[page * 3 + row] }))
    const lines = rows.flatMap(({ anchor, name }) => (name === undefined ? [] : linesAt(anchor, name)))
    expect(await wrongCharacters(ink, lines)).toEqual([])
    const open = rows.filter(({ name }) => name === undefined)
    expect(open.filter(({ anchor }) => changesInside(empty, ink, anchor) > 0)).toEqual([])
  }
})

function linesAt(anchor: Anchor, name: string): TextLine[] {
  const { size = 0, lines = [] } = fitAnchor(name, anchor) ?? {}
  return lines.map(({ text, x, y }) => ({ text, x: anchor.x + x, y: anchor.y + y, size, weight: 'regular' }))
}

test('on our own sheet the table runs over as many pages as it takes, its head on each', async () => {
  const drawn = watchPen()
  const job = { form, filing: filingWith(60), service: 0, on, blank: null, partial: true }
  const { pdf, report } = await fillForm(job, shippedRules)
  const pages = drawn()
  expect(report.pages).toBeGreaterThan(1)
  await expectInk(pdf, pages)
  const texts = pages.map((lines) => lines.map(({ text }) => text))
  for (let at = 1; at <= 60; at++) {
    const found = texts.filter((lines) => lines.includes(`example-${at}.cn`))
    expect([at, found.length, found[0]?.includes('序号')]).toEqual([at, 1, true])
  }
})
