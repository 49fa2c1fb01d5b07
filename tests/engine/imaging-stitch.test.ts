import { beforeAll, describe, expect, test } from 'vitest'
import { decode, type Raster, readHeader } from '../../main/engine/imaging/decode.ts'
import { encodeJpeg } from '../../main/engine/imaging/encode.ts'
import { bestFit } from '../../main/engine/imaging/fit.ts'
import { measure } from '../../main/engine/imaging/measure.ts'
import { planOf } from '../../main/engine/imaging/plan.ts'
import { type Part, type Stitched, type StitchOptions, stitch } from '../../main/engine/imaging/stitch.ts'
import type { ImageWindow } from '../../rules/answers.ts'
import { shippedRules } from '../../rules/catalog.ts'
import { chance, drawn, paper, turnedByExif, written } from './imaging-pictures.ts'

let photos: Part[]
let card: Part

const limits = shippedRules.tables.joining
const part = (bytes: Buffer, name = 'x.jpg'): Part => ({ picture: bytes, name, adjustments: [] })
const window = (minBytes: number, maxBytes: number, pixels: Partial<ImageWindow> = {}): ImageWindow => ({
  formats: ['jpeg'],
  minBytes,
  maxBytes,
  ...pixels,
})
const column = (bounds: ImageWindow, more: Partial<StitchOptions> = {}): StitchOptions => ({
  layout: 'column',
  window: bounds,
  limits,
  ...more,
})

beforeAll(async () => {
  const jpeg = await written(paper(2000, 1500, 9))
    .jpeg({ quality: 93 })
    .toBuffer()
  photos = [
    part(jpeg),
    part(turnedByExif(jpeg, 6), 'turned.jpg'),
    part(await written(paper(1500, 1100)).png().toBuffer()),
  ]
  card = part(await written(paper(600, 378)).png().toBuffer(), 'card.png')
})

async function pixelsOf(bytes: Buffer): Promise<Raster> {
  return decode(bytes, 'x', await readHeader(bytes, 'x'))
}

describe('the best quality that fits', () => {
  const next = chance(11)
  const noisy = drawn(900, 1200, (_x, y) => (y < 500 ? [255, 255, 255] : [next() * 90 + 100, next() * 90 + 100, 120]))
  test.each([
    ['paper', paper(1200, 1600)],
    ['half noise, half white', noisy],
    ['a small picture', paper(300, 200)],
  ])('%s: one step better does not fit', async (_what, raster) => {
    for (const quality of [41, 63, 88, 94]) {
      const maxBytes = (await encodeJpeg(raster, quality)).length + 20
      const fit = await bestFit(raster, maxBytes, 40)
      if (!fit.fits) throw new Error('it fits at the lowest')
      expect(fit.bytes.length).toBeLessThanOrEqual(maxBytes)
      expect(fit.quality).toBeGreaterThanOrEqual(quality)
      expect((await encodeJpeg(raster, fit.quality + 1)).length).toBeGreaterThan(maxBytes)
    }
  })

  test('what does not fit at the lowest quality is said with its bytes', async () => {
    const fit = await bestFit(noisy, 20_000, 60)
    expect(fit).toEqual({ fits: false, size: (await encodeJpeg(noisy, 60)).length })
  })
})

describe('windows', () => {
  test.each<[string, ImageWindow, number?]>([
    ['old 2 MB', window(200_000, 2_000_000)],
    ['1 MB', window(0, 1_000_000)],
    ['modern', window(200_000, 4_000_000, { minShortSide: 300, minLongSide: 500, maxSide: 5000 })],
    ['legacy 100 KB', window(0, 100_000), 1],
    ['legacy 150 KB, two parts', window(0, 150_000), 2],
    ['a narrow one', window(490_000, 500_000)],
    ['short sides', window(0, 2_000_000, { maxSide: 2400 })],
  ])('%s is met', async (_what, bounds, count = 3) => {
    const { bytes, size, width, height } = await stitch(photos.slice(0, count), column(bounds))
    expect(bytes.length).toBe(size)
    expect(size).toBeLessThanOrEqual(bounds.maxBytes)
    expect(size).toBeGreaterThanOrEqual(bounds.minBytes)
    expect(Math.max(width, height)).toBeLessThanOrEqual(bounds.maxSide ?? 65_535)
    expect(await readHeader(bytes, 'x')).toMatchObject({ format: 'jpeg', width, height })
  })

  test('a floor of bytes brings more quality, then more pixels, and no padding', async () => {
    const small = await stitch([card], column(window(0, 4_000_000), { width: 300 }))
    expect(small).toMatchObject({ width: 300, quality: 100 })
    const larger = await stitch([card], column(window(small.size + 20_000, 4_000_000), { width: 300 }))
    expect(larger.width).toBeGreaterThan(300)
    expect(larger.width).toBeLessThanOrEqual(600)
    expect(larger.size).toBeGreaterThanOrEqual(small.size + 20_000)
    expect(larger.bytes.subarray(-2).toString('hex')).toBe('ffd9')
  })

  test('a floor of pixels enlarges a little, never much', async () => {
    const bounds = window(0, 4_000_000, { minShortSide: 400, minLongSide: 500 })
    expect(Math.min((await stitch([card], column(bounds))).height)).toBeGreaterThanOrEqual(400)
    await expect(stitch([card], column({ ...bounds, minShortSide: 900 }))).rejects.toMatchObject({
      code: 'stitch.too-few-pixels',
    })
  })

  test('what would be longer than a JPEG can be gives way in width, or is refused as too long', () => {
    const pages = (count: number) => Array(count).fill({ width: 1240, height: 1754 })
    const { arrange, most } = planOf(pages(40), column(window(0, 2_000_000)))
    expect(most).toBeGreaterThan(1100)
    expect(arrange(most).height).toBeLessThanOrEqual(65_500)
    const refused = { code: 'stitch.side-too-long' }
    expect(() => planOf(pages(80), column(window(0, 2_000_000)))).toThrow(expect.objectContaining(refused))
  })

  test.each<[string, () => Part[], ImageWindow]>([
    ['stitch.does-not-fit', () => photos, window(0, 8_000)],
    ['stitch.too-small', () => [card], window(3_000_000, 4_000_000)],
    ['stitch.side-too-long', () => photos, window(0, 2_000_000, { maxSide: 1500 })],
    ['stitch.nothing', () => [], window(0, 2_000_000)],
  ])('%s', async (code, parts, bounds) => {
    await expect(stitch(parts(), column(bounds))).rejects.toMatchObject({ code })
  })

  test('a damaged part names itself', async () => {
    const broken = part(Buffer.from((photos[0]?.picture as Buffer) ?? []).subarray(0, 20_000), 'cut.jpg')
    await expect(stitch([card, broken], column(window(0, 2_000_000)))).rejects.toMatchObject({
      code: 'image.truncated',
      params: { file: 'cut.jpg' },
    })
  })

  test('cancelled work ends as cancelled', async () => {
    const stop = new AbortController()
    const work = stitch(photos, column(window(0, 2_000_000), { signal: stop.signal }))
    stop.abort()
    await expect(work).rejects.toMatchObject({ code: 'task.cancelled' })
  })
})

describe('layouts', () => {
  const red = drawn(800, 500, () => [200, 30, 30])
  const blue = drawn(400, 600, () => [30, 30, 200])
  const roomy = window(0, 4_000_000)
  let parts: Part[]

  beforeAll(async () => {
    parts = [part(await written(red).png().toBuffer()), part(await written(blue).png().toBuffer())]
  })

  async function joined(
    options: Partial<StitchOptions>,
    of = parts,
  ): Promise<Stitched & { at(x: number, y: number): string }> {
    const made = await stitch(of, { layout: 'column', window: roomy, gap: 20, limits, ...options })
    const { data, width } = await pixelsOf(made.bytes)
    const at = (x: number, y: number): string => {
      const [r = 0, g = 0, b = 0] = data.subarray((y * width + x) * 3)
      return r > 230 && g > 230 && b > 230 ? 'white' : r > b ? 'red' : 'blue'
    }
    return { ...made, at }
  }

  test('a column has one width', async () => {
    const made = await joined({ width: 400 })
    expect([made.width, made.height]).toEqual([400, 250 + 20 + 600])
    expect([made.at(200, 125), made.at(200, 260), made.at(200, 400)]).toEqual(['red', 'white', 'blue'])
  })

  test('a narrow part is not enlarged but centred', async () => {
    const made = await joined({ width: 800 })
    expect([made.width, made.height]).toEqual([800, 500 + 20 + 600])
    expect([made.at(100, 800), made.at(400, 800), made.at(700, 800)]).toEqual(['white', 'blue', 'white'])
  })

  test('a row has one height', async () => {
    const made = await joined({ layout: 'row', width: 1100 })
    expect(made.width).toBeLessThanOrEqual(1100)
    expect([made.at(50, 200), made.at(made.width - 50, 200)]).toEqual(['red', 'blue'])
    expect(made.height).toBeGreaterThan(440)
  })

  test('a grid has two columns', async () => {
    const made = await joined({ layout: 'grid', width: 820 }, [...parts, ...parts.slice(0, 1)])
    expect([made.width, made.height]).toEqual([820, 600 + 20 + 250])
    expect([made.at(200, 300), made.at(620, 300), made.at(200, 760), made.at(620, 760)]).toEqual([
      'red',
      'blue',
      'red',
      'white',
    ])
  })

  test('an A4 sheet has cards at their true size, front above back', async () => {
    const sides = [drawn(1200, 757, () => [200, 30, 30]), drawn(1200, 757, () => [30, 30, 200])]
    const cards = await Promise.all(sides.map(async (side) => part(await written(side).png().toBuffer())))
    const made = await joined({ layout: 'a4' }, cards)
    expect(made.height / made.width).toBeCloseTo(297 / 210, 2)
    const perMillimetre = made.width / 210
    expect(made.width).toBeGreaterThanOrEqual(1240)
    const row = (y: number): string[] =>
      Array.from({ length: made.width }, (_, x) => made.at(x, Math.round(y * perMillimetre)))
    expect(row(30).filter((colour) => colour === 'red').length / perMillimetre).toBeCloseTo(85.6, 0)
    expect(row(100).filter((colour) => colour === 'blue').length / perMillimetre).toBeCloseTo(85.6, 0)
    expect(row(200).every((colour) => colour === 'white')).toBe(true)
  })

  test('A4 sheets get fewer dots an inch where the window wants it and the print can still be read', async () => {
    const pages = Array(3).fill(part(await written(paper(1240, 1754)).png().toBuffer()))
    const { width, height, print } = await joined(
      { layout: 'a4', window: window(0, 4_000_000, { maxSide: 5000 }) },
      pages,
    )
    expect([width < 1240, height <= 5000, print >= limits.print.leastPixels.modern]).toEqual([true, true, true])
  })
})

describe('what leaves', () => {
  test('no metadata, no location, no profile; baseline 4:2:0', async () => {
    const { default: sharp } = await import('sharp')
    const located = await written(paper(900, 600))
      .withMetadata({ orientation: 3 })
      .withExifMerge({ IFD0: { Make: 'Example' }, IFD3: { GPSLatitude: '22/1 32/1 0/1', GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer()
    expect(located.includes('Example')).toBe(true)
    const { bytes } = await stitch([part(located)], column(window(0, 2_000_000)))
    const { exif, icc, iptc, xmp, orientation, chromaSubsampling, isProgressive, channels } =
      await sharp(bytes).metadata()
    expect({ exif, icc, iptc, xmp, orientation, chromaSubsampling, isProgressive, channels }).toEqual({
      chromaSubsampling: '4:2:0',
      isProgressive: false,
      channels: 3,
    })
    expect(bytes.includes('Example') || bytes.includes('Exif')).toBe(false)
  })

  test('a grey copy is still seen to be grey', async () => {
    const grey = await written(paper(900, 600)).greyscale().jpeg().toBuffer()
    const { bytes } = await stitch([part(grey)], column(window(0, 2_000_000)))
    expect(measure(await pixelsOf(bytes)).chroma).toBeLessThan(0.3)
  })
})
