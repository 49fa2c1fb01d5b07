import { beforeAll, describe, expect, test } from 'vitest'
import { decode, type Raster, readHeader } from '../../main/engine/imaging/decode.ts'
import { type Lettering, lettered, type Words } from '../../main/engine/imaging/lettering.ts'
import { type Part, type StitchOptions, stitch } from '../../main/engine/imaging/stitch.ts'
import { typedCaption } from '../../main/engine/pictures/captions.ts'
import { allowedMark, copyMark } from '../../main/engine/pictures/watermarks.ts'
import { wordsOf } from '../../main/engine/pictures/words.ts'
import type { ImageWindow } from '../../rules/answers.ts'
import { shippedRules } from '../../rules/catalog.ts'
import { Filing, IsoDate } from '../../rules/schema.ts'
import { drawn, paper, written } from './imaging-pictures.ts'

const limits = shippedRules.tables.joining
const part = (bytes: Buffer): Part => ({ picture: bytes, name: 'x', adjustments: [] })
const window = (minBytes: number, maxBytes: number): ImageWindow => ({ formats: ['jpeg'], minBytes, maxBytes })
const column = (bounds: ImageWindow, more: Partial<StitchOptions> = {}): StitchOptions => ({
  layout: 'column',
  window: bounds,
  limits,
  ...more,
})

let card: Part
beforeAll(async () => {
  card = part(await written(paper(600, 378)).png().toBuffer())
})

async function pixelsOf(bytes: Buffer): Promise<Raster> {
  return decode(bytes, 'x', await readHeader(bytes, 'x'))
}

function wordsIn(text: string): Words {
  const { words } = wordsOf(text)
  if (words === null) throw new Error(`${text} cannot be drawn`)
  return words
}

/** Without free paper. */
const dark = async (width: number, height: number): Promise<Part> =>
  part(
    await written(drawn(width, height, (x, y) => [(x * 7) % 120, (y * 5) % 120, 60]))
      .png()
      .toBuffer(),
  )

describe('what is written on a joined picture', () => {
  const roomy = window(0, 4_000_000)
  const words = wordsIn('仅供ICP备案使用')
  const lossless = (of: Part[], more: Partial<StitchOptions>) => stitch(of, column(roomy, { width: 1000, ...more }))

  test('a watermark lies on plain paper only: nothing dark, coloured or edged is touched', async () => {
    const print = paper(1000, 1400, 0)
    const half = drawn(1000, 1400, (x, y) => (x > 560 && y > 300 ? [236, 234, 226] : rgbAt(print, x, y)))
    const paperPart = part(await written(half).png().toBuffer())
    const plain = await pixelsOf((await lossless([paperPart], {})).bytes)
    const marked = await pixelsOf((await lossless([paperPart], { watermark: words })).bytes)
    const changed = pixelsApart(plain, marked)
    expect(changed.length).toBeGreaterThan(400)
    for (const at of changed) expect(Math.min(...plain.data.subarray(at * 3, at * 3 + 3))).toBeGreaterThan(130)
  })

  test('on a card, portrait, number and emblem stay as they are, whichever way up it lies', async () => {
    const blank = part(
      await written(drawn(1000, 631, () => [236, 238, 240]))
        .png()
        .toBuffer(),
    )
    const marked = await pixelsOf((await lossless([blank], { watermark: words })).bytes)
    const changed = pixelsApart(
      drawn(1000, 631, () => [236, 238, 240]),
      marked,
    )
    expect(changed.length).toBeGreaterThan(50)
    for (const at of changed) {
      const [x, y] = [(at % 1000) / 1000, Math.floor(at / 1000) / 631]
      for (const { left, top, width, height } of limits.keepOut.card) {
        for (const [a, b] of [
          [x, y],
          [1 - x, 1 - y],
        ] as const) {
          expect(a > left && a < left + width && b > top && b < top + height).toBe(false)
        }
      }
    }
  })

  test('a picture without free paper gets the words in a band below it', async () => {
    const marked = await lossless([await dark(800, 600)], { watermark: words, width: 800 })
    expect(marked.width).toBe(800)
    expect(marked.height).toBeGreaterThan(600)
    const { data } = await pixelsOf(marked.bytes)
    const band = data.subarray(800 * 604 * 3)
    expect(band.filter((level) => level > 250).length / band.length).toBeGreaterThan(0.8)
    expect(band.some((level) => level < 140)).toBe(true)
  })

  test('captions stand above the pictures, which keep their shape; a sheet tells its dots an inch', async () => {
    const { default: sharp } = await import('sharp')
    const red = part(
      await written(drawn(1000, 631, () => [200, 30, 30]))
        .png()
        .toBuffer(),
    )
    const named = [red, red].map((one, at) => ({ ...one, caption: typedCaption(['正面', '反面'][at] ?? null) }))
    const made = await lossless(named, { gap: 20 })
    expect([made.width, made.height]).toEqual([1000, 2 * (631 + 50) + 20])
    const { data } = await pixelsOf(made.bytes)
    const strip = data.subarray(0, 44 * 1000 * 3)
    expect(strip.some((level) => level < 80)).toBe(true)
    expect(
      strip.filter((_, at) => at % 3 === 0).every((level, at) => Math.abs(level - (strip[at * 3 + 1] ?? 0)) < 12),
    ).toBe(true)
    const sheet = await stitch(named, column(roomy, { layout: 'a4' }))
    expect(await sharp(sheet.bytes).metadata()).toMatchObject({ density: Math.round((sheet.width / 210) * 25.4) })
  })

  test('a page that fills its sheet gives way to the band: the sheet keeps its shape', async () => {
    const page = await dark(1300, 1839)
    const made = await stitch([page, page], column(roomy, { layout: 'a4', width: 1300, watermark: words }))
    const sheet = Math.round((made.width * 297) / 210)
    expect(made.height).toBe(2 * sheet)
    const picture = await pixelsOf(made.bytes)
    const margin = Math.round((made.width * 10) / 210)
    for (const bottom of [sheet, 2 * sheet]) {
      const band = rowsOf(picture, bottom - margin + 4, bottom - 4)
      expect(band.filter((level) => level > 250).length / band.length).toBeGreaterThan(0.8)
      expect(band.some((level) => level < 140)).toBe(true)
      expect(rowsOf(picture, bottom - margin - 20, bottom - margin - 8).some((level) => level < 100)).toBe(true)
    }
  })

  test('where a side may grow no longer the picture becomes smaller; the words are never left out', async () => {
    const bounds = { ...roomy, maxSide: 2000 }
    const plain = await stitch([await dark(1400, 2000)], column(bounds))
    const marked = await stitch([await dark(1400, 2000)], column(bounds, { watermark: words }))
    expect([plain.height, marked.width < plain.width, marked.height <= 2000]).toEqual([2000, true, true])
    const band = rowsOf(await pixelsOf(marked.bytes), marked.height - 40, marked.height)
    expect(band.some((level) => level < 140)).toBe(true)
    expect(band.filter((level) => level > 250).length / band.length).toBeGreaterThan(0.8)
  })

  test('words longer than a line of the band are broken, never too small to be read', async () => {
    const long = wordsIn(`仅供${'示例'.repeat(25)}办理ICP备案使用`)
    const marked = await lossless([await dark(500, 400)], { watermark: long, width: 500 })
    const picture = await pixelsOf(marked.bytes)
    const lines = picture.height - 400
    expect(lines).toBeGreaterThan(50)
    expect(rowsOf(picture, 404, picture.height).filter((level) => level < 140).length).toBeGreaterThan(1500)
  })

  test('without any room it says so', async () => {
    const code = 'watermark.no-room'
    await expect(lossless([await dark(40, 600)], { watermark: words })).rejects.toMatchObject({ code })
    const full = column({ ...roomy, maxSide: 601 }, { width: 400, watermark: words })
    await expect(stitch([await dark(400, 600)], full)).rejects.toMatchObject({ code })
  })

  test('a caption never stands on the sheet before its own', async () => {
    const page = await dark(1300, 1839)
    const sheets = column(roomy, { layout: 'a4', width: 1300 })
    const plain = await stitch([page, page], sheets)
    const named = [page, { ...page, caption: wordsIn('反面') }]
    expect((await stitch(named, sheets)).bytes.equals(plain.bytes)).toBe(true)
  })
})

describe('words that are written on pictures', () => {
  test('a rare character is drawn, in another of our fonts and at the same height as its neighbours', async () => {
    const [rare, common, chinese] = await Promise.all(['𠮷', '吉', '国'].map((text) => lettered(wordsIn(text), 100)))
    if (!rare || !common || !chinese) throw new Error('nothing drawn')
    // 𠮷 is 吉 with another length of two strokes; a box with a code is neither.
    expect(overlap(rare, common)).toBeGreaterThan(1.5 * overlap(chinese, common))
    const beside = await lettered(wordsIn('国བོད་ئۇيغۇرᠮᠣᠩᠭᠣᠯ'), 100)
    expect(beside.height).toBeLessThan(150)
  })

  test('what no font has is refused, and in a name on a copy to keep it becomes its code', () => {
    const refused = (of: () => unknown, code: string) => expect(of).toThrow(expect.objectContaining({ code }))
    refused(() => allowedMark('仅供😀备案', null, shippedRules), 'watermark.glyph-missing')
    refused(() => allowedMark('\u200b', null, shippedRules), 'watermark.glyph-missing')
    refused(() => typedCaption('正面😀'), 'caption.glyph-missing')
    const subject = { nature: 'individual', name: '𡋾家' }
    const copy = copyMark(Filing.parse({ format: 'beiqi-filing/1', subject }), IsoDate.parse('2026-12-01'))
    expect(copy?.map(({ text }) => text).join('')).toBe('仅供〔U+212FE〕家办理ICP备案使用 2026-12-01')
  })

  test('they are one line, and blanks are none', async () => {
    const [one, broken] = await Promise.all(['仅供 备案', '仅供\n备案'].map((text) => lettered(wordsIn(text), 40)))
    expect(broken).toEqual(one)
    expect([' ', '', '\u3000', null].map(typedCaption)).toEqual([null, null, null, null])
  })
})

/** How much of the ink of two texts lies on the same pixels, both laid on their upper left corner. */
function overlap(one: Lettering, other: Lettering): number {
  let shared = 0
  for (let y = 0; y < Math.min(one.height, other.height); y += 1) {
    for (let x = 0; x < Math.min(one.width, other.width); x += 1) {
      const [a, b] = [one.coverage[y * one.width + x] ?? 0, other.coverage[y * other.width + x] ?? 0]
      shared += Math.min(a, b)
    }
  }
  return shared
}

function rowsOf({ data, width }: Raster, from: number, to: number): Buffer {
  return data.subarray(from * width * 3, to * width * 3) as Buffer
}

function rgbAt({ data, width }: Raster, x: number, y: number): readonly number[] {
  return [...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)]
}

function pixelsApart(one: Raster, other: Raster): number[] {
  const apart: number[] = []
  for (let at = 0; at < one.width * one.height; at += 1) {
    if (Math.abs((one.data[at * 3 + 1] ?? 0) - (other.data[at * 3 + 1] ?? 0)) > 24) apart.push(at)
  }
  return apart
}

describe('small print', () => {
  test('is told in pixels, by the size of the paper', async () => {
    expect((await stitch([card], column(window(0, 4_000_000), { width: 428 }))).print).toBe(
      Math.round((428 / 85.6) * 2.1),
    )
  })

  test.each<[string, number, ImageWindow, number]>([
    ['twenty letters in 2 MB give up pixels, not legibility', 20, window(0, 2_000_000), 16],
    ['three letters in a legacy slot', 3, window(0, 150_000), 11],
  ])('%s', async (_what, count, bounds, least) => {
    const letter = part(
      await written(paper(1240, 1754, 3))
        .jpeg({ quality: 90 })
        .toBuffer(),
    )
    const made = await stitch(Array(count).fill(letter), column(bounds)).catch((error) => error.params)
    // It fits with print that can be read, or says that it cannot: never a file in between.
    expect(made.print).toBeGreaterThanOrEqual(least)
    if ('bytes' in made && typeof made.bytes !== 'number') expect(made.size).toBeLessThanOrEqual(bounds.maxBytes)
    else expect(made.bytes).toBeGreaterThan(bounds.maxBytes)
  })
})
