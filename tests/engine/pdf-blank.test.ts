import { PDFDocument } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../main/engine/failure.ts'
import { parseAnchorMap } from '../../main/engine/papers/blank-files.ts'
import { fillBlank } from '../../main/engine/pdf/fill.ts'
import { renderPage } from '../../main/engine/pdf/render.ts'
import type { FailureCode } from '../../preload/failures.ts'
import { flatBlank } from '../fixtures/draw/blanks.ts'
import { blankOf, encrypted, factsFor, fieldBlank, mapOf, sha256, xfaForm } from './pdf-facts.ts'

const onePage = () => blankOf((document) => document.addPage([300, 400]))

async function codeOf(work: Promise<unknown>): Promise<FailureCode | 'none'> {
  try {
    await work
    return 'none'
  } catch (error) {
    if (error instanceof Failure) return error.code
    throw error
  }
}

const bytes = (text: string) => new TextEncoder().encode(text)
const bad: { what: string; blank: () => Promise<Uint8Array>; code: FailureCode }[] = [
  {
    what: 'encrypted',
    blank: () => encrypted({ userPassword: 'x', ownerPassword: 'y' }),
    code: 'form.blank-encrypted',
  },
  {
    what: 'encrypted, opens without password',
    blank: () => encrypted({ ownerPassword: 'y' }),
    code: 'form.blank-encrypted',
  },
  { what: 'XFA', blank: xfaForm, code: 'form.xfa' },
  { what: 'empty', blank: async () => new Uint8Array(), code: 'form.blank-damaged' },
  { what: 'a text', blank: async () => bytes('网站备案'.repeat(300)), code: 'form.blank-damaged' },
  { what: 'a head and a tail', blank: async () => bytes('%PDF-1.7\n%%EOF\n'), code: 'form.blank-damaged' },
  { what: 'cut in half', blank: async () => (await onePage()).slice(0, 400), code: 'form.blank-damaged' },
  {
    what: 'its middle overwritten',
    blank: async () => (await onePage()).fill(0x20, 20, 700),
    code: 'form.blank-damaged',
  },
  { what: '101 pages', blank: () => blankOf(addPages(101)), code: 'form.blank-too-large' },
  { what: '51 MB', blank: async () => new Uint8Array(51 * 1024 * 1024), code: 'form.blank-too-large' },
  { what: 'no map', blank: onePage, code: 'form.blank-unknown' },
]

function addPages(count: number) {
  return (document: Parameters<Parameters<typeof blankOf>[0]>[0]) => {
    for (let page = 0; page < count; page++) document.addPage()
  }
}

describe('a blank that cannot be filled', () => {
  test.each(bad)('$what: $code', async ({ blank, code }) => {
    expect(await codeOf(fillBlank(factsFor(await blank(), null)))).toBe(code)
  })

  test('a map of another file, or of another form, is not used', async () => {
    const blank = await onePage()
    const map = mapOf(blank, [{ field: 'email', page: 0, x: 10, y: 10, width: 100, height: 20 }])
    const other = { ...map, blank: sha256(new Uint8Array(1)) }
    expect(await codeOf(fillBlank(factsFor(blank, other)))).toBe('form.map-other-file')
    const otherForm = { ...map, form: 'authorization-letter-site' as const }
    expect(await codeOf(fillBlank(factsFor(blank, otherForm)))).toBe('form.map-other-form')
    expect(await codeOf(fillBlank(factsFor(blank, map)))).toBe('none')
  })

  test.each([
    [{ field: 'no-such-field', page: 0, x: 0, y: 0, width: 10, height: 10 }, 'anchors[0].field'],
    [{ field: 'email', page: 1, x: 0, y: 0, width: 10, height: 10 }, 'anchors[0].page'],
    [{ field: 'email', page: 0, x: 250, y: 0, width: 100, height: 10 }, 'anchors[0].width'],
    [{ field: 'email', page: 0, x: 0, y: 390, width: 100, height: 20 }, 'anchors[0].height'],
  ])('a map that names a place that is not there is refused at %o', async (anchor, path) => {
    const blank = await onePage()
    const filling = fillBlank(factsFor(blank, mapOf(blank, [anchor])))
    await expect(filling).rejects.toMatchObject({
      code: 'input.invalid',
      params: { file: 'blank.pdf.anchors.json', path },
    })
  })

  test.each([
    [{}, 'format'],
    [{ format: 'beiqi-anchors/1', form: 'verification-form', edition: 'x', blank: 'ABC' }, 'blank'],
  ])('a map file like %o is refused, naming the place', (data, path) => {
    expect(() => parseAnchorMap(data, 'map.json')).toThrow(
      expect.objectContaining({ params: expect.objectContaining({ path }) }),
    )
  })
})

/** The same "random" numbers on every run, 0 to 1. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 0x8000_0000
    yield state / 0x8000_0000
  }
}

describe('a blank with damage anywhere', () => {
  test.each(['a PDF form', 'a flat page'])('%s: refused by name or filled, never a bug', async (kind) => {
    const whole = kind === 'a PDF form' ? await fieldBlank() : await flatBlank()
    // Objects in the clear: damage to packed ones would only ever be a broken stream.
    const blank = await (await PDFDocument.load(whole)).save({ useObjectStreams: false })
    const random = numbers(7)
    const codes = new Set<string>()
    for (let round = 0; round < 40; round++) {
      const broken = blank.slice()
      const at = Math.floor(random.next().value * broken.length)
      broken.fill(Math.floor(random.next().value * 256), at, at + 1 + Math.floor(random.next().value * 60))
      const map = mapOf(broken, [{ field: 'email', page: 0, x: 10, y: 10, width: 200, height: 20 }])
      codes.add(await codeOf(fillBlank(factsFor(broken, map, { flatten: round % 2 === 0 }))))
    }
    expect(codes).toContain('form.blank-damaged')
    expect(codes).toContain('none')
  })
})

describe('rendering', () => {
  test('gives the page at the wished size, and says how many there are', async () => {
    const pdf = await blankOf(addPages(3))
    expect(await renderPage(pdf, 2, 500)).toMatchObject({ width: 354, height: 500, pages: 3 })
    expect(await codeOf(renderPage(pdf, 3, 500))).toBe('form.page-missing')
    expect(await codeOf(renderPage(bytes('nonsense'), 0, 500))).toBe('form.blank-damaged')
    const locked = await encrypted({ userPassword: 'x', ownerPassword: 'y' })
    expect(await codeOf(renderPage(locked, 0, 500))).toBe('form.blank-encrypted')
  })
})
