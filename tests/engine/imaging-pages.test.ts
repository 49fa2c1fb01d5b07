/** Pictures that libvips does not read by itself: HEIC photos, pages of PDFs, pages of TIFFs. */
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { render } from '../../main/engine/imaging/apply.ts'
import { decode, type Raster, readHeader } from '../../main/engine/imaging/decode.ts'
import { profiledTiff } from '../../main/engine/imaging/tiff.ts'
import { openPicture, pagesIn } from '../../main/engine/pictures/open-picture.ts'
import { heicFixture, withRotation } from '../fixtures/heic.ts'
import { scanPdf } from '../fixtures/scans.ts'
import { drawn, paper, written } from './imaging-pictures.ts'

/** The colours of the four quarters, from the top left. */
type Quarters = readonly (readonly number[])[]
const [red, green, blue, white] = [
  [220, 30, 30],
  [30, 190, 30],
  [30, 30, 220],
  [240, 240, 240],
] as const

function quartersOf({ data, width, height }: Raster): number[][] {
  return [0.25, 0.75].flatMap((y) =>
    [0.25, 0.75].map((x) => {
      const from = (Math.round(y * height) * width + Math.round(x * width)) * 3
      return [...data.subarray(from, from + 3)]
    }),
  )
}

function expectQuarters(raster: Raster, expected: Quarters): void {
  for (const [at, colour] of quartersOf(raster).entries()) {
    for (const [channel, value] of colour.entries()) {
      expect(Math.abs(value - (expected[at]?.[channel] ?? 0)), `quarter ${at}: ${colour}`).toBeLessThanOrEqual(6)
    }
  }
}

const opened = async (bytes: Uint8Array, page: number | null = null) =>
  render(await openPicture(bytes, { name: 'x', page }), 'x', [])

/** What a colour in Display P3 is in sRGB, by their definitions (SMPTE EG 432-1, IEC 61966-2-1): same curve and white. */
function inSrgb(p3: readonly number[]): number[] {
  const line = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
  const curve = (value: number): number => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055)
  const [r = 0, g = 0, b = 0] = p3.map((value) => line(value / 255))
  const linear = [1.2249 * r - 0.2247 * g, -0.042 * r + 1.0419 * g, -0.0197 * r - 0.0786 * g + 1.0979 * b]
  return linear.map((value) => Math.round(curve(Math.min(1, Math.max(0, value))) * 255))
}

test('a HEIC is shown as it was drawn: its profile obeyed, its transparency on white', async () => {
  expectQuarters(await opened(await heicFixture('quarters')), [red, green, blue, white])
  expectQuarters(await opened(await heicFixture('display-p3')), [red, green, blue, white])
  const half = (colour: readonly number[]): number[] => colour.map((value) => 255 + ((value - 255) * 128) / 255)
  expectQuarters(await opened(await heicFixture('transparent')), [red, half(green), blue, half(white)])
})

test('a phone turns a HEIC by irot; its EXIF says the same once more and is not obeyed again', async () => {
  const turned = await heicFixture('turned')
  const asStored = await opened(turned)
  expect([asStored.width, asStored.height]).toEqual([200, 320])
  const upright = await opened(withRotation(turned, 3))
  expect([upright.width, upright.height]).toEqual([320, 200])
  expectQuarters(upright, [red, green, blue, white])
})

test('each picture of a HEIC, page of a PDF and page of a TIFF is one of its pages', async () => {
  const two = await heicFixture('two')
  expect(await pagesIn(two, 'two.heic')).toBe(2)
  await expect(openPicture(two, { name: 'two.heic', page: null })).rejects.toMatchObject({
    code: 'image.page-needed',
    params: { file: 'two.heic', pages: 2 },
  })
  await expect(openPicture(two, { name: 'two.heic', page: 3 })).rejects.toMatchObject({ code: 'image.page-missing' })
  expectQuarters(await opened(two, 2), [red, green, blue, white])
  const tiff = await sharp([await page(red), await page(blue)], { join: { animated: true } })
    .tiff()
    .toBuffer()
  expectQuarters(await opened(tiff, 1), [red, red, red, red])
  expectQuarters(await opened(tiff, 2), [blue, blue, blue, blue])
})

function page(colour: readonly number[]): Promise<Buffer> {
  return written(drawn(60, 40, () => colour))
    .png()
    .toBuffer()
}

test('a scan is drawn with its own pixels, other pages at 300 dpi, turned as the page says', async () => {
  const scan = drawn(620, 877, (x, y) => (y < 438 ? (x < 310 ? red : green) : x < 310 ? blue : white))
  const jpeg = await written(scan).jpeg({ quality: 98, chromaSubsampling: '4:4:4' }).toBuffer()
  const own = { jpeg, width: 620, height: 877 }
  const pdf = await scanPdf([own, { ...own, turn: 90 }])
  const first = await opened(pdf, 1)
  expect([first.width, first.height]).toEqual([620, 877])
  expectQuarters(first, [red, green, blue, white])
  const second = await opened(pdf, 2)
  expect([second.width, second.height]).toEqual([877, 620])
  expectQuarters(second, [blue, red, white, green])

  const written300 = await PDFDocument.create()
  written300.addPage([595, 842]).drawRectangle({ x: 0, y: 0, width: 300, height: 842 })
  const typed = await opened(await written300.save())
  expect([typed.width, typed.height]).toEqual([2479, 3508])
})

test('a PDF with a password, and one that is none, say so', async () => {
  const locked = await PDFDocument.create()
  locked.addPage()
  locked.encrypt({ userPassword: 'secret', ownerPassword: 'owner' })
  const bytes = await locked.save()
  await expect(openPicture(bytes, { name: 'scan.pdf', page: null })).rejects.toMatchObject({ code: 'image.encrypted' })
  const half = Buffer.from('%PDF-1.7\n1 0 obj')
  await expect(openPicture(half, { name: 'scan.pdf', page: null })).rejects.toMatchObject({ code: 'image.truncated' })
})

test('colours in Display P3 come out as the two standards say', async () => {
  const { icc = Buffer.alloc(0) } = await sharp(
    await written(paper(8, 8)).withIccProfile('p3').png().toBuffer(),
  ).metadata()
  const patches = [
    [200, 100, 50],
    [128, 128, 128],
    [90, 160, 90],
    [60, 80, 200],
    [250, 240, 230],
    [30, 30, 30],
  ]
  for (const patch of patches) {
    const bytes = profiledTiff(
      drawn(16, 16, () => patch),
      icc,
    )
    const { data } = await decode(bytes, 'x', await readHeader(bytes, 'x'))
    const expected = inSrgb(patch)
    for (const channel of [0, 1, 2]) {
      expect(Math.abs((data[channel] ?? 0) - (expected[channel] ?? 0)), `${patch}`).toBeLessThanOrEqual(2)
    }
  }
})
