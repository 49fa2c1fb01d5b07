import { beforeAll, describe, expect, test } from 'vitest'
import { decode, type Raster, readHeader } from '../../main/engine/imaging/decode.ts'
import { type Part, type StitchOptions, stitch } from '../../main/engine/imaging/stitch.ts'
import type { ImageWindow } from '../../rules/answers.ts'
import { shippedRules } from '../../rules/catalog.ts'
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

describe('what is written on a joined picture', () => {
  const roomy = window(0, 4_000_000)
  const words = '仅供ICP备案使用'
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
    const dark = part(
      await written(drawn(800, 600, (x, y) => [(x * 7) % 120, (y * 5) % 120, 60]))
        .png()
        .toBuffer(),
    )
    const marked = await lossless([dark], { watermark: words, width: 800 })
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
    const named = [red, red].map((one, at) => ({ ...one, caption: ['正面', '反面'][at] ?? null }))
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
})

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
