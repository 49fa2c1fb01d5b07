import { beforeAll, describe, expect, test } from 'vitest'
import type { Failure } from '../../main/engine/failure.ts'
import { decode, type Raster, readHeader } from '../../main/engine/imaging/decode.ts'
import { probe, probeStrip } from '../../main/engine/imaging/probe.ts'
import { sniff } from '../../main/engine/imaging/sniff.ts'
import type { Corners } from '../../rules/schema.ts'
import {
  animatedPng,
  difference,
  drawn,
  limits,
  pages,
  paper,
  pngBomb,
  turnedByExif,
  written,
} from './imaging-pictures.ts'

const sheet = paper(300, 200)
const files: Record<string, Buffer> = {}

beforeAll(async () => {
  files['jpeg'] = await written(sheet).jpeg({ quality: 95 }).toBuffer()
  files['progressive'] = await written(sheet).jpeg({ progressive: true }).toBuffer()
  files['png'] = await written(sheet).png().toBuffer()
  files['webp'] = await written(sheet).webp().toBuffer()
  files['lossless webp'] = await written(sheet).webp({ lossless: true }).toBuffer()
  files['tiff'] = await written(sheet).tiff().toBuffer()
  files['lzw tiff'] = await written(sheet).tiff({ compression: 'lzw' }).toBuffer()
})

async function codeOf(bytes: Uint8Array, name = 'x.jpg'): Promise<string> {
  const failure = await probe(bytes, name).then(
    () => null,
    (error: Failure) => error,
  )
  expect(failure?.code === undefined ? failure : failure.params['file']).toBe(failure === null ? null : name)
  return failure?.code ?? 'accepted'
}

describe('what the bytes are, whatever the name', () => {
  const svg =
    '<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="secret.png"/></svg>'
  const utf16 = Buffer.from(`\ufeff${svg}`, 'utf16le')
  test.each([
    ['empty', Buffer.alloc(0)],
    ['svg', Buffer.from(svg)],
    ['svg', utf16],
    ['svg', Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]>\n<s:svg xmlns:s="http://www.w3.org/2000/svg"/>')],
    ['pdf', Buffer.from('\n%PDF-1.7\n%âãÏÓ')],
    ['zip', Buffer.from('504b0304140000000000', 'hex')],
    ['heic', Buffer.from('000000186674797068656963000000006d696631', 'hex')],
    ['bmp', Buffer.from('424d36000000000000003600', 'hex')],
    ['text', Buffer.from('这不是图片')],
    ['unknown', Buffer.from([0, 1, 2, 3, 255, 254])],
  ])('%s', (kind, bytes) => {
    expect(sniff(bytes)).toBe(kind)
  })

  test('a picture is taken for what it is under any name', async () => {
    expect(await probe(files['png'] as Buffer, 'photo.jpg')).toEqual({
      format: 'png',
      bytes: files['png']?.length,
      width: 300,
      height: 200,
    })
    expect((await probe(files['webp'] as Buffer, 'scan.svg')).format).toBe('webp')
  })
})

describe('what is refused', () => {
  test('nothing but the four plain formats', async () => {
    const animated = await pages(3).gif().toBuffer()
    const still = await pages(1).gif().toBuffer()
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="secret.png"/></svg>',
    )
    expect({
      empty: await codeOf(Buffer.alloc(0)),
      'svg as jpg': await codeOf(svg, 'id-front.jpg'),
      'text as jpg': await codeOf(Buffer.from('not a picture at all')),
      'still gif': await codeOf(still, 'a.gif'),
      'moving gif': await codeOf(animated, 'a.jpg'),
      'moving webp': await codeOf(await pages(3).webp().toBuffer(), 'a.webp'),
      'moving png': await codeOf(animatedPng(files['png'] as Buffer, 2), 'a.png'),
      'still png that may move': await codeOf(animatedPng(files['png'] as Buffer, 1), 'a.png'),
      'tiff of pages': await codeOf(await pages(3).tiff().toBuffer(), 'a.tif'),
      'bomb of pixels': await codeOf(pngBomb(50_000), 'a.png'),
      'smaller bomb': await codeOf(pngBomb(15_000), 'a.png'),
      'too many bytes': await codeOf(Buffer.concat([files['jpeg'] as Buffer, Buffer.alloc(61 * 1024 * 1024)])),
    }).toEqual({
      empty: 'image.empty',
      'svg as jpg': 'image.unsupported',
      'text as jpg': 'image.unsupported',
      'still gif': 'image.unsupported',
      'moving gif': 'image.animated',
      'moving webp': 'image.animated',
      'moving png': 'image.animated',
      'still png that may move': 'accepted',
      'tiff of pages': 'image.many-pages',
      'bomb of pixels': 'image.too-many-pixels',
      'smaller bomb': 'image.too-many-pixels',
      'too many bytes': 'file.too-large',
    })
  })

  test.each(['jpeg', 'progressive', 'png', 'webp', 'lossless webp', 'tiff', 'lzw tiff'])(
    'a %s cut off anywhere, by one byte too',
    async (kind) => {
      const whole = files[kind] as Buffer
      expect(await codeOf(whole)).toBe('accepted')
      for (const kept of [
        whole.length - 1,
        whole.length - 9,
        Math.floor(whole.length * 0.9),
        Math.floor(whole.length / 3),
      ]) {
        expect({ kept, code: await codeOf(whole.subarray(0, kept)) }).toEqual({ kept, code: 'image.truncated' })
      }
    },
  )

  test('a JPEG with rotten bytes, which a decoder for previews would let pass', async () => {
    const rotten = Buffer.from(files['jpeg'] as Buffer)
    for (let at = 2000; at < rotten.length - 200; at += 97) rotten[at] = (rotten[at] as number) ^ 0x5a
    expect(await codeOf(rotten)).toBe('image.truncated')
  })

  test('what cameras write after the end of a JPEG is no fault', async () => {
    expect(await codeOf(Buffer.concat([files['jpeg'] as Buffer, Buffer.from('MotionPhoto_Data')]))).toBe('accepted')
  })
})

describe('pixels come out upright, 8-bit sRGB on white', () => {
  // Red, green / blue, white: where each quarter comes to lie for each EXIF orientation (TIFF 6.0, tag 274).
  const quarters = { R: [220, 30, 30], G: [30, 190, 30], B: [30, 30, 220], W: [240, 240, 240] } as const
  type Quarter = keyof typeof quarters
  const stored = drawn(640, 400, (x, y) => quarters[(y < 200 ? (x < 320 ? 'R' : 'G') : x < 320 ? 'B' : 'W') as Quarter])
  const upright = { 1: 'RGBW', 2: 'GRWB', 3: 'WBGR', 4: 'BWRG', 5: 'RBGW', 6: 'BRWG', 7: 'WGBR', 8: 'GWRB' }

  test.each(Object.entries(upright))('EXIF orientation %s', async (orientation, expected) => {
    const profiled = await written(stored)
      .withMetadata({ orientation: Number(orientation) })
      .jpeg({ quality: 98 })
      .toBuffer()
    const plain = turnedByExif(await written(stored).jpeg({ quality: 98 }).toBuffer(), Number(orientation))
    for (const bytes of [profiled, plain]) {
      const header = await readHeader(bytes, 'x.jpg')
      expect([header.width, header.height]).toEqual(Number(orientation) >= 5 ? [400, 640] : [640, 400])
      // Whole, scaled after decoding, and shrunk while decoding: three ways through the decoder.
      for (const scale of [1, 0.6, 0.2]) {
        const size = { width: Math.round(header.width * scale), height: Math.round(header.height * scale) }
        const raster = await decode(bytes, 'x.jpg', header, size)
        expect([raster.width, raster.height]).toEqual([size.width, size.height])
        expect(quartersOf(raster)).toBe(expected)
      }
    }
  })

  function quartersOf({ data, width, height }: typeof stored): string {
    const at = (x: number, y: number): string => {
      const from = (Math.round(y * height) * width + Math.round(x * width)) * 3
      const far = (colour: readonly number[]): number =>
        Math.hypot(...colour.map((value, channel) => value - (data[from + channel] ?? 0)))
      return Object.entries(quarters).sort((one, other) => far(one[1]) - far(other[1]))[0]?.[0] ?? ''
    }
    return at(0.25, 0.25) + at(0.75, 0.25) + at(0.25, 0.75) + at(0.75, 0.75)
  }

  // Inks cannot print vivid colours; a profile that is not obeyed shows in vivid ones.
  const muted = (x: number, y: number) => [110 + x * 0.2, 120 + y * 0.3, 140]
  const vivid = (x: number, y: number) => [225, 40 + x * 0.2, 30 + y * 0.2]
  const smooth = drawn(300, 200, muted)
  const strong = drawn(300, 200, vivid)

  test.each([
    ['16-bit PNG', () => written(strong).toColourspace('rgb16').png(), vivid, limits.rounding],
    ['16-bit TIFF', () => written(strong).toColourspace('rgb16').tiff({ compression: 'lzw' }), vivid, limits.rounding],
    ['CMYK JPEG', () => written(smooth).toColourspace('cmyk').jpeg({ quality: 98 }), muted, limits.printed],
    [
      'CMYK JPEG with its profile',
      () => written(smooth).withIccProfile('cmyk').jpeg({ quality: 98 }),
      muted,
      limits.printed,
    ],
    ['JPEG in Display P3', () => written(strong).withIccProfile('p3').jpeg({ quality: 98 }), vivid, limits.jpegNoise],
    ['palette PNG', () => written(strong).png({ palette: true }), vivid, limits.jpegNoise],
    ['lossless WebP', () => written(strong).webp({ lossless: true }), vivid, limits.rounding],
  ])('%s has the right colours, whole and scaled', async (_kind, file, colour, limit) => {
    const bytes = await file().toBuffer()
    const header = await readHeader(bytes, 'x')
    expect(difference(await decode(bytes, 'x', header), drawn(300, 200, colour))).toBeLessThan(limit)
    const half = await decode(bytes, 'x', header, { width: 150, height: 100 })
    const expected = drawn(150, 100, (x, y) => colour(x * 2 + 0.5, y * 2 + 0.5))
    expect(difference(half, expected)).toBeLessThan(limit + limits.rounding)
  })

  test('grey has three channels, and transparency is white', async () => {
    const grey = await written(smooth).toColourspace('b-w').jpeg().toBuffer()
    const raster = await decode(grey, 'x', await readHeader(grey, 'x'))
    expect(raster.data.length).toBe(300 * 200 * 3)
    expect(raster.data[0]).toBe(raster.data[1])
    const clear = await written(smooth).ensureAlpha(0).png().toBuffer()
    const onWhite = await decode(clear, 'x', await readHeader(clear, 'x'))
    expect(onWhite.data.every((value) => value === 255)).toBe(true)
  })
})

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'the sample goes through the document, stored with EXIF orientation %i',
  async (orientation) => {
    const red = (x: number, y: number) => x >= 900 && x < 1100 && y >= 100 && y < 400
    const stored = drawn(1400, 800, (x, y) => (red(x, y) ? [220, 20, 20] : [90, 90, 90]))
    const bytes = await written(stored).jpeg({ quality: 95 }).withMetadata({ orientation }).toBuffer()
    const upright = await decode(bytes, 'x', await readHeader(bytes, 'x'))
    const { strip } = await probeStrip(bytes, 'x', boundsOfRed(upright))
    expect(strip).toMatchObject({ width: 512, height: 800 })
    // The strip begins at 744: its middle is the document's, at 1000.
    for (const [x, y] of strip?.document ?? []) {
      expect(Math.min(Math.abs(x - 156), Math.abs(x - 356))).toBeLessThan(3)
      expect(Math.min(Math.abs(y - 100), Math.abs(y - 400))).toBeLessThan(3)
    }
    expect(boundsOfRed(strip as Raster)[0][0]).toBeCloseTo(156, -1)
  },
)

test('a HEIC has a sample as well, a drawn page has none', async () => {
  const raster = drawn(1400, 800, (x) => [x % 200, 90, 90])
  const page = { width: 1400, height: 800, draw: async () => raster }
  const { strip } = await probeStrip({ ...page, untouched: true }, 'x.heic', null)
  expect(strip?.width).toBe(512)
  expect(strip?.data[0]).toBe(444 % 200)
  expect((await probeStrip({ ...page, untouched: false }, 'x.pdf', null)).strip).toBeNull()
})

function boundsOfRed({ data, width, height }: Raster): Corners {
  let [left, top, right, bottom] = [width, height, 0, 0]
  for (let at = 0; at < data.length; at += 3) {
    if ((data[at] as number) < 200 || (data[at + 1] as number) > 60) continue
    const [x, y] = [(at / 3) % width, Math.floor(at / 3 / width)]
    ;[left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1)]
  }
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ]
}
