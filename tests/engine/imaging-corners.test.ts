import { readFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { render } from '../../main/engine/imaging/apply.ts'
import { findCorners } from '../../main/engine/imaging/corners.ts'
import { type Raster, toRaster } from '../../main/engine/imaging/decode.ts'
import { examine } from '../../main/engine/imaging/examine.ts'
import { measure } from '../../main/engine/imaging/measure.ts'
import type { Adjustment, Corners } from '../../rules/schema.ts'
import { drawn, written } from './imaging-pictures.ts'

const examples = new URL('../../examples/', import.meta.url)

/** The photos' true corners were written into the filings when the photos were drawn. */
async function example(folder: string, file: string): Promise<{ bytes: Buffer; corners: Corners; aspect: number }> {
  const { materials } = JSON.parse(await readFile(new URL(`${folder}/filing.json`, examples), 'utf8'))
  const entries = Object.values(materials as Record<string, { file: string; adjustments: Adjustment[] }[]>).flat()
  const [truth] = entries.find((entry) => entry.file === file)?.adjustments ?? []
  if (truth?.kind !== 'straighten' || truth.aspect === undefined) throw new Error(`${file} has no true corners`)
  return { bytes: await readFile(new URL(`${folder}/${file}`, examples)), corners: truth.corners, aspect: truth.aspect }
}

/** Pixels of a 12-megapixel photo, about 0.8 % of its long side. */
const near = 32

/** Each true corner and how far the nearest found one is. */
function farthest(found: Corners, truth: Corners): number {
  return Math.max(...truth.map(([x, y]) => Math.min(...found.map(([fx, fy]) => Math.hypot(fx - x, fy - y)))))
}

describe('the paper in a photo', () => {
  test.each([
    ['individual-beijing', 'id-front.jpg', 'a card on wood, a pen beside it'],
    ['individual-beijing', 'id-back.jpg', 'a card lying on its side'],
    ['individual-beijing', 'verification-form.jpg', 'a printed form on slate, turned by EXIF'],
    ['individual-guangdong-finance', 'id-front.jpg', 'a card on a chequered cloth'],
    ['enterprise-jiangsu', 'business-licence.jpg', 'a licence with a printed frame'],
    ['enterprise-jiangsu', 'responsible-person-back.jpg', 'a card at the rim of the photo'],
    ['hong-kong-resident', 'permit-front.jpg', 'a card with a coloured band'],
  ])('%s/%s: %s', async (folder, file) => {
    const { bytes, corners, aspect } = await example(folder, file)
    const found = await findCorners(bytes, file)
    expect(found.confidence).toBeGreaterThan(0.6)
    expect(farthest(found.corners as Corners, corners)).toBeLessThan(near)
    const [[x0], [x1], , [, y3]] = found.corners as Corners
    expect(x1 - x0).toBeGreaterThan(0)
    expect(y3).toBeGreaterThan((found.corners as Corners)[0][1])
    expect(Math.min(Math.abs((found.aspect ?? 0) - aspect), Math.abs((found.aspect ?? 0) - 1 / aspect))).toBeLessThan(
      0.01,
    )
  })

  test('no paper, half a paper, nothing but paper: no corners', async () => {
    const { bytes, corners, aspect } = await example('individual-beijing', 'id-front.jpg')
    const part = async (adjustments: Adjustment[]): Promise<Buffer> =>
      written(await render(bytes, 'x', adjustments, { side: 1600 }))
        .jpeg()
        .toBuffer()
    const table = await part([{ kind: 'crop', left: 0, top: 2500, width: 4000, height: 500 }])
    const half = await part([{ kind: 'crop', left: 1500, top: 0, width: 2500, height: 3000 }])
    const scan = await part([{ kind: 'straighten', corners, aspect }])
    const blank = await written(drawn(400, 300, () => [200, 190, 170]))
      .png()
      .toBuffer()
    for (const picture of [table, half, scan, blank]) {
      expect(await findCorners(picture, 'x')).toMatchObject({ corners: null, aspect: null })
    }
  })
})

describe('what is measured', () => {
  let good: Raster

  beforeAll(async () => {
    const { bytes, corners, aspect } = await example('enterprise-jiangsu', 'business-licence.jpg')
    good = await render(bytes, 'x', [{ kind: 'straighten', corners, aspect }], { side: 1000 })
  })

  const measured = async (change: (picture: Sharp) => Sharp) =>
    measure(await toRaster(sharp(await change(written(good)).png().toBuffer()).toColourspace('srgb')))

  test('blur is told from focus, in the dark too', async () => {
    const { sharpness } = measure(good)
    expect(sharpness).toBeGreaterThan(1)
    expect((await measured((picture) => picture.linear(0.3, 0))).sharpness).toBeGreaterThan(sharpness * 0.8)
    expect((await measured((picture) => picture.blur(1.5))).sharpness).toBeLessThan(sharpness * 0.2)
    expect((await measured((picture) => picture.blur(3))).sharpness).toBeLessThan(sharpness * 0.02)
    const enlarged = await toRaster(written(good).resize(350))
    const again = measure(await toRaster(written(enlarged).resize(1000)))
    expect(again.sharpness).toBeLessThan(sharpness * 0.3)
  })

  test('a grey copy has no colour, a tinted one next to none', async () => {
    expect(measure(good).chroma).toBeGreaterThan(3)
    expect((await measured((picture) => picture.greyscale())).chroma).toBeLessThan(0.1)
    expect((await measured((picture) => picture.greyscale().tint('#d8b070'))).chroma).toBeLessThan(1.2)
    expect((await measured((picture) => picture.modulate({ saturation: 0.4 }))).chroma).toBeGreaterThan(1.2)
  })

  test('light and burnt-out white', async () => {
    const plain = measure(good)
    expect((await measured((picture) => picture.linear(0.3, 0))).lightness).toBeLessThan(35)
    expect(plain.lightness).toBeGreaterThan(60)
    expect(plain.clipped).toBeLessThan(0.3)
    expect((await measured((picture) => picture.linear(1.5, 60))).clipped).toBeGreaterThan(0.7)
    expect(measure(drawn(300, 200, () => [255, 255, 255]))).toEqual({
      chroma: 0,
      lightness: 100,
      clipped: 1,
      sharpness: 0,
    })
  })

  test('one look at a photo gives all of it', async () => {
    const { bytes, corners } = await example('hong-kong-resident', 'permit-back.jpg')
    const examined = await examine(bytes, 'permit-back.jpg')
    expect(examined.info).toMatchObject({ format: 'jpeg', width: 4000, height: 3000 })
    expect(farthest(examined.corners as Corners, corners)).toBeLessThan(near)
    expect(examined.measurements.sharpness).toBeGreaterThan(1)
  })
})
